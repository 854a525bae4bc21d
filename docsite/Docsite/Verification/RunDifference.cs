using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Execution;
using Docsite.Pages;
using Docsite.Parsing;
using Docsite.Planning;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Verification;

/// <summary>Something that came out differently when a step ran again.</summary>
/// <param name="Id">One of the codes of determinism.</param>
/// <param name="Location">Where it stands on the page.</param>
/// <param name="What">What differs, e.g. <c>the value</c>.</param>
/// <param name="First">The first reading.</param>
/// <param name="Second">The other.</param>
internal sealed record RunDifference(string Id, PageLocation Location, string What, string First, string Second)
{
    /// <summary>Everything that differs between two runs of a step.</summary>
    public static IEnumerable<RunDifference> Between(StepRun first, StepRun second, Variant? variant)
    {
        // A step before it, which has a finding, kept it from running.
        if (first.End is StepEnd.NotRun or StepEnd.SettingsFailed || second.End is StepEnd.NotRun or StepEnd.SettingsFailed) return [];
        if (EndOf(first) != EndOf(second)) return [new RunDifference(DiagnosticIds.EndVaries, PlaceOf(first.End) ?? PlaceOf(second.End) ?? first.Step.Location, "the end", EndOf(first), EndOf(second))];
        return [.. Values(first, second), .. Outputs(first, second, variant), .. Pictures(first, second, variant), .. Variables(first, second)];
    }

    private static IEnumerable<RunDifference> Values(StepRun first, StepRun second)
    {
        foreach (var (one, other) in first.Values.Zip(second.Values).Where(pair => Reading(pair.First) != Reading(pair.Second)))
        {
            yield return new RunDifference(DiagnosticIds.ValueVaries, one.Expected.Span.IsEmpty ? one.Comment : one.Expected, "the value", Reading(one), Reading(other));
        }
        if (first.Trailing is { } trailing && second.Trailing is { } again && Reading(trailing) != Reading(again))
        {
            var place = first.Step is SessionStep.ProseValue { Shown: { Span.IsEmpty: false } shown } ? shown : trailing.Location;
            yield return new RunDifference(DiagnosticIds.ValueVaries, place, "the value", Reading(trailing), Reading(again));
        }
    }

    // A page that says "any lines" or "anything" has announced that they differ.
    private static IEnumerable<RunDifference> Outputs(StepRun first, StepRun second, Variant? variant)
    {
        if (first.RawOutput != second.RawOutput) yield return new RunDifference(DiagnosticIds.OutputVaries, first.Step.Location, "what the process wrote", first.RawOutput, second.RawOutput);
        if (first.Output == second.Output) yield break;
        var fence = FencesOf(first.Step, block => block.Outputs, variant).FirstOrDefault();
        var (one, other) = (PrintedLines.Of(first.Output), PrintedLines.Of(second.Output));
        if (fence is not null && ExpectationKind.Output.Lines(fence) is var stated && stated.Matches(one) && stated.Matches(other)) yield break;
        yield return OfLines(DiagnosticIds.OutputVaries, "the output", (one, other), fence, first.Step);
    }

    private static IEnumerable<RunDifference> Pictures(StepRun first, StepRun second, Variant? variant)
    {
        var fences = FencesOf(first.Step, block => block.Figures, variant);
        for (var i = 0; i < Math.Max(first.Pictures.Length, second.Pictures.Length); i++)
        {
            var (one, other) = (first.Pictures.ElementAtOrDefault(i), second.Pictures.ElementAtOrDefault(i));
            var fence = fences.ElementAtOrDefault(i);
            if (one?.Text != other?.Text) yield return OfLines(DiagnosticIds.FigureVaries, "the figure", (PrintedLines.Of(one?.Text ?? ""), PrintedLines.Of(other?.Text ?? "")), fence, first.Step);
            else if (one?.Steps.Select(step => step.Svg + step.Cards).SequenceEqual(other!.Steps.Select(step => step.Svg + step.Cards)) == false)
            {
                yield return new RunDifference(DiagnosticIds.FigureVaries, fence?.Location ?? first.Step.Location, "the drawing", "one drawing", "another one with the same text");
            }
        }
    }

    // Whoever points at the name of a variable is shown what it held.
    private static IEnumerable<RunDifference> Variables(StepRun first, StepRun second) =>
        from one in first.Variables
        join other in second.Variables on one.Name equals other.Name
        where one.Text != other.Text
        select new RunDifference(DiagnosticIds.VariableVaries, NameOf(first, one.Name), $"what {one.Name} holds", one.Text, other.Text);

    private static PageLocation NameOf(StepRun run, string variable)
    {
        var symbol = run.Symbols.IndexOf(run.Symbols.FirstOrDefault(one => one.Variable == variable)!);
        return run.Step is SessionStep.Block block && run.Names.FirstOrDefault(name => name.Symbol == symbol) is { } name
            ? block.Shown.Locate(new TextSpan(name.Start, name.Length)) : run.Step.Location;
    }

    private static RunDifference OfLines(string id, string what, (ImmutableArray<string> First, ImmutableArray<string> Second) lines, ExpectationFence? fence, SessionStep step)
    {
        var (first, second) = lines;
        var line = first.Zip(second).TakeWhile(pair => pair.First == pair.Second).Count();
        var (one, other) = (first.ElementAtOrDefault(line), second.ElementAtOrDefault(line));
        return new RunDifference(id, fence is null ? step.Location : Place(fence, line, other ?? ""), what, Line(one, line), Line(other, line));
    }

    private static PageLocation Place(ExpectationFence fence, int line, string other)
    {
        if (line >= fence.Text.Lines.Length) return fence.Location;
        var span = fence.Text.Lines[line];
        var (column, length) = new StatedLines([]).Difference(fence.Text.Page.Slice(span), other);
        return fence.Body with { Span = new TextSpan(span.Start + column, length) };
    }

    private static string Line(string? line, int index) => line is null ? "nothing more" : $"line {index + 1}: {line}";

    private static ImmutableArray<ExpectationFence> FencesOf(SessionStep step, Func<SessionStep.Block, ImmutableArray<ExpectationFence>> fences, Variant? variant) =>
        step is SessionStep.Block block ? ApplicableFences.For(fences(block), variant) : [];

    private static string Reading(StatedValue value) => Reading(value, value.Outcome);

    private static string Reading(StatedValue value, ValueOutcome outcome) => outcome switch
    {
        ValueOutcome.Differs { Several: [_, ..] several } => string.Join(", then ", several.Select(one => Reading(value, one))),
        ValueOutcome.Differs differs => $"{differs.Literal ?? differs.Text} ({differs.TypeName})",
        ValueOutcome.NotReached => "not reached",
        _ => $"{value.Expected.Text.Trim()}, as stated",
    };

    private static string Reading(TrailingValue value) => $"{value.Literal ?? value.Text} ({value.TypeName})";

    private static string EndOf(StepRun run) => run.End switch
    {
        StepEnd.Threw threw => $"{threw.TypeName}: {threw.Message}, at {threw.Location}",
        StepEnd.TimedOut => "its time was up",
        StepEnd.ProcessEnded ended => $"the process ended: {ended.Reason}",
        StepEnd.DidNotCompile => "it does not compile",
        _ => "it ran to its end",
    } + string.Concat(run.Escapes.Select(escape => $"; {escape.Text}"));

    private static PageLocation? PlaceOf(StepEnd end) => end switch
    {
        StepEnd.Threw threw => threw.Location,
        StepEnd.TimedOut timedOut => timedOut.Location,
        StepEnd.ProcessEnded ended => ended.Location,
        _ => null,
    };
}
