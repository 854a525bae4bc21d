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
        var own = Own(step);
        if (step is not SessionStep.Block block) return [own];
        var fences = ApplicableFences.For(block.Figures, variant);
        return [.. fences.Select((fence, i) => fence.Id ?? Numbered(own, i + 1)), own];
    }

    /// <summary>The id that all of them start with which no fence names.</summary>
    internal static string Own(SessionStep step) => step.Id[(step.Id.LastIndexOf('#') + 1)..] + "-figure";

    internal static string Numbered(string own, int number) => number == 1 ? own : $"{own}-{number}";
}
