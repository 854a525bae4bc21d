namespace Docsite.Caching;

/// <summary>The folders of kept results, one for each build of the tool and configuration of the projects: those that take turns find their own again.</summary>
public static class RunFolders
{
    private const string Prefix = "runs-";
    private const int Most = 4;

    /// <summary>What a folder is called where something is said about it.</summary>
    internal static string NameOf(string folder) =>
        Path.GetFileName(folder) is var name && name.StartsWith(Prefix, StringComparison.Ordinal) ? $"{Path.GetFileName(Path.GetDirectoryName(folder))}/{name}" : name;

    /// <summary>The folder of this build of the tool.</summary>
    /// <param name="folder">The folder of <see cref="CacheFolder"/>.</param>
    /// <param name="configuration">The configuration of the settings' projects.</param>
    public static string Of(string folder, string configuration) =>
        Path.Combine(folder, Prefix + SessionKey.HashOf($"{ToolIdentity.Version}\0{configuration}")[..8]);

    /// <summary>Notes that one was used, and removes those that were used longest ago when there are too many.</summary>
    /// <param name="own">The one of <see cref="Of"/>.</param>
    public static void ForgetOthers(string own)
    {
        try
        {
            if (Directory.Exists(own)) Directory.SetLastWriteTimeUtc(own, DateTime.UtcNow);
            var all = new DirectoryInfo(Path.GetDirectoryName(own)!);
            if (!all.Exists) return;
            foreach (var old in all.EnumerateDirectories(Prefix + "*").OrderByDescending(one => one.LastWriteTimeUtc).Skip(Most).ToList()) old.Delete(recursive: true);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            // It costs nothing but room; the next run tries again.
        }
    }
}
