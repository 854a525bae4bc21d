using Docsite.Settings;

namespace Docsite.Caching;

/// <summary>The folder for what is kept between runs of the tool; it may be deleted at any time.</summary>
public static class CacheFolder
{
    /// <summary>Its path: beside the site.</summary>
    public static string Of(SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Path.Combine(settings.Root, settings.OutputPath)))!, ".docsite");
    }

    /// <summary>Makes a folder in it that version control leaves out, wherever it lies.</summary>
    internal static void Make(string folder)
    {
        if (Directory.Exists(folder)) return;
        Directory.CreateDirectory(folder);
        var ignore = Path.Combine(folder, ".gitignore");
        if (!File.Exists(ignore)) File.WriteAllText(ignore, "*\n");
    }
}
