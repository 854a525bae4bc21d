using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Execution;
using Docsite.Pages;
using Docsite.Settings;
using Docsite.Verification;

namespace Docsite;

/// <summary>Runs the sessions of verified pages once more and finds what came out differently.</summary>
/// <param name="settings">The site.</param>
/// <param name="again">Runs sessions in other surroundings.</param>
/// <param name="containment">Where pages are lost over which the tool fails; nothing where that ends the run.</param>
internal sealed class Repetition(SiteSettings settings, Func<BlockSurroundings, ISessionRunner> again, Containment? containment = null)
{
    // Each alone, to tell which of them matters; the first is none, for what differs each time.
    private static readonly ImmutableArray<(BlockSurroundings Surroundings, string Cause, string Cure)> Causes =
    [
        (BlockSurroundings.Apart, "it differs from run to run", "take times, random numbers, Guids and hash codes from something that the block sets, and wait for threads in a fixed order"),
        (new BlockSurroundings { HasOtherCulture = true }, "it depends on the culture", "format with CultureInfo.InvariantCulture"),
        (new BlockSurroundings { HasOtherTimeZone = true }, "it depends on the local time zone", "use times in UTC"),
        (new BlockSurroundings { HasOtherFolder = true }, "it depends on the current directory", "name no path of the machine"),
    ];

    /// <summary>Runs them, the last page first.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="surroundings">Where they run again.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<ImmutableArray<Diagnostic>> CompareAsync(IEnumerable<CheckedPage> pages, BlockSurroundings surroundings, CancellationToken cancellation)
    {
        var runner = again(surroundings);
        return [.. (await Task.WhenAll(pages.Reverse().Select(Contained))).SelectMany(found => found)];

        async Task<IEnumerable<Diagnostic>> Contained(CheckedPage page) => containment is null ? await CompareAsync(page, surroundings, runner, cancellation)
            : await containment.OfAsync(page.Verified.Page.Page, () => CompareAsync(page, surroundings, runner, cancellation)) ?? [];
    }

    private async Task<IEnumerable<Diagnostic>> CompareAsync(CheckedPage page, BlockSurroundings surroundings, ISessionRunner runner, CancellationToken cancellation)
    {
        var differences = new List<(VariantRun Run, RunDifference Difference, string[] Notes)>();
        foreach (var session in page.Verified.Runs)
        {
            var found = Differences(session, await runner.RunAsync(session.Plan, cancellation));
            if (found.Count == 0) continue;
            var causes = surroundings == BlockSurroundings.Usual ? [] : await CausesAsync(session, cancellation);
            differences.AddRange(found.Select(one => (one.Run, one.Difference, NotesOf(one.Difference, causes))));
        }
        return differences.GroupBy(one => one.Run.Run.Step.Id, StringComparer.Ordinal).SelectMany(step => Join(page, step.Key, [.. step]));
    }

    private static List<(VariantRun Run, RunDifference Difference)> Differences(SessionRun first, ImmutableArray<StepRun> second) =>
        [.. first.Steps.Zip(second).SelectMany(pair => RunDifference.Between(pair.First, pair.Second, first.Plan.Variant).Select(one => (new VariantRun(first.Plan.Variant, pair.First), one)))];

    private async Task<List<(HashSet<(string, PageLocation)> Found, string[] Notes)>> CausesAsync(SessionRun session, CancellationToken cancellation)
    {
        var causes = new List<(HashSet<(string, PageLocation)>, string[])>();
        foreach (var (surroundings, cause, cure) in Causes)
        {
            var found = Differences(session, await again(surroundings).RunAsync(session.Plan, cancellation));
            causes.Add(([.. found.Select(one => (one.Difference.Id, one.Difference.Location))], [cause, cure]));
        }
        return causes;
    }

    private static string[] NotesOf(RunDifference difference, List<(HashSet<(string, PageLocation)> Found, string[] Notes)> causes)
    {
        if (causes is []) return [];
        var own = causes.Where(cause => cause.Found.Contains((difference.Id, difference.Location))).Select(cause => cause.Notes).FirstOrDefault();
        return own ?? ["it depends on the order of the pages, or on how many run at a time", "let the block set whatever it reads"];
    }

    private IEnumerable<Diagnostic> Join(CheckedPage page, string step, List<(VariantRun Run, RunDifference Difference, string[] Notes)> differences)
    {
        var runs = page.Verified.Runs.SelectMany(run => run.Steps.Where(one => one.Step.Id == step).Select(one => new VariantRun(run.Plan.Variant, one)));
        var findings = new Findings(step, new StepRuns([.. runs]), settings);
        foreach (var (run, difference, notes) in differences)
        {
            var severity = difference.Id == DiagnosticIds.VariableVaries ? Severity.Warning : Severity.Error;
            findings.Add(severity, difference.Id, difference.Location, $"{difference.What} was another when the block ran again", [run], new Detail
            {
                Notes = [.. Reading("first", difference.First), .. Reading("again", difference.Second), .. notes],
            });
        }
        return findings.Joined();
    }

    private static IEnumerable<string> Reading(string when, string text)
    {
        const int Longest = 200;
        var line = text.ReplaceLineEndings(" ");
        return [$"{when}: {(line.Length > Longest ? line[..Longest] + "…" : line)}"];
    }
}
