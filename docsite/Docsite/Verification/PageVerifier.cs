using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Parsing;
using Docsite.Settings;

namespace Docsite.Verification;

/// <summary>
/// Compares what a page states with what happened, in both directions: what is announced must happen, and what happens must be
/// announced.
/// </summary>
public static class PageVerifier
{
    /// <summary>Verifies a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="runs">What happened in each of its sessions.</param>
    /// <param name="settings">The names of the variants.</param>
    /// <exception cref="ArgumentException">A session's runs are not those of its plan's steps.</exception>
    public static VerifiedPage Verify(ParsedPage page, ImmutableArray<SessionRun> runs, SiteSettings settings)
    {
        var bySteps = new Dictionary<string, List<VariantRun>>(StringComparer.Ordinal);
        foreach (var session in runs)
        {
            if (session.Steps.Length != session.Plan.Steps.Length)
            {
                throw new ArgumentException($"The session has {session.Plan.Steps.Length} steps and {session.Steps.Length} runs.", nameof(runs));
            }
            foreach (var step in session.Steps)
            {
                if (!bySteps.TryGetValue(step.Step.Id, out var list)) bySteps[step.Step.Id] = list = [];
                list.Add(new VariantRun(session.Plan.Variant, step));
            }
        }
        var findings = page.Steps
            .Where(step => bySteps.ContainsKey(step.Id))
            .SelectMany(step => BlockDefectException.At(step, () => VerifyStep(step, new StepRuns([.. bySteps[step.Id]]), settings)))
            .Concat(ClaimVerifier.Verify(page, id => bySteps.TryGetValue(id, out var own) ? new StepRuns([.. own]) : null))
            .ToImmutableArray();
        return new VerifiedPage(page, runs, WithoutSilentSkips(page, ConflictingEdits.TakeBack(findings)));
    }

    private static IEnumerable<Diagnostic> VerifyStep(SessionStep step, StepRuns runs, SiteSettings settings)
    {
        // What a misread block states is not known; its finding has been made.
        if (step is SessionStep.Block { IsMisread: true }) return [];
        var findings = new Findings(step.Id, runs, settings);
        foreach (var run in runs.Runs)
        {
            CompilerVerifier.Verify(run, findings);
            EndVerifier.Verify(run, findings);
        }
        switch (step)
        {
            case SessionStep.Block block:
                ValueVerifier.Verify(runs, findings);
                CompilerTextVerifier.Verify(block, runs, findings);
                OutputVerifier.Verify(block, runs, findings);
                FigureVerifier.Verify(block, runs, findings);
                break;
            case SessionStep.ProseValue value:
                ProseVerifier.Verify(value, runs, findings);
                break;
        }
        return findings.Joined();
    }

    /// <summary>A step that did not run is a note beside the error that kept it from running; without one it is itself the error.</summary>
    private static ImmutableArray<Diagnostic> WithoutSilentSkips(ParsedPage page, ImmutableArray<Diagnostic> findings)
    {
        var hasError = findings.Concat(page.Diagnostics).Any(finding => finding.Severity == Severity.Error);
        return hasError ? findings : [.. findings.Select(finding => finding.Id == DiagnosticIds.NotRun ? finding with { Severity = Severity.Error } : finding)];
    }
}
