using System.Text.RegularExpressions;
using Docsite.Diagnostics;
using Docsite.Pages;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Parsing;

/// <summary>Where a page's front matter stands.</summary>
/// <param name="Yaml">The lines between the delimiters.</param>
/// <param name="BodyStart">The start of the line behind the closing <c>---</c>.</param>
internal sealed partial record FrontMatterSpan(TextSpan Yaml, int BodyStart)
{
    /// <summary>
    /// Finds front matter in Statiq's form: YAML ended by a <c>---</c> line. The opening <c>---</c> may be left out where the
    /// first line that says something is <c>Key: value</c>; any other page without the opening line has no front matter, so
    /// that a thematic break in the text stays one.
    /// </summary>
    public static FrontMatterSpan? Find(PageText page, FindingList findings)
    {
        var first = FirstLineWithText(page);
        if (first is not { } opening) return null;
        var hasOpening = IsDelimiter(page, opening);
        if (!hasOpening && !KeyAndColon().IsMatch(page.Slice(page.LineSpan(opening)))) return null;
        var start = hasOpening ? opening + 1 : opening;
        for (var line = start; line < page.LineCount; line++)
        {
            if (IsDelimiter(page, line)) return Between(page, start, line);
        }
        if (hasOpening ? opening == 0 && LooksLikeYaml(page, start) : StartsWithKey(page, opening))
        {
            findings.Error(DiagnosticIds.BadFrontMatter, page.LineSpan(opening), "the front matter has no end",
                ["end it with a line of three hyphens: ---", .. hasOpening ? [] : (string[])["to start with text instead, put an empty front matter above it: a line --- and again ---"]]);
            return new FrontMatterSpan(new TextSpan(page.LineStart(opening), 0), EndOfMeantLines(page, start));
        }
        return null;
    }

    // The lines that were meant are no text either.
    private static int EndOfMeantLines(PageText page, int line)
    {
        while (line < page.LineCount && MeantLine().IsMatch(page.Slice(page.LineSpan(line)))) line++;
        return line < page.LineCount ? page.LineStart(line) : page.Text.Length;
    }

    private static FrontMatterSpan Between(PageText page, int start, int end)
    {
        var behind = end + 1 < page.LineCount ? page.LineStart(end + 1) : page.Text.Length;
        return new FrontMatterSpan(TextSpan.FromBounds(page.LineStart(start), page.LineStart(end)), behind);
    }

    private static int? FirstLineWithText(PageText page)
    {
        for (var line = 0; line < page.LineCount; line++)
        {
            if (!string.IsNullOrWhiteSpace(page.Slice(page.LineSpan(line)))) return line;
        }
        return null;
    }

    private static bool IsDelimiter(PageText page, int line) => page.Slice(page.LineSpan(line)).TrimEnd() == "---";

    private static bool LooksLikeYaml(PageText page, int line) =>
        line < page.LineCount && KeyAndColon().IsMatch(page.Slice(page.LineSpan(line)));

    // Text may start with a word and a colon; one of the keys there is no such word.
    private static bool StartsWithKey(PageText page, int line)
    {
        var text = page.Slice(page.LineSpan(line));
        return PageKeys.OfPage.Any(key => text.StartsWith(key.Name + ":", StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_-]*:(\s|$)")]
    private static partial Regex KeyAndColon();

    [GeneratedRegex(@"^([A-Za-z][A-Za-z0-9_-]*:(\s|$)|[ \t]+\S|-\s|-+\s*$)", RegexOptions.ExplicitCapture)]
    private static partial Regex MeantLine();
}
