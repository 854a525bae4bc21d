namespace Docsite.Pages;

/// <summary>Writes a page's file.</summary>
public static class PageFile
{
    /// <summary>Makes a file, or replaces its content, in one step: whoever reads it, or ends this process, sees the old content or the new.</summary>
    /// <param name="path">The file's path; a link is followed, so that it stays one.</param>
    /// <param name="content">The new content.</param>
    /// <exception cref="IOException">The folder cannot be written to; the file is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder is protected; the file is as it was.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        var target = (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Environment.ProcessId}.tmp");
        using var unfinished = Unfinished.Until(() => File.Delete(temporary));
        try
        {
            File.WriteAllBytes(temporary, content);
            if (!OperatingSystem.IsWindows() && File.Exists(target)) File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
