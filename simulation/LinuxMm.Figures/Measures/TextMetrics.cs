using System.Globalization;
using System.Text;

namespace LinuxMm.Figures;

/// <summary>How wide text becomes in a monospaced font, by a rule instead of a font, so that every machine agrees.</summary>
internal static class TextMetrics
{
    /// <summary>Advance of the widest common monospaced fonts, in thousandths of the font size.</summary>
    private const int Narrow = 602;

    /// <summary>Symbols and scripts that come from another font than the monospaced one.</summary>
    private const int Foreign = 1000;

    /// <summary>East Asian wide characters and emoji.</summary>
    private const int Wide = 1250;

    private const string Past = " (was ";
    private const string Ellipsis = "…";

    /// <summary>An upper bound of the width in user units.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="fontSize">The size of the font in user units.</param>
    public static int Width(string text, int fontSize)
    {
        var thousandths = Clusters(text).Sum(cluster => (long)Advance(cluster));
        return (int)Math.Min(int.MaxValue, ((thousandths * fontSize) + 999) / 1000);
    }

    /// <summary>Columns in a terminal or editor: 2 for wide characters.</summary>
    public static int Cells(string text) => Clusters(text).Sum(cluster => Advance(cluster) == Wide ? 2 : 1);

    /// <summary>The text, or the text without its past, or its beginning with an ellipsis, whichever fits first.</summary>
    public static string Fit(string text, int width, int fontSize)
    {
        if (Width(text, fontSize) <= width) return text;
        if (WithoutPast(text) is var present && Width(present, fontSize) <= width) return present;
        var kept = new StringBuilder();
        var room = ((long)width * 1000 / fontSize) - Narrow;
        foreach (var cluster in Clusters(text))
        {
            room -= Advance(cluster);
            if (room < 0) break;
            kept.Append(cluster);
        }

        return kept.ToString().TrimEnd() + Ellipsis;
    }

    /// <summary>The text without what it was before.</summary>
    public static string WithoutPast(string text) => text.IndexOf(Past, StringComparison.Ordinal) is > 0 and var at ? text[..at] : text;

    private static IEnumerable<string> Clusters(string text)
    {
        var clusters = StringInfo.GetTextElementEnumerator(text);
        while (clusters.MoveNext()) yield return clusters.GetTextElement();
    }

    /// <summary>The widest character of a cluster counts; marks stand on it. An emoji selector makes any character wide.</summary>
    private static int Advance(string cluster) => cluster.EnumerateRunes().Max(rune => rune.Value switch
    {
        >= 0x2066 and <= 0x2069 => 0,
        '…' or '×' or (>= 0x20 and < 0x530) or (>= 0x2010 and <= 0x2027) => Narrow,
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) => Wide,
        0xFE0F or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFFE6) or >= 0x1F000 => Wide,
        (>= 0x2600 and <= 0x27BF) => Wide,
        _ => Foreign,
    });
}
