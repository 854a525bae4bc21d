using System.Collections.Immutable;
using Docsite.Execution;
using Docsite.Planning;

namespace Docsite.Verification;

/// <summary>A run of a step in a variant.</summary>
internal sealed record VariantRun(Variant? Variant, StepRun Run)
{
    /// <summary>Whether the step got to the end that its block announces, so that all it states can be judged.</summary>
    public bool IsWhole => Run.End is StepEnd.Completed || (Run.End is StepEnd.Threw && Announcements.OfThrow(Run));
}

/// <summary>All runs of one step: one for each variant, for a setup block one for each session too.</summary>
internal sealed record StepRuns(ImmutableArray<VariantRun> Runs)
{
    /// <summary>The names of the variants it ran in, in the settings' order; empty where it ran in none.</summary>
    public ImmutableArray<string> Variants { get; } = [.. Runs.Select(run => run.Variant?.Name).OfType<string>().Distinct()];

    /// <summary>The runs that got to the end that the block announces.</summary>
    public IEnumerable<VariantRun> Whole => Runs.Where(run => run.IsWhole);
}
