using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Rendering;

/// <summary>Which stretch of a page's Markdown each stretch of its HTML comes from.</summary>
/// <param name="Entries">Stretches; an inner one lies within an outer one.</param>
public sealed record SourceMap(ImmutableArray<SourceMapEntry> Entries)
{
    private readonly Lazy<ImmutableArray<Nested>> _nested = new(() => Nest(Entries));

    /// <summary>No knowledge.</summary>
    public static SourceMap Empty { get; } = new([]);

    /// <summary>The innermost stretch around an offset in the HTML.</summary>
    /// <returns>Nothing where the HTML does not come from Markdown.</returns>
    public SourceMapEntry? Find(int offset)
    {
        var (low, high) = (0, _nested.Value.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_nested.Value[middle].Entry.Start <= offset) low = middle + 1;
            else high = middle;
        }
        var at = low - 1;
        while (at >= 0 && _nested.Value[at].Entry is var entry && offset >= entry.Start + entry.Length) at = _nested.Value[at].Around;
        return at < 0 ? null : _nested.Value[at].Entry;
    }

    // By their starts, the outer before the inner. Of two with the same length the inner one was finished, and so noted, first.
    private static ImmutableArray<Nested> Nest(ImmutableArray<SourceMapEntry> entries)
    {
        var sorted = entries.Reverse().OrderBy(entry => entry.Start).ThenByDescending(entry => entry.Length).ToList();
        var nested = ImmutableArray.CreateBuilder<Nested>(sorted.Count);
        var around = new Stack<int>();
        foreach (var entry in sorted)
        {
            while (around.TryPeek(out var last) && sorted[last].Start + sorted[last].Length <= entry.Start) _ = around.Pop();
            nested.Add(new Nested(entry, around.TryPeek(out var outer) ? outer : -1));
            around.Push(nested.Count - 1);
        }
        return nested.ToImmutable();
    }

    private sealed record Nested(SourceMapEntry Entry, int Around);
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
