using System.Collections.Immutable;
using Docsite.Caching;
using Docsite.Keeping;
using Docsite.Pages;
using Docsite.Settings;

namespace Docsite;

/// <summary>The source files that fences name, each read once, so that all positions in one are positions in the same text.</summary>
internal sealed class SourceFiles(SiteSettings settings, KeptSite kept)
{
    private readonly Dictionary<string, (PageText? Text, string Hash)> _files = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>The file at a path relative to the settings file; nothing where there is none that can be read as text inside the site's folder.</summary>
    public PageText? Read(string path)
    {
        lock (_gate)
        {
            if (!_files.TryGetValue(path, out var file)) _files[path] = file = Load(path);
            return file.Text;
        }
    }

    /// <summary>What was read so far, in ordinal order of paths.</summary>
    public ImmutableArray<SourceState> States =>
        [.. _files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => new SourceState(file.Key, file.Value.Hash))];

    /// <summary>The word for a file as it is now; empty where it could not be read.</summary>
    public static string HashOf(SiteSettings settings, string path) => Find(settings, path) is { } full ? FilesDigest.HashOf(full) : "";

    private (PageText? Text, string Hash) Load(string path)
    {
        if (Find(settings, path) is not { } full) return (null, "");
        try
        {
            var bytes = RegularFile.ReadText(full);
            var hash = FilesDigest.HashOf(bytes);
            var (page, problem) = PageDecoder.Decode(path, bytes);
            return (problem is null ? kept.Source(path, hash, () => page) : null, hash);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // Whoever names the file is told that it cannot be read.
            return (null, "");
        }
    }

    private static string? Find(SiteSettings settings, string path)
    {
        var root = Path.GetFullPath(settings.Root);
        if (!Path.EndsInDirectorySeparator(root)) root += Path.DirectorySeparatorChar;
        var full = Path.GetFullPath(Path.Combine(root, path));
        return full.StartsWith(root, StringComparison.Ordinal) && File.Exists(full) ? full : null;
    }
}
