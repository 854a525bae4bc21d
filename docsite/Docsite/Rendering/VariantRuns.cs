using System.Collections.Immutable;
using Docsite.Execution;
using Docsite.Parsing;
using Docsite.Planning;

namespace Docsite.Rendering;

/// <summary>All that ran on a page, step by step.</summary>
public sealed class VariantRuns
{
    private readonly Dictionary<string, List<(Variant? Variant, StepRun Run)>> _runs = new(StringComparer.Ordinal);

    /// <summary>Sorts the runs of a page's sessions by step.</summary>
    /// <param name="sessions">Each session's plan and its runs, in any order of sessions.</param>
    /// <param name="variants">The settings' variants, in the order they are shown.</param>
    public VariantRuns(IEnumerable<(SessionPlan Plan, ImmutableArray<StepRun> Runs)> sessions, ImmutableArray<Variant> variants)
    {
        foreach (var (plan, runs) in sessions.OrderBy(session => session.Plan.Variant is { } variant ? variants.IndexOf(variant) : -1))
        {
            foreach (var run in runs)
            {
                if (!_runs.TryGetValue(run.Step.Id, out var list)) _runs.Add(run.Step.Id, list = []);
                list.Add((plan.Variant, run));
            }
        }
    }

    /// <summary>No runs.</summary>
    public static VariantRuns None { get; } = new([], []);

    /// <summary>The runs of a step, one a variant, in the order of the settings.</summary>
    /// <remarks>A set-up block runs before every session of its page; its first run in each variant stands for the others.</remarks>
    public IReadOnlyList<(Variant? Variant, StepRun Run)> Of(SessionStep step) =>
        _runs.TryGetValue(step.Id, out var runs) ? [.. runs.DistinctBy(run => run.Variant?.Name ?? "")] : [];
}
