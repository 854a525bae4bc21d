using System.Globalization;
using Docsite.Diagnostics;
using Docsite.Execution;
using Docsite.Pages;
using Docsite.Parsing;

namespace Docsite.Verification;

/// <summary>Judges how a step ended.</summary>
internal static class EndVerifier
{
    private const int RawTextShown = 200;

    public static void Verify(VariantRun run, Findings findings)
    {
        switch (run.Run.End)
        {
            case StepEnd.Completed or StepEnd.CompiledOnly or StepEnd.DidNotCompile when Announcements.OfThrow(run.Run):
                DidNotThrow(run, findings);
                break;
            case StepEnd.Threw threw when Announcements.OfThrow(run.Run):
                ThrowVerifier.Verify(run, threw, findings);
                break;
            case StepEnd.Threw threw:
                Threw(run, threw, findings);
                break;
            // The value that could not be written down is the finding.
            case StepEnd.TimedOut or StepEnd.ProcessEnded when run.Run.Values.Any(value => value.Outcome is ValueOutcome.Differs { IsUnread: true }):
                break;
            case StepEnd.TimedOut timedOut:
                findings.Error(DiagnosticIds.TimedOut, timedOut.Location, $"still running after {Seconds(timedOut.Limit)}", [run],
                    new Detail { Label = "running", Notes = [run.Run.Step is SessionStep.Block { IsProgram: true } ? "// Timeout: 30s in the first comment gives it more time" : "timeout=30s on the fence gives it more time"] });
                break;
            case StepEnd.ProcessEnded ended:
                findings.Error(DiagnosticIds.ProcessEnded, ended.Location, $"the process ended: {ended.Reason}", [run],
                    new Detail { Notes = ["a block ends with its last statement; code that cannot is shown with ignore=\"reason\""] });
                break;
            case StepEnd.NotRun notRun:
                findings.Add(Severity.Note, DiagnosticIds.NotRun, run.Run.Step.Location, $"not run: {notRun.Reason}", [run]);
                break;
        }
        foreach (var escape in run.Run.Escapes) findings.Error(escape.Code, escape.Location, escape.Text, [run]);
        if (run.IsWhole && run.Run.RawOutput.Length > 0) WrotePastConsole(run, findings);
    }

    private static void DidNotThrow(VariantRun run, Findings findings)
    {
        // What does not compile cannot throw; the compiler's message is the finding.
        if (run.Run.End is not StepEnd.Completed) return;
        var kind = run.Run.Step is SessionStep.Block { Options: { Kind: BlockKind.Throws, KindLocation: { } place } } ? place : (PageLocation?)null;
        var location = kind ?? run.Run.StatedThrow?.Location ?? run.Run.Step.Location;
        findings.Error(DiagnosticIds.DidNotThrow, location, "it did not throw", [run],
            new Detail { Label = "announced" });
    }

    private static void Threw(VariantRun run, StepEnd.Threw threw, Findings findings)
    {
        var name = Announcements.SimpleName(threw.TypeName);
        var header = run.Run.Step is SessionStep.Block { IsProgram: true } ? $"// Throws: {name} in the first comment" : $"throws={name} on the fence";
        string[] cultures = (threw.TypeName + threw.StackTrace).Contains("CultureNotFoundException", StringComparison.Ordinal) && findings.Settings.InvariantGlobalization ? ["blocks know other cultures with InvariantGlobalization: false in docsite.yml"] : [];
        string[] cure = run.Run.Step is SessionStep.Block ? [.. cultures, $"announce it with {header}, or // throws {name} behind the line"] : [];
        findings.Error(DiagnosticIds.Threw, threw.Location, $"{threw.TypeName}: {FirstLine(threw.Message)}", [run],
            new Detail { Label = "threw", Notes = [.. Trace(threw), .. cure] });
    }

    private static string[] Trace(StepEnd.Threw threw) =>
        threw.StackTrace.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is var frames && frames is [var only] && only == $"at {threw.Location}" ? [] : frames;

    private static void WrotePastConsole(VariantRun run, Findings findings)
    {
        var text = run.Run.RawOutput.TrimEnd();
        findings.Error(DiagnosticIds.RawOutput, run.Run.Step.Location, "it wrote to the process's own output", [run],
            new Detail { Notes = [.. text[..Math.Min(text.Length, RawTextShown)].Split('\n').Select(line => $"wrote {line}"), "write with Console; an output fence states it then"] });
    }

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd();

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");
}
