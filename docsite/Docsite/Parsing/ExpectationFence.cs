using System.Collections.Immutable;
using Docsite.Pages;
using Markdig.Syntax;

namespace Docsite.Parsing;

/// <summary>An <c>output</c>, <c>figure</c> or <c>diagnostics</c> fence: what a block is stated to print or show, or what the compiler says of it.</summary>
/// <param name="Location">Its first line's info string.</param>
/// <param name="Text">The stated lines.</param>
/// <param name="Syntax">Its place in the page's syntax tree.</param>
public sealed record ExpectationFence(PageLocation Location, CodeRegion Text, FencedCodeBlock Syntax)
{
    /// <summary>The fence's own id (<c>id=</c>), used for a figure's address.</summary>
    public string? Id { get; init; }

    /// <summary>A title given on the fence.</summary>
    public string? Title { get; init; }

    /// <summary>The variants it speaks of; empty for all that no other fence names.</summary>
    public ImmutableArray<string> Variants { get; init; } = [];

    /// <summary>Where <see cref="Variants"/> are named; nothing where none is.</summary>
    public PageLocation? VariantsLocation { get; init; }

    /// <summary>The end of its last line, before the line end.</summary>
    public int EndOffset { get; init; }

    /// <summary>The whole body on the page, from the first body line's start to before the closing fence's line; replaced on accept.</summary>
    public required PageLocation Body { get; init; }

    /// <summary>What stands before each of its lines on the page.</summary>
    public required string LinePrefix { get; init; }
}
