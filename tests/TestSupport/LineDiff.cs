using System.Text;

namespace TestSupport;

/// <summary>Shows where two texts differ.</summary>
internal static class LineDiff
{
    private const int Context = 2;

    /// <summary>The differing lines in the middle, white space that no eye sees made visible, with two equal lines around them.</summary>
    public static string Of(string expected, string actual)
    {
        var (before, after) = (expected.Split('\n'), actual.Split('\n'));
        var same = 0;
        while (same < before.Length && same < after.Length && before[same] == after[same]) same++;
        var tail = 0;
        while (tail < before.Length - same && tail < after.Length - same && before[^(tail + 1)] == after[^(tail + 1)]) tail++;
        var text = new StringBuilder();
        foreach (var line in before[Math.Max(0, same - Context)..same]) Append(text, ' ', line);
        foreach (var line in before[same..^tail]) Append(text, '-', line);
        foreach (var line in after[same..^tail]) Append(text, '+', line);
        foreach (var line in after[^tail..].Take(Context)) Append(text, ' ', line);
        return text.ToString();
    }

    private static void Append(StringBuilder text, char mark, string line) =>
        text.Append(mark).Append(' ').Append(line.Replace("\r", "␍", StringComparison.Ordinal).Replace("\t", "→", StringComparison.Ordinal).Replace("\uFEFF", "⟦BOM⟧", StringComparison.Ordinal)).Append('\n');
}
