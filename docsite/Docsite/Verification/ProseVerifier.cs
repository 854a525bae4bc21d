using System.Buffers;
using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Execution;
using Docsite.Pages;
using Docsite.Parsing;

namespace Docsite.Verification;

/// <summary>Judges a value in prose, which all variants of its session must share.</summary>
internal static class ProseVerifier
{
    private static readonly SearchValues<char> MarkdownMarks = SearchValues.Create("`*_[]<>|\\\r\n");

    public static void Verify(SessionStep.ProseValue value, StepRuns runs, Findings findings)
    {
        VerifySilence(value, runs, findings);
        var whole = runs.Runs.Where(run => run.Run.End is StepEnd.Completed).ToList();
        var without = whole.Where(run => run.Run.Trailing is null).ToList();
        if (without is not []) findings.Error(DiagnosticIds.BadProseValue, new PageLocation(value.Location.Page, value.Expression.Lines[0]), "the expression has no value", without);
        var found = whole.Where(run => run.Run.Trailing is not null).ToList();
        var differing = found.Where(run => !IsShown(value.Shown.Text, run.Run.Trailing!)).ToList();
        if (differing is []) return;
        var isMissing = value.Shown.Span.IsEmpty;
        var place = isMissing ? value.Location : value.Shown;
        var texts = found.GroupBy(run => $"{run.Run.Trailing!.Text} ({run.Run.Trailing.TypeName})").ToList();
        findings.Error(
            isMissing ? DiagnosticIds.ValueMissing : DiagnosticIds.ValueDiffers, place, isMissing ? "no value is written before this comment yet" : "value differs", differing,
            new Detail
            {
                Label = isMissing ? null : "written",
                Notes = texts is [var only] ? [$"was {only.Key}"] : [.. texts.Select(same => $"{findings.VariantList(same.Select(run => run.Variant?.Name ?? ""))}: {same.Key}")],
                Edits = texts.Count == 1 ? Edits(value, found[0].Run.Trailing!.Text) : [],
            });
    }

    /// <summary>Prose has no fence that could state what its expression prints or shows.</summary>
    private static void VerifySilence(SessionStep.ProseValue value, StepRuns runs, Findings findings)
    {
        var place = new PageLocation(value.Location.Page, value.Expression.Lines[0]);
        var printing = runs.Runs.Where(run => run.Run.Output.Length > 0).ToList();
        if (printing is not []) findings.Error(DiagnosticIds.OutputNotStated, place, "the expression prints, and prose states no output", printing);
        var showing = runs.Runs.Where(run => !run.Run.Pictures.IsEmpty).ToList();
        if (showing is not []) findings.Error(DiagnosticIds.FigureNotStated, place, "the expression shows a picture, and prose states none", showing);
    }

    /// <summary>Whether the page writes a value; a number may have its digits grouped.</summary>
    private static bool IsShown(string shown, TrailingValue value) =>
        shown == value.Text || shown == value.Literal || (value.Text.All(c => char.IsAsciiDigit(c) || c is '-' or '.') && WithoutGroups(shown) == value.Text);

    private static string WithoutGroups(string shown) => string.Concat(shown.Where(c => c is not (',' or '\'' or ' ' or '\u00A0' or '\u202F')));

    /// <summary>Text that Markdown would read otherwise, or that has several words, is only written between marks that hold it together.</summary>
    private static ImmutableArray<PageEdit> Edits(SessionStep.ProseValue value, string text)
    {
        var isMarked = value.Shown.Span.End < value.Location.Span.Start;
        var isPlain = text.Length > 0 && !text.AsSpan().ContainsAny(MarkdownMarks) && (isMarked || !text.Any(char.IsWhiteSpace));
        return isPlain ? [new PageEdit(value.Shown, text)] : [];
    }
}
