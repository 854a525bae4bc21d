using Docsite.Pages;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Parsing;

/// <summary>What stands before each line of a fence: quote marks and indentation.</summary>
/// <param name="Text">What a new line must start with.</param>
/// <param name="Column">The column that the fence starts at, tabs counted to their stops.</param>
/// <remarks>
/// Lines are told apart from their container here, not by what Markdig leaves of them: it takes the space behind a list mark
/// for indentation of a fence on the same line and cuts it off the fence's other lines, so that a printed space would be lost.
/// </remarks>
internal sealed record FencePrefix(string Text, int Column)
{
    private const int TabWidth = 4;

    /// <summary>The prefix of the closing line where it is as wide as that of the opening one, as it has no list marks.</summary>
    public static FencePrefix Of(PageText page, int openingStart, int? closingStart)
    {
        var opening = Before(page, openingStart);
        var column = Width(opening);
        if (closingStart is { } start && Before(page, start) is var closing && Width(closing) == column) opening = closing;
        var blank = string.Concat(opening.Select(c => c is '>' or '\t' ? c : ' '));
        // A quote mark takes a following space with it; with the space, a line that starts with another one keeps that.
        return new FencePrefix(blank.EndsWith('>') ? blank + " " : blank, column);
    }

    /// <summary>Where a line's own text starts.</summary>
    public int EndOn(PageText page, TextSpan line) =>
        page.Slice(line).StartsWith(Text, StringComparison.Ordinal) ? line.Start + Text.Length : BehindIndentation(page, line);

    /// <summary>Behind quote marks and white space up to the fence's column. A tab that starts before it and ends behind it is indentation.</summary>
    private int BehindIndentation(PageText page, TextSpan line)
    {
        var (offset, column, marks) = (line.Start, 0, Text.Count(c => c == '>'));
        while (offset < line.End && column < Column && (page.Text[offset] is ' ' or '\t' || (page.Text[offset] == '>' && marks-- > 0)))
        {
            column += page.Text[offset] == '\t' ? TabWidth - (column % TabWidth) : 1;
            offset++;
        }
        return offset;
    }

    private static string Before(PageText page, int offset) => page.Text[page.LineStart(page.PositionOf(offset).Line)..offset];

    private static int Width(string text) => text.Aggregate(0, (column, c) => column + (c == '\t' ? TabWidth - (column % TabWidth) : 1));
}
