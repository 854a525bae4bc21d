using System.Security.Cryptography;

namespace Docsite.Execution.Projects;

/// <summary>A file as it was at a moment.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Length">Its length; -1 where it did not exist.</param>
/// <param name="Ticks">When it was last written, in UTC ticks.</param>
/// <param name="Hash">The hash of its content; empty where the content was not looked at.</param>
internal sealed record FileState(string Path, long Length, long Ticks, string Hash)
{
    // A file that is written again within the clock's step keeps its time.
    private static readonly TimeSpan ClockStep = TimeSpan.FromSeconds(2);

    /// <summary>The file now, content included.</summary>
    internal static FileState Of(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new FileState(path, file.Length, file.LastWriteTimeUtc.Ticks, HashOf(path)) : new FileState(path, -1, 0, "");
    }

    /// <summary>The file now, without its content: for what a build writes.</summary>
    internal static FileState OfOutput(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new FileState(path, file.Length, file.LastWriteTimeUtc.Ticks, "") : new FileState(path, -1, 0, "");
    }

    /// <summary>Whether the file still has the content that it had when it was looked at.</summary>
    /// <param name="looked">When that was, in UTC ticks.</param>
    internal bool IsSame(long looked)
    {
        var now = OfOutput(Path);
        if (now.Length != Length) return false;
        if (Length < 0) return true;
        return (now.Ticks == Ticks && Ticks + ClockStep.Ticks < looked) || HashOf(Path) == Hash;
    }

    // A pipe among the sources is nothing that a look could be taken at.
    private static string HashOf(string path) => RegularFile.Is(path) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) : "";
}
