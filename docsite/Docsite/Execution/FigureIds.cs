using System.Collections.Immutable;
using Docsite.Parsing;
using Docsite.Planning;

namespace Docsite.Execution;

/// <summary>The ids of the pictures that a block shows, in order.</summary>
internal static class FigureIds
{
    /// <returns>The ids that figure fences name or leave to the block's name; the last one is the block's, for pictures without a fence.</returns>
    internal static ImmutableArray<string> Of(SessionStep step, Variant? variant)
    {
        var own = step.Id[(step.Id.LastIndexOf('#') + 1)..] + "-figure";
        if (step is not SessionStep.Block block) return [own];
        var fences = ApplicableFences.For(block.Figures, variant);
        return [.. fences.Select((fence, i) => fence.Id ?? Numbered(own, i + 1)), own];
    }

    internal static string Numbered(string own, int number) => number == 1 ? own : $"{own}-{number}";
}
