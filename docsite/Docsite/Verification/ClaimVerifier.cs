using Docsite.Diagnostics;
using Docsite.Execution;
using Docsite.Parsing;

namespace Docsite.Verification;

/// <summary>Judges whether the blocks of a claim state anything that a run could contradict.</summary>
internal static class ClaimVerifier
{
    /// <param name="page">The page.</param>
    /// <param name="runsOf">The runs of a step, by its id.</param>
    public static IEnumerable<Diagnostic> Verify(ParsedPage page, Func<string, StepRuns?> runsOf) => page.Claims
        .Where(claim => !claim.Blocks.IsEmpty && !claim.Blocks.Any(block => IsJudged(block, runsOf(block.Id))) && !HasProseValue(page, claim))
        .Select(claim => new Diagnostic(DiagnosticIds.BadClaim, Severity.Error, claim.Location, $"nothing inside claim {claim.Id} states what its run shows")
        {
            Subject = claim.Blocks[0].Id,
            Notes = ["state a value with // =>, an output, a figure, an error or an exception"],
        });

    /// <summary>What a block states is not known that is misread, or misses something of the settings; its finding has been made.</summary>
    private static bool IsJudged(SessionStep.Block block, StepRuns? runs) =>
        block.IsMisread || States(block) || runs?.Runs.Any(run => run.Run.End is StepEnd.SettingsFailed) == true || runs?.Runs.Any(run => States(run.Run)) == true;

    private static bool HasProseValue(ParsedPage page, Claim claim) => page.Steps.OfType<SessionStep.ProseValue>()
        .Any(value => claim.Syntax.Span.Start <= value.Location.Span.Start && value.Location.Span.Start <= claim.Syntax.Span.End);

    private static bool States(SessionStep.Block block) =>
        block.Options.Kind is BlockKind.Throws or BlockKind.Fails
        || block.Figures.Concat(block.Diagnostics).Any()
        || block.Outputs.Any(output => output.Text.Lines.Any(line => output.Text.Page.Slice(line).Trim() is not (StatedLines.AnyLines or "")));

    private static bool States(StepRun run) =>
        run.StatedThrow is not null || !run.StatedErrors.IsEmpty || !run.Values.IsEmpty;
}
