using Docsite.Diagnostics;
using Docsite.Execution;
using Docsite.Pages;
using Docsite.Parsing;

namespace Docsite.Verification;

/// <summary>Judges a block that is announced to fail: the set of its error codes must be the announced one.</summary>
/// <remarks>Warnings are not judged there: what does not compile has no use for them.</remarks>
internal static class FailsVerifier
{
    public static void Verify(VariantRun run, BlockKind.Fails fails, PageLocation place, Findings findings)
    {
        var errors = run.Run.Compiler.Where(message => message.IsError && CompilerVerifier.IsCompilers(message)).ToList();
        foreach (var own in run.Run.Compiler.Where(message => !CompilerVerifier.IsCompilers(message))) findings.Error(own.Code, own.Location, own.Text, [run]);
        if (errors.Count == 0)
        {
            findings.Error(DiagnosticIds.ErrorMissing, place, $"the block compiles, and {string.Join(", ", fails.Codes)} is announced", [run], new Detail { Label = "announced" });
            return;
        }
        var codes = errors.Select(error => error.Code).Distinct().ToList();
        var detail = new Detail
        {
            Label = "announced",
            Notes = [$"was {string.Join(", ", codes)}"],
            Edits = [new PageEdit(place, string.Join(',', codes))],
        };
        foreach (var missing in fails.Codes.Where(code => !codes.Contains(code)))
        {
            findings.Error(DiagnosticIds.ErrorMissing, Inside(place, missing), $"{missing} did not come", [run], detail);
        }
        foreach (var error in errors.Where(error => !fails.Codes.Contains(error.Code)))
        {
            findings.Error(DiagnosticIds.ErrorNotStated, error.Location, CompilerVerifier.Text(error), [run],
                detail with { Label = null, Notes = [$"fails= announces {string.Join(", ", fails.Codes)}"] });
        }
        VerifyLines(run, errors, fails, findings);
    }

    /// <summary>Where one line says which error it shows, every line that has one must.</summary>
    private static void VerifyLines(VariantRun run, List<CompilerMessage> errors, BlockKind.Fails fails, Findings findings)
    {
        if (!run.Run.StatedErrors.Any(stated => stated.IsError)) return;
        // A comment on the line that states another code is a finding of its own, which names this one.
        foreach (var error in errors.Where(error => fails.Codes.Contains(error.Code) && !CompilerVerifier.HasComment(run.Run, error)))
        {
            findings.Error(DiagnosticIds.ErrorNotStated, error.Location, CompilerVerifier.Text(error), [run],
                new Detail { Notes = [$"other lines announce theirs; announce this with // error {error.Code} behind the line"] });
        }
    }

    private static PageLocation Inside(PageLocation place, string code)
    {
        var at = place.Text.IndexOf(code, StringComparison.Ordinal);
        return at < 0 ? place : place with { Span = new(place.Span.Start + at, code.Length) };
    }
}
