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
/// <param name="halfTime">Told when half of it is over.</param>
internal sealed class BlockTime(Process process, TimeSpan limit, Action halfTime) : IDisposable
{
    private const int MostExtensions = 20;
    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(10);

    // To ask what a process used costs as much as most blocks do. They are over before it is asked; of a longer one, the first moment counts as its own.
    private static readonly TimeSpan FirstMoment = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource _up = new();
    private TimeSpan _usedBefore;
    private TimeSpan _waitedBefore;

    /// <summary>Whether the time is over.</summary>
    internal bool IsUp { get; private set; }

    /// <summary>The block starts.</summary>
    internal void Start() => _ = RunAsync();

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
        var watch = Stopwatch.StartNew();
        try
        {
            await Task.Delay(limit / 10 < FirstMoment ? limit / 10 : FirstMoment, token);
            _usedBefore = WorkerProcess.Used(process);
            if (OperatingSystem.IsLinux()) (_waitedBefore, _) = Threads();
            await ReachAsync(limit / 2, watch, token);
            token.ThrowIfCancellationRequested();
            halfTime();
            await ReachAsync(limit, watch, token);
            IsUp = true;
            await _up.CancelAsync();
        }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException)
        {
            // The block ended before.
        }
    }

    private async Task ReachAsync(TimeSpan time, Stopwatch watch, CancellationToken token)
    {
        if (time > watch.Elapsed) await Task.Delay(time - watch.Elapsed, token);
        while (watch.Elapsed < time * MostExtensions && Left(time, watch.Elapsed) is var left && left > TimeSpan.Zero) await Task.Delay(left, token);
    }

    // Of the time that passed, the block's own is what it used a processor for, or else what it did not wait for one.
    private TimeSpan Left(TimeSpan time, TimeSpan passed)
    {
        if (!OperatingSystem.IsLinux()) return TimeSpan.Zero;
        var (waited, isReady) = Threads();
        var used = WorkerProcess.Used(process) - _usedBefore;
        var own = passed - (waited - _waitedBefore);
        var left = time - (own > used ? own : used);
        if (left > TimeSpan.Zero) return left > LeastPause ? left : LeastPause;
        // Threads that have ended tell nothing of what they waited for, and none tells how long a disk took.
        return isReady && used < time / 2 ? time / 10 : TimeSpan.Zero;
    }

    private (TimeSpan Waited, bool IsReady) Threads()
    {
        try
        {
            var threads = Directory.GetDirectories(string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/task")).Select(Read).ToList();
            return (threads.Aggregate(TimeSpan.Zero, (sum, thread) => sum + thread.Waited), threads.Any(thread => thread.IsReady));
        }
        catch (Exception ended) when (ended is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return default;
        }
    }

    private static (TimeSpan Waited, bool IsReady) Read(string thread)
    {
        try
        {
            // "id (name) state ...": the name may hold anything.
            var status = File.ReadAllText(Path.Combine(thread, "stat"));
            var isReady = status[status.LastIndexOf(')') + 2] is 'R' or 'D';
            // "nanoseconds with a processor, nanoseconds of waiting for one, how often"; a kernel can be built without it.
            var schedule = Path.Combine(thread, "schedstat");
            return (File.Exists(schedule) ? TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText(schedule).Split(' ')[1], CultureInfo.InvariantCulture) / 1000) : TimeSpan.Zero, isReady);
        }
        catch (Exception ended) when (ended is IOException or UnauthorizedAccessException)
        {
            return default;
        }
    }
}
