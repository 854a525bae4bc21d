namespace Docsite.Writing;

/// <summary>The folder beside the output folder that a new site is written to; one process at a time has it.</summary>
internal sealed class StagingFolder : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private const int Attempts = 3000;

    private readonly IDisposable _hold;
    private readonly IFileOperations _disk;
    private readonly Unfinished _unfinished;

    private StagingFolder(string path, IDisposable hold, IFileOperations disk)
    {
        Path = path;
        _hold = hold;
        _disk = disk;
        _unfinished = Unfinished.Until(() => disk.DeleteFolder(path));
    }

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>Waits until no other build writes to the same output, and removes what an ended process left behind.</summary>
    /// <exception cref="IOException">Another build has been writing for a minute.</exception>
    public static StagingFolder Open(string output, IFileOperations disk)
    {
        var name = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(output)!, $".{System.IO.Path.GetFileName(output)}");
        // The lock file stays: to remove it while another process opens it would let two processes in.
        var staging = new StagingFolder(name + ".new", Wait(name + ".lock", disk), disk);
        try
        {
            disk.Recover(staging.Path, output);
            disk.CreateFolder(staging.Path);
            return staging;
        }
        catch
        {
            staging._unfinished.Dispose();
            staging._hold.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _disk.DeleteFolder(Path);
        }
        finally
        {
            // Whoever holds it next may write there, and finds what is left.
            _unfinished.Dispose();
            _hold.Dispose();
        }
    }

    private static IDisposable Wait(string path, IFileOperations disk)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (disk.TryHold(path) is { } hold) return hold;
            Thread.Sleep(Pause);
        }
        throw new IOException("another build has been writing it for a minute");
    }
}
