using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;

namespace Docsite.Execution.Workers;

/// <summary>
/// The time that a block has. It runs on while the block waits for something, and stands still while the block only waits for a
/// processor or a disk: a busy machine makes no finding.
/// </summary>
/// <param name="process">The block's process.</param>
/// <param name="limit">The time.</param>
internal sealed class BlockTime(Process process, TimeSpan limit) : IDisposable
{
    private const int MostExtensions = 20;

    private readonly CancellationTokenSource _up = new();
    private TimeSpan _usedBefore;

    /// <summary>Whether the time is over.</summary>
    internal bool IsUp { get; private set; }

    /// <summary>The block starts.</summary>
    internal void Start()
    {
        _usedBefore = Used();
        _ = RunAsync();
    }

    /// <summary>Waits for the next message.</summary>
    /// <returns>Whether there is one; there is none where the time is up or the worker has died.</returns>
    internal async Task<bool> WaitAsync<T>(ChannelReader<T> messages, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _up.Token);
        try
        {
            return await messages.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _up.Cancel();
        _up.Dispose();
    }

    private async Task RunAsync()
    {
        var token = _up.Token;
        try
        {
            for (var i = 0; i == 0 || (i < MostExtensions && WaitsForMachine()); i++) await Task.Delay(limit, token);
            IsUp = true;
            await _up.CancelAsync();
        }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException)
        {
            // The block ended before.
        }
    }

    // Half of the time is enough to call it the block's own: its process has other things to do too.
    private bool WaitsForMachine() => OperatingSystem.IsLinux() && Used() - _usedBefore < limit / 2 && IsReady();

    private TimeSpan Used()
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
        {
            // It has ended; that is noticed elsewhere.
            return TimeSpan.MaxValue / 2;
        }
    }

    // "id (name) state ...": the name may hold anything.
    private bool IsReady()
    {
        try
        {
            return Directory.EnumerateDirectories(string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/task"))
                .Select(thread => File.ReadAllText(Path.Combine(thread, "stat")))
                .Any(status => status[status.LastIndexOf(')') + 2] is 'R' or 'D');
        }
        catch (Exception ended) when (ended is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return false;
        }
    }
}
