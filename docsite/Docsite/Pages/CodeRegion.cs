using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Pages;

/// <summary>
/// The lines of a fence as code: what stands before them on the page (quote marks, list indentation) is left out,
/// and every character still knows its place on the page.
/// </summary>
/// <param name="Page">The page.</param>
/// <param name="Lines">Each line's span on the page, without its line end.</param>
public sealed record CodeRegion(PageText Page, ImmutableArray<TextSpan> Lines)
{
    /// <summary>The code: the lines joined by <c>\n</c>, whatever ends lines on the page.</summary>
    public string Code => string.Join('\n', Lines.Select(Page.Slice));

    /// <summary>The place on the page of a span of <see cref="Code"/>.</summary>
    public PageLocation Locate(TextSpan codeSpan) =>
        new(Page, TextSpan.FromBounds(OffsetOnPage(codeSpan.Start), OffsetOnPage(codeSpan.End)));

    /// <summary>The place on the page of an offset in <see cref="Code"/>.</summary>
    public int OffsetOnPage(int codeOffset)
    {
        foreach (var line in Lines)
        {
            if (codeOffset <= line.Length) return line.Start + codeOffset;
            codeOffset -= line.Length + 1;
        }
        throw new ArgumentOutOfRangeException(nameof(codeOffset), codeOffset, "The offset lies behind the code.");
    }
}
