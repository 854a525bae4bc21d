using Docsite.Parsing;

namespace Docsite.Verification;

/// <summary>Judges the pictures that a block showed, by their text form.</summary>
internal static class FigureVerifier
{
    public static void Verify(SessionStep.Block block, StepRuns runs, Findings findings) =>
        new ExpectationVerifier(
            ExpectationKind.Figure, block, block.Figures,
            [.. runs.Whole.Select(run => new ProducedTexts(run, [.. run.Run.Pictures.Select(picture => picture.Text)]))], findings).Verify();
}
