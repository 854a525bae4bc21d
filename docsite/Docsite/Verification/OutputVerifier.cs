using Docsite.Parsing;

namespace Docsite.Verification;

/// <summary>Judges what a block printed.</summary>
internal static class OutputVerifier
{
    public static void Verify(SessionStep.Block block, StepRuns runs, Findings findings) =>
        new ExpectationVerifier(
            ExpectationKind.Output, block, block.Outputs,
            [.. runs.Whole.Select(run => new ProducedTexts(run, run.Run.Output.Length == 0 ? [] : [run.Run.Output]))], findings).Verify();
}
