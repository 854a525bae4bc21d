using System.Collections.Immutable;
using Docsite.Display;

namespace Docsite.Rendering;

/// <summary>A picture at its place on a page.</summary>
/// <param name="Id">Its id on the page; step n has the id <c>{Id}-s{n}</c>.</param>
/// <param name="Number">Its number on the page, from 1.</param>
/// <param name="Picture">Title and steps; the ids inside start with <paramref name="Id"/>.</param>
/// <param name="Variants">The variants that drew this same picture, e.g. <c>eras A, B2</c>; empty where all drew the same.</param>
public sealed record FigureModel(string Id, int Number, Picture Picture, string Variants)
{
    /// <summary>The code that led to each step, one entry a step; nothing for a step that none is known for.</summary>
    public ImmutableArray<StepCode?> Code { get; init; } = [];
}

/// <summary>The lines that ran between two steps of a picture.</summary>
/// <param name="BlockId">Id of the block on the page.</param>
/// <param name="IsCut">Whether more lines ran before these.</param>
/// <param name="Lines">The lines, in order.</param>
public sealed record StepCode(string BlockId, bool IsCut, ImmutableArray<CodeLine> Lines)
{
    /// <summary>The first of them among the lines of the block as a reader sees it, from 0.</summary>
    public required int First { get; init; }

    /// <summary>The last of them, from 0.</summary>
    public required int Last { get; init; }
}
