using System.Collections.Immutable;
using Docsite.Pages;
using Markdig.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Parsing;

/// <summary>A fenced block as it stands on the page.</summary>
/// <param name="Syntax">Its place in the syntax tree.</param>
/// <param name="OpeningLine">The opening line from its first fence character on, without white space at the end.</param>
/// <param name="Info">What stands behind the opening fence characters.</param>
/// <param name="Body">The lines between.</param>
/// <param name="BodySpan">From the start of the first body line to the start of the closing line.</param>
/// <param name="EndOffset">The end of the closing line, before its line end.</param>
/// <param name="LinePrefix">What a line must start with to lie in the same container and at the same indentation.</param>
internal sealed record Fence(
    FencedCodeBlock Syntax, TextSpan OpeningLine, TextSpan Info, CodeRegion Body, TextSpan BodySpan, int EndOffset, string LinePrefix)
{
    /// <summary>Whether a closing line ends it.</summary>
    public bool IsClosed => Syntax.ClosingFencedCharCount > 0;

    /// <summary>Reads where a fence's parts stand.</summary>
    public static Fence Locate(PageText page, FencedCodeBlock syntax)
    {
        var first = page.PositionOf(syntax.Span.Start).Line;
        var opening = TrimEnd(page, TextSpan.FromBounds(syntax.Span.Start, page.LineSpan(first).End));
        var closingStart = syntax.Span.End + 1 - syntax.ClosingFencedCharCount;
        var last = syntax.ClosingFencedCharCount > 0 ? page.PositionOf(closingStart).Line : LastLine(page, syntax, first) + 1;
        var prefix = FencePrefix.Of(page, syntax.Span.Start, syntax.ClosingFencedCharCount > 0 ? closingStart : null);
        var bodyStart = first + 1 < page.LineCount ? page.LineStart(first + 1) : page.Text.Length;
        return new Fence(
            syntax,
            opening,
            TextSpan.FromBounds(Math.Min(opening.End, opening.Start + syntax.OpeningFencedCharCount), opening.End),
            new CodeRegion(page, BodyLines(page, first + 1, last, prefix)),
            TextSpan.FromBounds(bodyStart, last < page.LineCount ? Math.Max(bodyStart, page.LineStart(last)) : page.Text.Length),
            page.LineSpan(Math.Min(last, page.LineCount - 1)).End,
            prefix.Text);
    }

    /// <summary>A span without white space at its end.</summary>
    public static TextSpan TrimEnd(PageText page, TextSpan span) =>
        new(span.Start, page.Text.AsSpan(span.Start, span.Length).TrimEnd().Length);

    private static int LastLine(PageText page, FencedCodeBlock syntax, int first)
    {
        var last = first;
        for (var i = 0; i < syntax.Lines.Count; i++) last = Math.Max(last, syntax.Lines.Lines[i].Line);
        return Math.Min(last, page.LineCount - 1);
    }

    private static ImmutableArray<TextSpan> BodyLines(PageText page, int first, int end, FencePrefix prefix) =>
    [
        .. Enumerable.Range(first, Math.Max(0, end - first))
            .Select(page.LineSpan)
            .Select(line => TextSpan.FromBounds(prefix.EndOn(page, line), line.End)),
    ];
}
