using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Execution;
using Docsite.Pages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Verification;

/// <summary>Judges the comments <c>// => 1025</c>, each over all variants that its block ran in.</summary>
internal static class ValueVerifier
{
    public static void Verify(StepRuns runs, Findings findings)
    {
        var comments = runs.Runs
            .SelectMany(run => run.Run.Values.Select(value => (Run: run, Value: value)))
            .GroupBy(found => found.Value.Comment)
            .OrderBy(group => group.Key.Span.Start);
        foreach (var comment in comments) VerifyComment(comment.Key, [.. comment.Select(found => new FoundValue(found.Run, found.Value))], findings);
        VerifyTrailing(runs, findings);
    }

    private static void VerifyComment(PageLocation comment, ImmutableArray<FoundValue> values, Findings findings)
    {
        var differing = values.Where(value => value.Value.Outcome is ValueOutcome.Differs).ToList();
        var edits = differing is [] ? [] : Edits(comment, values, findings.Runs);
        foreach (var group in differing.GroupBy(value => (value.Value.Expected, value.IsMissing)))
        {
            findings.Error(
                group.Key.IsMissing ? DiagnosticIds.ValueMissing : DiagnosticIds.ValueDiffers,
                group.Key.IsMissing ? comment : group.Key.Expected,
                group.Key.IsMissing ? "no value is stated yet" : "value differs",
                group.Select(value => value.Run),
                new Detail { Label = group.Key.IsMissing ? null : "written", Notes = Notes(group, values, findings), Edits = edits });
        }
        VerifyNames(values, findings);
        // What an error kept from being reached is that error's matter.
        var missed = values.Where(value => value.Value.Outcome is ValueOutcome.NotReached && value.Run.IsWhole && !IsWithoutValue(value)).ToList();
        if (missed is []) return;
        findings.Error(DiagnosticIds.ValueNotReached, comment, "the line of this value was never reached", missed.Select(value => value.Run),
            new Detail { Label = "not reached", Notes = missed.Any(value => value.Run.Run.End is StepEnd.Threw) ? ["the announced exception came before"] : [] });
    }

    // What has no value before it is reached by nothing; that is one finding.
    private static bool IsWithoutValue(FoundValue value) =>
        value.Run.Run.Compiler.Any(message => message.Code == DiagnosticIds.NoValue && message.Location == value.Value.Comment);

    /// <summary>A value for a variant that the block does not run in would look checked and never be.</summary>
    private static void VerifyNames(ImmutableArray<FoundValue> values, Findings findings)
    {
        var variants = findings.Runs.Variants;
        foreach (var (name, location) in values.SelectMany(value => value.Value.Named).Distinct().Where(named => !variants.Contains(named.Name)))
        {
            var word = findings.Settings.VariantName;
            findings.Error(DiagnosticIds.UnknownVariant, location, $"the block does not run in {word} {name}", values.Select(value => value.Run), new Detail
            {
                Notes = [variants is [] ? $"it runs in no {word}" : $"it runs in {string.Join(", ", variants)}", $"{word}= on a block of its session adds one"],
            });
        }
    }

    private static ImmutableArray<string> Notes(IEnumerable<FoundValue> group, ImmutableArray<FoundValue> values, Findings findings)
    {
        var inGroup = group.ToList();
        var shown = inGroup.Select(Shown).Distinct().ToList();
        var isOneForAll = shown.Count == 1 && inGroup.Count == values.Length;
        IEnumerable<string> was = isOneForAll
            ? [$"was {shown[0]}"]
            : SharedClause(values).GroupBy(Shown).Select(same => $"{findings.VariantList(InOrder(same, findings.Runs))}: {same.Key}");
        was = was.Concat(inGroup.SelectMany(value => value.Run.Run.Compiler.Where(value.Value.IsExplainedBy)).Select(CompilerVerifier.Text).Distinct().Select(error => $"what is written does not compile: {error}"));
        var outcomes = inGroup.Select(value => value.Value.Outcome).OfType<ValueOutcome.Differs>().ToList();
        if (outcomes.Exists(outcome => !outcome.Several.IsEmpty)) return [.. was, "the line runs more than once: state what stays the same, or the value behind the loop"];
        var withoutLiteral = outcomes.Find(value => value.Literal is null);
        return withoutLiteral is null
            ? [.. was]
            : [.. was, $"{withoutLiteral.TypeName} cannot be written as C#; state one of its members, or its ToString()"];
    }

