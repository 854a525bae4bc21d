using Docsite.Diagnostics;
using Docsite.Execution;
using Docsite.Execution.Compiling;
using Docsite.Pages;
using Docsite.Parsing;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Verification;

/// <summary>Judges what the compiler said of a step.</summary>
internal static class CompilerVerifier
{
    public static void Verify(VariantRun run, Findings findings)
    {
        // Nothing was asked of the compiler where the step never came to it.
        if (run.Run.End is StepEnd.NotRun or StepEnd.SettingsFailed) return;
        var options = (run.Run.Step as SessionStep.Block)?.Options;
        if (options?.Kind is BlockKind.Fails fails) FailsVerifier.Verify(run, fails, options.KindLocation ?? run.Run.Step.Location, findings);
        else VerifyCompiles(run, findings);
        VerifyComments(run, findings);
    }

    private static void VerifyCompiles(VariantRun run, Findings findings)
    {
        var errors = run.Run.Compiler.Where(message => message.IsError).ToList();
        var isBlock = run.Run.Step is SessionStep.Block;
        // A program has no fence that could announce it.
        var isFenced = run.Run.Step is SessionStep.Block { IsProgram: false };
        foreach (var error in errors.Where(error => !run.Run.Values.Any(value => value.IsExplainedBy(error))))
        {
            findings.Error(IdOf(error, DiagnosticIds.CompileError), error.Location, Text(error), [run],
                new Detail
                {
                    Notes = isFenced && IsCompilers(error) ? [$"a block that shows this error is announced with fails={error.Code}"]
                        : error.Text.EndsWith(ProgramCheck.Mark, StringComparison.Ordinal) ? ["what a program needs stands in it: #:project lines and usings; those of the settings are for the site alone"] : [],
                });
        }
        if (errors.Count == 0 && run.Run.End is StepEnd.DidNotCompile) findings.Error(DiagnosticIds.CompileError, run.Run.Step.Location, "it does not compile", [run]);
        if (run.Run.Step is SessionStep.Block block && !ApplicableFences.For(block.Diagnostics, run.Variant).IsEmpty) return;
        foreach (var warning in run.Run.Compiler.Where(message => !message.IsError && !IsAnnounced(run.Run, message)))
        {
            findings.Error(IdOf(warning, DiagnosticIds.CompileWarning), warning.Location, Text(warning), [run],
                new Detail { Label = "warning", Notes = isBlock && IsCompilers(warning) ? [$"announce it with // warning {warning.Code} behind the line"] : [] });
        }
    }

    /// <summary>Each comment <c>// error CS0029</c> must be met on its line.</summary>
    private static void VerifyComments(VariantRun run, Findings findings)
    {
        foreach (var stated in run.Run.StatedErrors)
        {
            if (run.Run.Compiler.Any(message => IsMet(stated, message))) continue;
            if (run.Run.Compiler.FirstOrDefault(message => message.Code == stated.Code && message.IsError == stated.IsError && IsAbove(stated, message)) is { } elsewhere)
            {
                CaretsDiffer(run, stated, elsewhere, findings);
                continue;
            }
            var onLine = run.Run.Compiler
                .Where(message => IsOnLine(stated.Location, message) && message.IsError == stated.IsError && !IsAnnounced(run.Run, message))
                .Select(message => message.Code)
                .Distinct()
                .ToList();
            var place = CodeIn(stated);
            findings.Error(DiagnosticIds.ErrorMissing, place, $"{stated.Code} did not come on this line", [run], new Detail
            {
                Label = "announced",
                Notes = onLine is [] ? [] : [$"was {string.Join(", ", onLine)}"],
                Edits = onLine is [var only] ? [new PageEdit(place, only)] : [],
            });
        }
    }

    /// <summary>Whether a comment on the message's line announces it.</summary>
    public static bool IsAnnounced(StepRun run, CompilerMessage message) => run.StatedErrors.Any(stated => IsMet(stated, message));

    /// <summary>Whether a comment on the message's line announces any message.</summary>
    public static bool HasComment(StepRun run, CompilerMessage message) => run.StatedErrors.Any(stated => IsAbove(stated, message) || IsOnLine(stated.Location, message));

    /// <summary>The message with its code, as compilers write it.</summary>
    public static string Text(CompilerMessage message) => IsCompilers(message) ? $"{message.Code}: {message.Text}" : message.Text;

    private static bool IsMet(StatedError stated, CompilerMessage message) =>
        message.Code == stated.Code && message.IsError == stated.IsError
        && (stated.Carets is { } carets ? carets.Span == Underlined(message.Location).Span : IsOnLine(stated.Location, message));

    private static bool IsOnLine(PageLocation stated, CompilerMessage message) =>
        stated.Start.Line >= message.Location.Start.Line && stated.Start.Line <= message.Location.End.Line;

    /// <summary>Whether a comment with carets stands right below the line that the message starts on.</summary>
    private static bool IsAbove(StatedError stated, CompilerMessage message) =>
        stated.Carets is { } carets && carets.Page == message.Location.Page && carets.Start.Line == message.Location.Start.Line;

    /// <summary>The part of a message's place that carets below its first line can stand under; they have one at least.</summary>
    private static PageLocation Underlined(PageLocation message)
    {
        var line = message.Page.LineSpan(message.Start.Line);
        return message with { Span = TextSpan.FromBounds(message.Span.Start, Math.Max(message.Span.Start + 1, Math.Min(message.Span.End, line.End))) };
    }

    private static void CaretsDiffer(VariantRun run, StatedError stated, CompilerMessage message, Findings findings)
    {
        var comment = stated.Location;
        var at = comment.Text.IndexOf('^', StringComparison.Ordinal);
        var carets = comment with { Span = new(comment.Span.Start + at, comment.Text.LastIndexOf('^') + 1 - at) };
        var due = Underlined(message.Location);
        findings.Error(DiagnosticIds.ErrorMissing, carets, $"{stated.Code} came at other columns", [run], new Detail
        {
            Label = "announced",
            Notes = [$"was below {due.Text}, columns {due.Start.Character + 1} to {due.Start.Character + due.Span.Length}"],
        });
    }

    private static PageLocation CodeIn(StatedError stated)
    {
        var at = stated.Location.Text.IndexOf(stated.Code, StringComparison.Ordinal);
        return at < 0 ? stated.Location : stated.Location with { Span = new(stated.Location.Span.Start + at, stated.Code.Length) };
    }

    /// <summary>Messages that the tool itself has about a block's code carry their own id.</summary>
    public static string IdOf(CompilerMessage message, string id) => IsCompilers(message) ? id : message.Code;

    /// <summary>Whether a message is the compiler's, not the tool's own.</summary>
    public static bool IsCompilers(CompilerMessage message) => !message.Code.StartsWith("DOC", StringComparison.Ordinal);
}
