using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Docsite.Planning;

namespace Docsite.Caching;

/// <summary>The folder of kept results: one file a session, replaced in one step, so that several runs of the tool may share it.</summary>
/// <remarks>A file has three lines: the store's mark with a checksum of the others, the label, the runs.</remarks>
/// <param name="folder">Its path; made when the first result is kept.</param>
internal sealed class RunStore(string folder)
{
    private const string Mark = "docsite-run";
    private const int LongestFirstLine = 256;

    /// <summary>The file of a session.</summary>
    internal string PathOf(SessionPlan plan) =>
        Path.Combine(folder, SessionKey.HashOf($"{plan.Page.Path}\0{plan.Name}\0{plan.Variant?.Name}") + ".run");

    /// <summary>What is kept for a session, whatever its key; nothing where there is nothing, or another version of the tool kept it.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    internal KeptSession? Read(SessionPlan plan)
    {
        byte[] content;
        try
        {
            content = File.ReadAllBytes(PathOf(plan));
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        var (first, rest) = Split(content);
        if (first.Length > LongestFirstLine || Encoding.ASCII.GetString(first.Span).Split(' ') is not [Mark, var version, var checksum])
        {
            throw new InvalidDataException("it does not start as a kept result does");
        }
        if (Checksum(rest.Span) != checksum) throw new InvalidDataException("its content is not what was written");
        if (version != ToolIdentity.Version) return null;
        var (label, runs) = Split(rest);
        return new KeptSession(JsonSerializer.Deserialize(label.Span, KeptSessionContext.Default.KeptLabel)!, runs);
    }

    /// <summary>Keeps a result.</summary>
    internal void Write(SessionPlan plan, KeptSession kept)
    {
        byte[] content = [.. JsonSerializer.SerializeToUtf8Bytes(kept.Label, KeptSessionContext.Default.KeptLabel), (byte)'\n', .. kept.Body.Span];
        CacheFolder.Write(PathOf(plan), [.. Encoding.ASCII.GetBytes($"{Mark} {ToolIdentity.Version} {Checksum(content)}\n"), .. content]);
    }

    /// <summary>Removes all files but these.</summary>
    internal void Keep(IEnumerable<string> paths)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var file in Directory.EnumerateFiles(folder, "*.run").Except(paths, StringComparer.Ordinal)) File.Delete(file);
    }

    private static (ReadOnlyMemory<byte> Line, ReadOnlyMemory<byte> Others) Split(ReadOnlyMemory<byte> content)
    {
        var end = content.Span.IndexOf((byte)'\n');
        return end < 0 ? (content, default) : (content[..end], content[(end + 1)..]);
    }

    private static string Checksum(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
