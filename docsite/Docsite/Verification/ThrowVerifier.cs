using Docsite.Diagnostics;
using Docsite.Execution;
using Docsite.Pages;
using Docsite.Parsing;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Verification;

/// <summary>Judges an announced exception: its type, its message and its line.</summary>
internal static class ThrowVerifier
{
    public static void Verify(VariantRun run, StepEnd.Threw threw, Findings findings)
    {
        var name = Announcements.SimpleName(threw.TypeName);
        if (run.Run.Step is SessionStep.Block { Options: { Kind: BlockKind.Throws kind, KindLocation: { } place } } && !Announcements.IsType(kind.TypeName, threw.TypeName))
        {
            Other(run, place, threw, new PageEdit(place, name), findings);
        }
        if (run.Run.StatedThrow is not { } stated) return;
        if (!Announcements.IsType(stated.TypeName, threw.TypeName) || !IsMessage(stated.Message, threw.Message))
        {
            Other(run, stated.Location, threw, Rewritten(stated, threw, name), findings);
        }
        else if (!IsOnLine(stated.Location, threw.Location))
        {
            findings.Error(DiagnosticIds.ThrewElsewhere, threw.Location, "the exception came from this line", [run],
                new Detail { Label = "threw", Notes = [$"it is announced on line {stated.Location.Start.Line + 1}"] });
        }
    }

    private static void Other(VariantRun run, PageLocation stated, StepEnd.Threw threw, PageEdit? edit, Findings findings) =>
        findings.Error(DiagnosticIds.ThrewOther, stated, "another exception came", [run], new Detail
        {
            Label = "announced",
            Notes = [$"was {threw.TypeName}: {threw.Message.ReplaceLineEndings(" ")}", $"thrown on line {threw.Location.Start.Line + 1}"],
            Edits = edit is null ? [] : [edit],
        });

    private static bool IsMessage(string? stated, string actual) =>
        stated is null || new StatedLines([stated]).Matches([actual.ReplaceLineEndings(" ").TrimEnd()]);

    /// <summary>The comment with the type and, where it states one, the message that came.</summary>
    private static PageEdit? Rewritten(StatedThrow stated, StepEnd.Threw threw, string name)
    {
        var text = stated.Location.Text;
        var start = text.IndexOf(stated.TypeName, StringComparison.Ordinal);
        // Written down, a message such as '...' would stand for others than itself.
        if (start < 0 || (stated.Message is not null && StatedLines.IsWildcard(threw.Message))) return null;
        var end = stated.Message is { Length: > 0 } message && text.LastIndexOf(message, StringComparison.Ordinal) is var at and >= 0
            ? at + message.Length
            : start + stated.TypeName.Length;
        var replaced = stated.Message is null ? name : $"{name}: {threw.Message.ReplaceLineEndings(" ").TrimEnd()}";
        return new PageEdit(stated.Location with { Span = TextSpan.FromBounds(stated.Location.Span.Start + start, stated.Location.Span.Start + end) }, replaced);
    }

    /// <summary>Whether the comment stands on a line of the statement that threw, or alone on a line.</summary>
    private static bool IsOnLine(PageLocation comment, PageLocation thrown)
    {
        var line = comment.Start.Line;
        var isAlone = string.IsNullOrWhiteSpace(comment.Page.Text[comment.Page.LineStart(line)..comment.Span.Start].Replace('>', ' '));
        return isAlone || (line >= thrown.Start.Line && line <= thrown.End.Line);
    }
}
