using System.Threading.Channels;

namespace Docsite.Cli.Preview;

/// <summary>Tells when files below some folders changed; the several events of one save become one.</summary>
public sealed class SourceWatcher : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(30);

    // What builds write there is no source.
    private static readonly string[] NotSources = ["bin", "obj"];

    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);
    private readonly Channel<string> _changes = Channel.CreateUnbounded<string>();

    /// <summary>Watches more folders, with all below, and files, also those that are not there yet; what is watched already, or lies in no folder, is passed over.</summary>
    public void Add(IEnumerable<string> paths)
    {
        foreach (var path in paths.Select(Path.GetFullPath).Where(IsNew)) _watchers.Add(Watch(path));
    }

    /// <summary>Waits until something changed and no further change follows at once.</summary>
    /// <returns>The paths that changed.</returns>
    public async Task<IReadOnlyCollection<string>> NextAsync(CancellationToken cancellation)
    {
        var changed = new SortedSet<string>(StringComparer.Ordinal) { await _changes.Reader.ReadAsync(cancellation) };
        do
        {
            await Task.Delay(Quiet, cancellation);
            while (_changes.Reader.TryRead(out var path)) changed.Add(path);
        }
        while (_changes.Reader.Count > 0);
        return changed;
    }

    /// <inheritdoc/>
    public void Dispose() => _watchers.ForEach(watcher => watcher.Dispose());

    private bool IsNew(string path)
    {
        for (var at = path; at is not null; at = Path.GetDirectoryName(at))
        {
            if (_folders.Contains(at)) return false;
        }
        return Directory.Exists(path) ? _folders.Add(path) : Directory.Exists(Path.GetDirectoryName(path)) && _files.Add(path);
    }

    private FileSystemWatcher Watch(string path)
    {
        var isFolder = Directory.Exists(path);
        var folder = isFolder ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;
        var watcher = isFolder
            ? new FileSystemWatcher(folder) { IncludeSubdirectories = true }
            : new FileSystemWatcher(folder, Path.GetFileName(path));
        watcher.Changed += (_, change) => Tell(folder, change.FullPath);
        watcher.Created += (_, change) => Tell(folder, change.FullPath);
        watcher.Deleted += (_, change) => Tell(folder, change.FullPath);
        watcher.Renamed += (_, change) => Tell(folder, change.FullPath);
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private void Tell(string folder, string path)
    {
        var parts = Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar);
        if (!parts.Any(part => NotSources.Contains(part, StringComparer.OrdinalIgnoreCase) || part[0] == '.')) _ = _changes.Writer.TryWrite(path);
    }
}
