using System.Collections.Immutable;

namespace Docsite.Verification;

/// <summary>The lines of a printed text. A line end at its end ends the last line; it starts no other.</summary>
internal static class PrintedLines
{
    public static ImmutableArray<string> Of(string text)
    {
        if (text.Length == 0) return [];
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        return lines[^1].Length == 0 ? [.. lines[..^1]] : [.. lines];
    }
}
