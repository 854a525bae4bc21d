using System.Globalization;
using System.Text;
using Docsite.Pages;

namespace Docsite.Diagnostics;

/// <summary>Shows a line of a page with marks below a stretch of it.</summary>
internal static class SourceExcerpt
{
    private const int NumberWidth = 5;
    private const int LongestLine = 200;

    /// <summary>Appends two lines: the page's line behind its number, and carets under the stretch with a word behind them.</summary>
    /// <remarks>Of a stretch over several lines the first is shown. An empty one gets one caret. Of what has no text, such as a folder, there is nothing to show.</remarks>
    public static void Append(StringBuilder text, PageLocation location, string? label)
    {
        var (page, start) = (location.Page, location.Start);
        if (page.Text.Length == 0 && label is null) return;
        var span = page.LineSpan(start.Line);
        var (line, cut) = Window(page.Slice(span), start.Character);
        var number = (start.Line + 1).ToString(CultureInfo.InvariantCulture).PadLeft(NumberWidth);
        text.Append(number).Append(" | ").Append(Printable(line).TrimEnd()).Append('\n');
        var from = Math.Clamp(start.Character - cut, 0, line.Length);
        var to = Math.Clamp(location.Span.End - span.Start - cut, from, line.Length);
        text.Append(' ', number.Length).Append(" | ").Append(Blank(line[..from])).Append('^', Math.Max(1, Carets(line[from..to])));
        if (label is not null) text.Append(' ').Append(Printable(label));
        text.Append('\n');
    }

    /// <summary>The part of a very long line around a column, and how many characters it leaves out before it.</summary>
    private static (string Text, int Cut) Window(string line, int column)
    {
        if (line.Length <= LongestLine) return (line, 0);
        var start = Math.Clamp(column - (LongestLine / 2), 0, line.Length - LongestLine);
        return (line.Substring(start, LongestLine), start);
    }

    /// <summary>The text with characters that would move a terminal's cursor replaced; tabs stay.</summary>
    public static string Printable(string text) =>
        text.Any(IsUnprintable) ? string.Concat(text.Select(c => IsUnprintable(c) ? '\uFFFD' : c)) : text;

    private static bool IsUnprintable(char c) => (char.IsControl(c) && c != '\t') || c is '\u2028' or '\u2029' || (c is >= '\u202A' and <= '\u202E') || (c is >= '\u2066' and <= '\u2069');

    /// <summary>White space as wide as a text: tabs stay tabs, so that they end at the same stops.</summary>
    private static string Blank(string text) =>
        string.Concat(Printable(text).EnumerateRunes().Select(rune => rune.Value == '\t' ? "\t" : new string(' ', TextWidth.Of(rune))));

    private static int Carets(string text) => Printable(text).EnumerateRunes().Sum(TextWidth.Of);
}
