using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Execution.Compiling;
using Docsite.Execution.Instrumentation;
using Docsite.Execution.Marking;
using Docsite.Execution.Workers;
using Docsite.Pages;
using Docsite.Parsing;
using Docsite.Protocol;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Execution;

/// <summary>Brings what the compiler and the worker said about a step back to the page.</summary>
/// <param name="step">The step.</param>
/// <param name="block">The step, compiled.</param>
/// <param name="session">All blocks of the session by their assembly's name.</param>
/// <param name="marked">Knows the members that ran by their numbers.</param>
internal sealed class StepFacts(SessionStep step, CompiledBlock block, IReadOnlyDictionary<string, CompiledBlock> session, MarkedAssemblies marked)
{
    /// <summary>A step that was not run.</summary>
    internal StepRun NotRun(StepEnd end) => Stated(end, []);

    /// <summary>A step that was run.</summary>
    internal StepRun Ran(BlockOutcome outcome, TimeSpan limit)
    {
        var run = Stated(End(outcome, limit), outcome.Messages, Unread(outcome)) with
        {
            Output = outcome.Output.ReplaceLineEndings("\n"),
            RawOutput = outcome.RawOutput,
            Pictures = [.. outcome.Messages.OfType<FromWorker.Shown>().Select(one => one.Picture)],
            Variables = [.. outcome.Messages.OfType<FromWorker.Variable>().Select(one => new HeldValue(one.Name, one.Held.Literal ?? one.Held.Text))],
            Executed = [.. outcome.Messages.OfType<FromWorker.Executed>().SelectMany(marked.NamesOf).Order(StringComparer.Ordinal)],
            Escapes = [.. outcome.Messages.OfType<FromWorker.Escaped>().Where(IsOwn).Select(Escape)],
        };
        return outcome.Messages.OfType<FromWorker.Trailing>().LastOrDefault() is { Found: var found }
            ? run with { Trailing = new TrailingValue(found.Text, found.Literal, found.TypeName, At(block.Instrumented.Trailing ?? default)) }
            : run;
    }

    /// <summary>What reached past the block's flow, at its place.</summary>
    internal CompilerMessage Escape(FromWorker.Escaped escaped)
    {
        var (code, text) = escaped.Kind switch
        {
            EscapeKind.ThreadException => (DiagnosticIds.ThreadException, $"An exception left a thread: {escaped.Exception!.TypeName}: {escaped.Exception.Message}"),
            EscapeKind.TaskException => (DiagnosticIds.ThreadException, $"A task that nobody waits for ended with {escaped.Exception!.TypeName}: {escaped.Exception.Message}"),
            EscapeKind.ConsoleReplaced => (DiagnosticIds.ConsoleLeft, "The block leaves another Console.Out behind."),
            EscapeKind.ConsoleClosed => (DiagnosticIds.ConsoleLeft, "The block closes the console."),
            EscapeKind.SettingsChanged => (DiagnosticIds.SettingsLeft, "The block leaves the culture, the current directory or an environment variable changed."),
            EscapeKind.LateOutput => (DiagnosticIds.ThreadLeft, $"What the block left running prints when the block is over: {escaped.Exception!.Message}"),
            EscapeKind.ThreadLeft => (DiagnosticIds.ThreadLeft, "The block leaves a thread running."),
            _ => (DiagnosticIds.ProcessLeft, "The block leaves a process running."),
        };
        var location = escaped.Exception is { } exception && Frame(exception) is { } span ? At(span) : step.Location;
        return new CompilerMessage(code, IsError: true, text, location);
    }

    /// <summary>The end of the process by something that the block had left running.</summary>
    internal CompilerMessage LateEnd(BlockOutcome outcome, string others) =>
        new(DiagnosticIds.ProcessEnded, IsError: true, $"what the block left running ended the process: {outcome.Death}{others}", ExitOf(outcome) ?? step.Location);

