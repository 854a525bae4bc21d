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

    /// <summary>Writes a file of it in one step: whoever reads it, or ends this process, sees the old content or the new.</summary>
    internal static void Write(string path, ReadOnlySpan<byte> content)
    {
        Make(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        using var unfinished = Unfinished.Until(() => File.Delete(temporary));
        try
        {
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Makes it, so that version control leaves it out wherever it lies.</summary>
    internal static void Make(string folder)
    {
        if (Directory.Exists(folder)) return;
        Directory.CreateDirectory(folder);
        var ignore = Path.Combine(folder, ".gitignore");
        try
        {
            using var file = new FileStream(ignore, FileMode.CreateNew);
            file.Write("*\n"u8);
        }
        catch (IOException) when (File.Exists(ignore))
        {
            // Another run makes it.
        }
    }
}
