using Docsite.Pages;
using Docsite.Settings;

namespace Docsite;

/// <summary>The source files that fences name, each read once, so that all positions in one are positions in the same text.</summary>
internal sealed class SourceFiles(SiteSettings settings)
{
    private readonly Dictionary<string, PageText?> _files = new(StringComparer.Ordinal);

    /// <summary>The file at a path relative to the settings file; nothing where there is none that can be read as text inside the site's folder.</summary>
    public PageText? Read(string path)
    {
        if (!_files.TryGetValue(path, out var file)) _files[path] = file = Load(path);
        return file;
    }

    private PageText? Load(string path)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(settings.Root)) + Path.DirectorySeparatorChar;
        var full = Path.GetFullPath(Path.Combine(root, path));
        if (!full.StartsWith(root, StringComparison.Ordinal) || !File.Exists(full)) return null;
        try
        {
            var (page, problem) = PageDecoder.Decode(path, File.ReadAllBytes(full));
            return problem is null ? page : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
