using System.Collections.Immutable;
using Docsite.Diagnostics;

namespace Docsite.Generation;

/// <summary>What a generator made.</summary>
/// <param name="Pages">The pages in any order.</param>
public sealed record GeneratedPages(ImmutableArray<GeneratedPage> Pages)
{
    /// <summary>Nothing.</summary>
    public static GeneratedPages None { get; } = new([]);

    /// <summary>What is wrong with what the pages were made from, at its place in a source file.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}
