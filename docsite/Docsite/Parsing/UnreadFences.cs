using System.Text.RegularExpressions;
using Docsite.Diagnostics;
using Docsite.Pages;
using Markdig.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Parsing;

/// <summary>
/// Finds lines that a reader takes for the first line of a checked fence and Markdown does not: below an HTML tag, indented by
/// four blanks, behind the box of a task, with two backticks only. What stands there would be shown or lost, and never run.
/// </summary>
internal sealed partial class UnreadFences(PageText page, MarkdownDocument document, FindingList findings)
{
    /// <summary>Reports each such line below the front matter.</summary>
    public void Find(int bodyStart)
    {
        var read = Read();
        for (var line = page.PositionOf(bodyStart).Line; line < page.LineCount; line++)
        {
            var span = page.LineSpan(line);
            if (Opening().Match(page.Slice(span)) is not { Success: true } match) continue;
            var place = Fence.TrimEnd(page, TextSpan.FromBounds(span.Start + match.Groups["fence"].Index, span.End));
            if (!read.Any(one => one.Start <= place.Start && place.Start <= one.End)) Report(place, match);
        }
    }

    /// <summary>What is a fence, stands in one, or is a comment that no reader sees.</summary>
    private List<SourceSpan> Read() =>
    [
        .. document.Descendants<FencedCodeBlock>().Select(fence => fence.Span),
        .. document.Descendants<HtmlBlock>().Where(html => html.Type == HtmlBlockType.Comment).Select(html => html.Span),
    ];

    private void Report(TextSpan place, Match match) => findings.Error(
        DiagnosticIds.UnreadFence, place, "this fence is not read as one, so nothing in it is checked", Cure(match.Groups["fence"].Length));

    private string Cure(int length) => length < 3
        ? "a fence has three backticks or more"
        : "put an empty line before it, and do not indent it by four blanks or more than its list item"
            + (page.Text.Contains("[^", StringComparison.Ordinal) ? "; a footnote is read where the text names it, one of each name" : "");

    [GeneratedRegex(@"^[\s>]*(?:(?:[-*+:]|(?:\d+|[a-z]|[ivxlcdm]+)[.)]|\[[ x]\]|\[\^[^\]]+\]:)\s+)*(?<fence>`{2,}|~{3,})\s*\{?\.?(?:csharp|cs|c#|output|figure|diagnostics)(?![\w`])(?![^`]*`{2})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Opening();
}
