using System.Collections.Immutable;
using System.Text;

namespace Docsite.Verification;

/// <summary>The lines of a printed text. A line end at its end ends the last line; it starts no other.</summary>
internal static class PrintedLines
{
    public static ImmutableArray<string> Of(string text)
    {
        if (text.Length == 0) return [];
        // Half a surrogate pair is printed as a replacement character: no file could hold it.
        var printed = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        var lines = printed.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        return lines[^1].Length == 0 ? [.. lines[..^1]] : [.. lines];
    }
}
