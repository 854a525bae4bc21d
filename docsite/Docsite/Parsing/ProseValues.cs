using System.Text.RegularExpressions;
using Docsite.Diagnostics;
using Docsite.Pages;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Parsing;

/// <summary>Finds values in prose that a comment keeps true: <c>1025&lt;!--= page.RefCount --&gt;</c>.</summary>
internal sealed partial class ProseValues(PageText page, MarkdownDocument document, FindingList findings)
{
    private const string Opening = "<!--=";
    private const string Closing = "-->";

    /// <summary>Every such comment, with the stretch before it that it speaks of.</summary>
    /// <remarks>A comment that Markdown does not read as one inside a line of text would silently not be checked; it is a finding.</remarks>
    public List<(PageLocation Comment, PageLocation Shown, CodeRegion Expression)> Find(int bodyStart)
    {
        var comments = document.Descendants<HtmlInline>()
            .Where(inline => inline.Tag.StartsWith(Opening, StringComparison.Ordinal))
            .GroupBy(inline => inline.Span.Start).ToDictionary(group => group.Key, group => group.First());
        var code = CodeSpans();
        var found = new List<(PageLocation, PageLocation, CodeRegion)>();
        for (var at = IndexOf(bodyStart); at >= 0; at = IndexOf(at + Opening.Length))
        {
            if (comments.TryGetValue(at, out var comment))
            {
                if (Expression(comment) is { } expression) found.Add((Locate(CommentSpan(comment)), Locate(Shown(comment)), expression));
            }
            else if (IsText(at, code) && page.Text.AsSpan(at + Opening.Length) is not ['=', ..])
            {
                Misplaced(at);
            }
        }
        foreach (var miss in NearMiss().Matches(page.Text, bodyStart).Where(miss => IsText(miss.Index, code)))
        {
            findings.Error(DiagnosticIds.BadProseValue, new TextSpan(miss.Index, miss.Length), "this value comment is not checked",
                "it starts with <!--= and nothing else: 1025<!--= page.RefCount -->");
        }
        return found;
    }

    private bool IsText(int at, List<TextSpan> code) => !code.Any(span => span.Contains(at)) && (at == 0 || page.Text[at - 1] != '\\');

    private int IndexOf(int from) => page.Text.IndexOf(Opening, from, StringComparison.Ordinal);

    private PageLocation Locate(TextSpan span) => new(page, span);

    private List<TextSpan> CodeSpans() =>
    [
        .. document.Descendants<CodeBlock>().Select(block => SpanOf(block.Span)),
        .. document.Descendants<CodeInline>().Select(inline => SpanOf(inline.Span)),
    ];

    private static TextSpan SpanOf(SourceSpan span) => TextSpan.FromBounds(span.Start, Math.Max(span.Start, span.End + 1));

    private static TextSpan CommentSpan(HtmlInline comment) => SpanOf(comment.Span);

    private CodeRegion? Expression(HtmlInline comment)
    {
        var span = CommentSpan(comment);
        var start = span.Start + Opening.Length;
        var inner = TextSpan.FromBounds(start, Math.Max(start, span.End - Closing.Length));
        if (page.PositionOf(span.Start).Line != page.PositionOf(span.End).Line)
        {
            findings.Error(DiagnosticIds.BadProseValue, new TextSpan(span.Start, Opening.Length), "the value comment runs over several lines",
                "write it on one line; compute longer values in a block before");
            return null;
        }
        var text = page.Slice(inner);
        var expression = new TextSpan(inner.Start + (text.Length - text.TrimStart().Length), text.Trim().Length);
        if (text.StartsWith('=')) return null;
        if (expression.Length > 0) return new CodeRegion(page, [expression]);
        findings.Error(DiagnosticIds.BadProseValue, span, "the value comment has no expression", "write it like 1025<!--= page.RefCount -->");
        return null;
    }

    private void Misplaced(int at)
    {
        var line = page.LineSpan(page.PositionOf(at).Line);
        var isClosed = page.Text.IndexOf(Closing, at, line.End - at, StringComparison.Ordinal) >= 0;
        findings.Error(DiagnosticIds.BadProseValue, new TextSpan(at, Opening.Length), "this value comment is not checked", isClosed
            ? "it stands in raw HTML or starts a line, where Markdown reads no text; put it directly behind the value inside a sentence"
            : "close it on the same line: 1025<!--= page.RefCount -->");
    }

    /// <summary>
    /// The code, emphasis or text of a link that ends at the comment, without its marks; else the last word before it, without an opening
    /// bracket or quote. Nothing, at the comment, where white space or nothing stands before it: the value is not written yet.
    /// </summary>
    private TextSpan Shown(HtmlInline comment)
    {
        var end = comment.Span.Start;
        switch (comment.PreviousSibling)
        {
            case LinkInline { IsImage: false, IsAutoLink: false, FirstChild: { } first, LastChild: { } last } link when link.Span.End + 1 == end:
                return first == last && InsideMarks(first) is { } innermost ? innermost : SpanOf(new SourceSpan(first.Span.Start, last.Span.End));
            case { } marked when marked.Span.End + 1 == end && InsideMarks(marked) is { } inside:
                return inside;
            default:
                return LastWord(Math.Max(page.LineSpan(page.PositionOf(end).Line).Start, comment.PreviousSibling?.Span.Start ?? end), end);
        }
    }

    private TextSpan? InsideMarks(Inline inline) => inline switch
    {
        CodeInline code => InsideMarks(SpanOf(code.Span), code.DelimiterCount),
        EmphasisInline emphasis => InsideMarks(SpanOf(emphasis.Span), emphasis.DelimiterCount),
        _ => null,
    };

    private TextSpan InsideMarks(TextSpan whole, int marks)
    {
        var inner = TextSpan.FromBounds(whole.Start + marks, Math.Max(whole.Start + marks, whole.End - marks));
        var text = page.Slice(inner);
        return new TextSpan(inner.Start + (text.Length - text.TrimStart().Length), text.Trim().Length);
    }

    private TextSpan LastWord(int from, int end)
    {
        var start = end;
        while (start > from && !char.IsWhiteSpace(page.Text[start - 1])) start--;
        while (start < end && page.Text[start] is '(' or '[' or '{' or '"' or '\'' or '“' or '‘' or '«' or '„') start++;
        return TextSpan.FromBounds(start, end);
    }

    /// <summary>The start of a comment that resembles one with a value: <c>&lt;!-- =</c>, <c>&lt;!-=</c>, <c>&lt;!--==</c>.</summary>
    [GeneratedRegex(@"<!-{1,4}\s*:?={1,3}(?<!<!--=)")]
    private static partial Regex NearMiss();
}
