using Docsite.Execution;
using Docsite.Parsing;
using Docsite.Verification;

namespace Docsite;

internal static class SiteSummaries
{
    /// <summary>Counts what was verified.</summary>
    public static SiteSummary Of(IEnumerable<VerifiedPage> pages)
    {
        var all = pages.ToList();
        var blocks = all.SelectMany(page => page.Page.Steps.OfType<SessionStep.Block>()).ToList();
        var runs = all.SelectMany(page => page.Runs).SelectMany(run => run.Steps).ToList();
        return new SiteSummary(
            all.Count,
            blocks.Count(block => !IsIgnored(block)),
            runs.Count(run => run.Step is SessionStep.Block),
            runs.Sum(Values),
            blocks.Sum(block => block.Outputs.Length),
            blocks.Sum(block => block.Figures.Length),
            all.Sum(page => page.Page.Claims.Length),
            blocks.Count(IsIgnored));
    }

    private static int Values(StepRun run) => run.Step is SessionStep.ProseValue ? 1 : run.Values.Length;

    private static bool IsIgnored(SessionStep.Block block) => block.Options.Kind is BlockKind.Ignored;
}
