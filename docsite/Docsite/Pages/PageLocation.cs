using Microsoft.CodeAnalysis.Text;

namespace Docsite.Pages;

/// <summary>A stretch of a page.</summary>
public readonly record struct PageLocation(PageText Page, TextSpan Span)
{
    /// <summary>The text there.</summary>
    public string Text => Page.Slice(Span);

    /// <summary>Zero-based line and column of its first character.</summary>
    public LinePosition Start => Page.PositionOf(Span.Start);

    /// <summary>Zero-based line and column after its last character.</summary>
    public LinePosition End => Page.PositionOf(Span.End);

    /// <summary><c>path(line,column)</c> with one-based numbers, as compilers write it.</summary>
    public override string ToString() => $"{Page.Path}({Start.Line + 1},{Start.Character + 1})";
}
