namespace Docsite.Writing;

/// <summary>A file that one process at a time holds; the system lets go of it when the process ends.</summary>
internal static class FolderLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until nobody else holds it. The file stays: to remove it while another process opens it would let two processes in.</summary>
    internal static async Task<IDisposable> WaitAsync(string path, CancellationToken cancellation)
    {
        var disk = new FileOperations();
        IDisposable? hold;
        while ((hold = disk.TryHold(path)) is null) await Task.Delay(Pause, cancellation);
        return hold;
    }
}
