using Docsite.Caching;
using Docsite.Writing;

namespace Docsite.Execution.Marking;

/// <summary>The folders of marked copies, one for each build of an assembly; those that are taken stay until this is disposed.</summary>
/// <remarks>Several runs of the tool may share them: each holds what it uses, and the oldest of what nobody holds are removed.</remarks>
internal sealed class MarkedFolders : IDisposable
{
    private const string Prefix = "marked-";

    // Switching between configurations or branches brings back what was used a moment ago.
    private const int MostUnused = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly List<FileStream> _holds = [];
    private readonly string _folder;
    private DirectoryInfo? _own;
    private Unfinished? _unfinished;

    /// <param name="folder">The cache's folder.</param>
    internal MarkedFolders(string folder) => _folder = folder;

    /// <summary>Gives the copies of assemblies, making those that are missing, and removes old ones.</summary>
    /// <remarks>Where the cache cannot be written, as on a full disk, they lie in a temporary folder until this is disposed.</remarks>
    internal IReadOnlyList<MarkedCopy> Take(IReadOnlyCollection<string> assemblies)
    {
        try
        {
            return TakeKept(assemblies);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            var own = Directory.CreateTempSubdirectory("docsite-");
            _unfinished = Unfinished.Until(() => Remove(own));
            _own = own;
            return [.. assemblies.Select(assembly => MarkedCopy.Of(assembly, _own.FullName, Prefix))];
        }
    }

    private List<MarkedCopy> TakeKept(IReadOnlyCollection<string> assemblies)
    {
        CacheFolder.Make(_folder);
        using var alone = Wait(Path.Combine(_folder, "marked.lock"));
        var copies = assemblies.Select(assembly => MarkedCopy.Of(assembly, _folder, Prefix)).ToList();
        _holds.AddRange(copies.Select(copy => new FileStream(copy.List, FileMode.Open, FileAccess.Read, FileShare.Read)));
        RemoveOld();
        return copies;
    }

    public void Dispose()
    {
        foreach (var hold in _holds) hold.Dispose();
        _holds.Clear();
        if (_own is not null) Remove(_own);
        _unfinished?.Dispose();
        _own = null;
    }

    private void RemoveOld()
    {
        foreach (var folder in new DirectoryInfo(_folder).EnumerateDirectories(Prefix + "*").OrderByDescending(folder => folder.LastWriteTimeUtc).Skip(MostUnused))
        {
            var disk = new FileOperations();
            var holds = folder.EnumerateFiles("*" + MarkedCopy.ListExtension).Select(list => disk.TryHold(list.FullName)).ToList();
            if (holds.TrueForAll(hold => hold is not null)) Remove(folder);
            foreach (var hold in holds) hold?.Dispose();
        }
    }

    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception kept) when (kept is IOException or UnauthorizedAccessException)
        {
            // It costs nothing but room; the next run tries again, or the system clears up.
        }
    }

    private static IDisposable Wait(string path)
    {
        var disk = new FileOperations();
        IDisposable? hold;
        while ((hold = disk.TryHold(path)) is null) Thread.Sleep(Pause);
        return hold;
    }
}