    /// <summary>All values of a comment that states one for all; of a comment with one for each variant, those that came out otherwise.</summary>
    private static IEnumerable<FoundValue> SharedClause(ImmutableArray<FoundValue> values) =>
        values.Select(value => value.Value.Expected).Distinct().Count() == 1 ? values : values.Where(value => value.Value.Outcome is ValueOutcome.Differs);

    private static List<string> InOrder(IEnumerable<FoundValue> values, StepRuns runs)
    {
        var names = values.Select(value => value.Run.Variant?.Name).ToHashSet();
        return [.. runs.Variants.Where(names.Contains)];
    }

    private static string Shown(FoundValue value) => Shown(value.Value, value.Value.Outcome);

    private static string Shown(StatedValue value, ValueOutcome outcome) => outcome switch
    {
        ValueOutcome.Differs { Several: [_, ..] several } => string.Join(", then ", several.Select(one => Shown(value, one))),
        ValueOutcome.Differs differs => $"{differs.Literal ?? differs.Text} ({differs.TypeName})",
        ValueOutcome.Matches => $"{value.Expected.Text.Trim()}, as written",
        _ => "not reached",
    };

    private static ImmutableArray<PageEdit> Edits(PageLocation comment, ImmutableArray<FoundValue> values, StepRuns runs)
    {
        if (ValueText.Of(values.Select(value => (value.Run.Variant?.Name, value.Literal)), runs) is not { } text) return [];
        var arrow = comment.Text.IndexOf("=>", StringComparison.Ordinal);
        if (arrow < 0) return [];
        var behind = comment.Text[(arrow + 2)..];
        // A comment behind the value is not part of it and stays.
        var tokens = SyntaxFactory.ParseTokens(behind).Where(token => !token.IsKind(SyntaxKind.EndOfFileToken)).ToList();
        var leading = tokens is [] ? behind.Length - behind.TrimStart().Length : tokens[0].SpanStart;
        var stated = TextSpan.FromBounds(comment.Span.Start + arrow + 2 + leading, comment.Span.Start + arrow + 2 + (tokens is [] ? leading : tokens[^1].Span.End));
        return [new PageEdit(comment with { Span = stated }, leading == 0 ? " " + text : text)];
    }

    private static void VerifyTrailing(StepRuns runs, Findings findings)
    {
        var found = runs.Runs.Where(run => run.Run is { End: StepEnd.Completed, Trailing: not null }).ToList();
        foreach (var group in found.GroupBy(run => run.Run.Trailing!.Location))
        {
            var values = group.Select(run => (run.Variant?.Name, run.Run.Trailing!.Literal)).ToList();
            var shown = group.GroupBy(run => $"{run.Run.Trailing!.Literal ?? run.Run.Trailing.Text} ({run.Run.Trailing.TypeName})").ToList();
            findings.Error(DiagnosticIds.ValueNotStated, group.Key, "the value of the last expression is not stated", group, new Detail
            {
                Notes =
                [
                    .. shown.Select(same => shown.Count == 1 ? $"is {same.Key}" : $"{findings.VariantList(same.Select(run => run.Variant?.Name ?? ""))}: {same.Key}"),
                    "state it with // => behind the line, or end the line with ; to drop it",
                ],
                Edits = ValueText.Of(values, runs) is { } text && EndOfLine(group.Key) is { } end ? [new PageEdit(end, $"  // => {text}")] : [],
            });
        }
    }

    /// <summary>The end of an expression's line, if nothing but white space and a semicolon stands between.</summary>
    private static PageLocation? EndOfLine(PageLocation expression)
    {
        var page = expression.Page;
        var line = page.LineSpan(expression.End.Line);
        var rest = page.Slice(TextSpan.FromBounds(expression.Span.End, line.End));
        var text = rest.TrimEnd();
        return text.Trim() is "" or ";" ? expression with { Span = new TextSpan(expression.Span.End + text.Length, 0) } : null;
    }
}
