using System.Collections.Immutable;
using Docsite.Pages;
using Markdig.Syntax;

namespace Docsite.Parsing;

/// <summary>A <c>csharp</c> fence while the fences behind it are still being attached.</summary>
internal sealed class BlockDraft(Fence fence, BlockOptions options, InfoWord? name)
{
    private int _end = fence.EndOffset;

    public Fence Fence { get; } = fence;

    public BlockOptions Options { get; } = options;

    public InfoWord? Name { get; } = name;

    /// <summary>The code that runs: the fence's own, or the lines of a file that fill it.</summary>
    public required CodeRegion Code { get; init; }

    public bool IsMisread { get; set; }

    public Dictionary<string, List<ExpectationFence>> Expectations { get; } = [];

    /// <summary>The findings about this block, as a range of the page's list each; they get its id as their subject.</summary>
    public List<(int First, int End)> Findings { get; } = [];

    public void Attach(string word, ExpectationFence expectation)
    {
        if (!Expectations.TryGetValue(word, out var list)) Expectations[word] = list = [];
        list.Add(expectation);
        _end = Math.Max(_end, expectation.EndOffset);
    }

    public SessionStep.Block ToStep(string id, PageText page) =>
        new(id, new PageLocation(page, Fence.OpeningLine), Options, Code, Fence.Syntax)
        {
            Outputs = Of("output"),
            Figures = Of("figure"),
            Diagnostics = Of("diagnostics"),
            IsMisread = IsMisread,
            EndOffset = _end,
            LinePrefix = Fence.LinePrefix,
        };

    /// <summary>Whether the block's fence and another block are siblings.</summary>
    public bool IsIn(ContainerBlock? container) => ReferenceEquals(Fence.Syntax.Parent, container);

    private ImmutableArray<ExpectationFence> Of(string word) => Expectations.TryGetValue(word, out var list) ? [.. list] : [];
}
