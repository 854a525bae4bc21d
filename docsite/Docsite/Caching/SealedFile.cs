using System.Security.Cryptography;
using System.Text;

namespace Docsite.Caching;

/// <summary>A kept file that tells when it was damaged: its first line is a mark, the tool's version and a checksum of the rest.</summary>
internal static class SealedFile
{
    private const int LongestFirstLine = 256;

    /// <summary>The content; nothing where there is no file, or another version of the tool wrote it.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    internal static ReadOnlyMemory<byte>? Read(string path, string mark, out bool isOfOtherVersion)
    {
        isOfOtherVersion = false;
        byte[] file;
        try
        {
            file = File.ReadAllBytes(path);
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        var (first, content) = Split(file);
        if (first.Length > LongestFirstLine || Encoding.ASCII.GetString(first.Span).Split(' ') is not [var name, var version, var checksum] || name != mark)
        {
            throw new InvalidDataException("it does not start as a kept result does");
        }
        if (Checksum(content.Span) != checksum) throw new InvalidDataException("its content is not what was written");
        isOfOtherVersion = version != ToolIdentity.Version;
        if (isOfOtherVersion) return null;
        return content;
    }

    /// <summary>Writes the file in one step.</summary>
    internal static void Write(string path, string mark, ReadOnlySpan<byte> content) =>
        CacheFolder.Write(path, [.. Encoding.ASCII.GetBytes($"{mark} {ToolIdentity.Version} {Checksum(content)}\n"), .. content]);

    /// <summary>The first line and what follows it.</summary>
    internal static (ReadOnlyMemory<byte> Line, ReadOnlyMemory<byte> Others) Split(ReadOnlyMemory<byte> content)
    {
        var end = content.Span.IndexOf((byte)'\n');
        return end < 0 ? (content, default) : (content[..end], content[(end + 1)..]);
    }

    private static string Checksum(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