    private PageLocation? ExitOf(BlockOutcome outcome) =>
        outcome.Messages.OfType<FromWorker.Exiting>().LastOrDefault() is { } exiting && Exit(Frame(exiting.Place), exiting.Inner - block.Source.FirstMark) is { } span ? At(span) : null;

    private TextSpan? Exit(TextSpan? stack, int mark) => mark < 0 || mark >= block.Instrumented.Inner.Length ? stack
        : stack is { } place ? Handlers.Place(block.Source.Code, place, block.Instrumented.Inner[mark]) : block.Instrumented.Inner[mark];

    /// <summary>The block that an exception came from: the innermost frame on a page.</summary>
    internal static string? Origin(ExceptionReport exception, IReadOnlyDictionary<string, CompiledBlock> session) =>
        exception.Frames.Select(frame => frame.Assembly).FirstOrDefault(session.ContainsKey);

    private bool IsOwn(FromWorker.Escaped escaped) =>
        escaped.Kind != EscapeKind.TooMuchOutput
        && (escaped.Exception is null || (Origin(escaped.Exception, session) ?? block.Source.Name) == block.Source.Name);

    private StepEnd End(BlockOutcome outcome, TimeSpan limit) => outcome switch
    {
        { Ended.Exception: { } thrown } => Threw(thrown, outcome.Ended.EvaluatingExpected, outcome.Statement),
        { Ended: not null } => new StepEnd.Completed(),
        { IsTimedOut: true } => new StepEnd.TimedOut(limit, Running(outcome)),
        _ => new StepEnd.ProcessEnded(outcome.Death!, ExitOf(outcome) ?? Running(outcome)),
    };

    private StepEnd.Threw Threw(ExceptionReport thrown, int evaluating, int statement)
    {
        var frame = Frame(thrown);
        var location = frame is { } span ? At(Expected(evaluating, span) ?? span) : StatementAt(statement);
        return new StepEnd.Threw(thrown.TypeName, thrown.Message, location, StackTrace(thrown));
    }

    // The right side of a comment that was being evaluated, if the frame was in its statement.
    private TextSpan? Expected(int evaluating, TextSpan frame)
    {
        var index = evaluating - block.Source.FirstId;
        if (evaluating < 0 || index < 0 || index >= block.Instrumented.Stated.Length) return null;
        return block.Instrumented.Stated[index].IntersectsWith(frame) ? block.Comments.Values[index].Expected : null;
    }

    private TextSpan? Frame(ExceptionReport thrown)
    {
        foreach (var frame in thrown.Frames)
        {
            if (frame.Assembly == block.Source.Name && Position(frame, block) is { } span) return span;
        }
        return null;
    }

    private static TextSpan? Position(FrameReport frame, CompiledBlock of) => frame.MethodToken == 0 ? null : of.Submission?.Positions.Find(frame.MethodToken, frame.IlOffset);

    private string StackTrace(ExceptionReport thrown)
    {
        var lines = new List<string>();
        foreach (var frame in thrown.Frames)
        {
            if (session.TryGetValue(frame.Assembly, out var of))
            {
                if (Position(frame, of) is not { } span || of.Source.Region is not { } region) continue;
                var name = frame.Method.Contains('<', StringComparison.Ordinal) ? "" : frame.Method + " in ";
                lines.Add($"at {name}{region.Locate(span)}");
            }
            else if (!IsPlumbing(frame)) lines.Add($"at {frame.Method}");
        }
        // Where one await stands in another, a place comes twice.
        return string.Join('\n', lines.Where((line, i) => i == 0 || line != lines[i - 1]).Concat(thrown.Causes.Select(cause => $"because of {cause}")));
    }

