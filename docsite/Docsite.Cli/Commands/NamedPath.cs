namespace Docsite.Cli.Commands;

/// <summary>A file or folder of the site as the command line names it: from the site's root, or in full as editors do.</summary>
internal static class NamedPath
{
    /// <summary>Its path from the root; as it was written where it lies elsewhere or names nothing.</summary>
    public static string Of(string root, string written)
    {
        if (written.Length == 0) return written;
        var path = Path.GetRelativePath(root, Path.GetFullPath(written.Replace('\\', '/'), root)).Replace('\\', '/');
        return path is ".." || path.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(path) ? written : path;
    }
}
