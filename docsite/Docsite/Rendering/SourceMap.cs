using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Rendering;

/// <summary>Which stretch of a page's Markdown each stretch of its HTML comes from.</summary>
/// <param name="Entries">Stretches; an inner one lies within an outer one.</param>
public sealed record SourceMap(ImmutableArray<SourceMapEntry> Entries)
{
    /// <summary>No knowledge.</summary>
    public static SourceMap Empty { get; } = new([]);

    /// <summary>The innermost stretch around an offset in the HTML.</summary>
    /// <returns>Nothing where the HTML does not come from Markdown.</returns>
    public SourceMapEntry? Find(int offset)
    {
        SourceMapEntry? found = null;
        foreach (var entry in Entries)
        {
            var isInside = entry.Start <= offset && offset < entry.Start + entry.Length;
            // Of two with the same length the inner one was finished, and so noted, first.
            if (isInside && (found is null || entry.Length < found.Length)) found = entry;
        }
        return found;
    }
}

/// <summary>A stretch of HTML and where it comes from.</summary>
/// <param name="Start">Offset in the HTML.</param>
/// <param name="Length">Length in the HTML.</param>
/// <param name="Span">The stretch of Markdown.</param>
public sealed record SourceMapEntry(int Start, int Length, TextSpan Span)
{
    /// <summary>The address inside a link or image.</summary>
    public TextSpan? Url { get; init; }

    /// <summary>Whether the HTML stands in the Markdown letter by letter, so that offsets inside are the same.</summary>
    public bool IsVerbatim { get; init; }
}