    private static bool IsPlumbing(FrameReport frame) =>
        frame.Assembly == "Docsite.Worker"
        || (frame.Assembly == "System.Private.CoreLib" && frame.Method.StartsWith("Internal.", StringComparison.Ordinal))
        || frame.Method.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal)
        || frame.Method.StartsWith("System.Runtime.ExceptionServices.", StringComparison.Ordinal)
        || frame.Method.StartsWith("System.Threading.Tasks.Sources.", StringComparison.Ordinal)
        || frame.Method.StartsWith("System.Threading.Tasks.Task.<", StringComparison.Ordinal)
        || frame.Method.StartsWith("System.Threading.ExecutionContext.", StringComparison.Ordinal);

    private StepRun Stated(StepEnd end, ImmutableArray<FromWorker> messages, UnreadValue? unread = null) => new(step, end)
    {
        Compiler = [.. block.Messages.Select(one => new CompilerMessage(one.Code, one.IsError, one.Text, Located(one.Span)))],
        Values = [.. block.Comments.Values.Select((comment, i) => Value(comment, block.Source.FirstId + i, messages, unread))],
        StatedErrors = [.. block.Comments.Errors.Select(one => new StatedError(one.Code, At(one.Comment)) { IsError = one.IsError, Carets = one.Carets is { } span ? At(span) : null })],
        Names = block.Names.Names,
        Symbols = [.. block.Names.Symbols.Select(symbol => symbol.Block is null ? symbol : symbol with { Block = session.GetValueOrDefault(symbol.Block)?.Source.BlockId })],
        StatedThrow = block.Comments.Throws.Select(one => new StatedThrow(one.TypeName, one.Message, At(one.Comment))).FirstOrDefault(),
    };

    private StatedValue Value(ValueComment comment, int id, ImmutableArray<FromWorker> messages, UnreadValue? unread)
    {
        var outcomes = messages.OfType<FromWorker.Value>().Where(one => one.Id == id).Select(one => Outcome(one.Found)).ToImmutableArray();
        var outcome = outcomes.OfType<ValueOutcome.Differs>().FirstOrDefault() is { } differs
            ? differs with { Several = outcomes.Length > 1 ? outcomes : [] }
            : unread?.Id == id ? unread.Outcome : outcomes.FirstOrDefault() ?? new ValueOutcome.NotReached();
        return new StatedValue(At(comment.Comment), At(comment.Expected), outcome)
        {
            Variants = comment.Variants,
            IsPerVariant = comment.IsPerVariant,
            Named = [.. comment.Named.Select(one => new NamedVariant(one.Name, At(one.Span)))],
        };
    }

    private static ValueOutcome Outcome(ValueReport? found) =>
        found is null ? new ValueOutcome.Matches() : new ValueOutcome.Differs(found.Literal, found.Text, found.TypeName);

    // A value that could not be written down differs, and that is the finding.
    private static UnreadValue? Unread(BlockOutcome outcome)
    {
        if (outcome is not { Ended: null, Reading: { } id }) return null;
        var type = outcome.Messages.OfType<FromWorker.Reading>().FirstOrDefault(one => one.Id == id)?.TypeName ?? "object";
        var text = outcome.IsTimedOut ? "(writing it down did not end in time)" : $"(writing it down ended the process: {outcome.Death})";
        return new UnreadValue(id, new ValueOutcome.Differs(null, text, type) { IsUnread = true });
    }

    // Of those that were running, the innermost one of this block.
    private PageLocation Running(BlockOutcome outcome)
    {
        var inner = block.Instrumented.Inner;
        var own = outcome.Running.Select(number => number - block.Source.FirstMark).Where(number => number >= 0 && number < inner.Length).ToList();
        return own.Count == 0 ? StatementAt(outcome.Statement) : At(inner[own[^1]]);
    }

    private PageLocation StatementAt(int number)
    {
        var statements = block.Instrumented.Statements;
        return statements.IsEmpty ? step.Location : At(statements[Math.Clamp(number, 0, statements.Length - 1)]);
    }

    // A message without a place of its own concerns the whole block.
    private PageLocation Located(TextSpan span) => span == default && block.Source.Code.Length > 0 ? step.Location : At(span);

    private PageLocation At(TextSpan span) => block.Source.Region is { } region ? region.Locate(span) : step.Location;

    private sealed record UnreadValue(int Id, ValueOutcome Outcome);
}
