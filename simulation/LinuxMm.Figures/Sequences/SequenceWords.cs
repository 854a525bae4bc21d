using System.Globalization;

namespace LinuxMm.Figures;

/// <summary>A sequence in words.</summary>
internal static class SequenceWords
{
    public const string Stale = "the number is stale now";

    public static string Steps(SequenceFacts facts)
    {
        var last = facts.Rows.Length == 0 ? 0 : facts.Rows[^1].Number;
        return string.Create(CultureInfo.InvariantCulture, $"{last} {(last == 1 ? "step" : "steps")} of {facts.Actors.Length} {(facts.Actors.Length == 1 ? "actor" : "actors")}");
    }

    public static string Frame(FrameLife frame) => $"pfn {FrameNumbers.Range(frame.Pfn, 1)}";

    public static string State(FrameState state) => string.Join(", ", new[] { state.Kind == MemoryKind.Free ? "free" : state.Owner.Length == 0 ? "nobody's" : $"of {state.Owner}", Count(state) }.Where(part => part.Length > 0));

    public static string Count(FrameState state) => state.RefCount is { } count ? string.Create(CultureInfo.InvariantCulture, $"ref {count}") : "";

    /// <summary>How the state of a frame changed in a row: only what is different.</summary>
    public static string Changed(FrameLife frame, SequenceRow row)
    {
        var (before, after) = (frame.States[row.Number - 1], frame.States[row.Number]);
        if (before == after) return "";
        var count = before.RefCount == after.RefCount || after.RefCount is null ? "" : string.Create(CultureInfo.InvariantCulture, $"ref {before.RefCount ?? 0} {(before.RefCount < after.RefCount ? "▲" : "▼")} {after.RefCount}");
        return string.Join(", ", new[] { count, after.Kind == MemoryKind.Free && before.Kind != MemoryKind.Free ? "free" : "" }.Where(part => part.Length > 0));
    }

    public static string Touch(SequenceFacts facts, SequenceRow row, int frame)
    {
        var touch = row.Touches[frame];
        var change = Changed(facts.Frames[frame], row);
        return $"{(touch.IsWrong ? "✗ " : "")}{touch.Text}{(touch.Text.Length > 0 && change.Length > 0 ? "; " : "")}{change}";
    }

    /// <summary>Whether somebody's number stops being true in this row.</summary>
    public static bool IsFirstStale(SequenceFacts facts, int row, int frame) =>
        facts.Rows[row].Touches[frame].IsStale && (row == 0 || !facts.Rows[row - 1].Touches[frame].IsStale);

    /// <summary>What the signs mean: only those that occur.</summary>
    public static IEnumerable<string> Legend(SequenceFacts facts)
    {
        var touches = facts.Rows.SelectMany(row => row.Touches).ToList();
        if (touches.Any(touch => touch.Tie == Tie.Number)) yield return "dotted line: only a number";
        if (touches.Any(touch => touch.Tie == Tie.Pin)) yield return "thick line with a disc: pin";
        if (facts.Rows.Any(row => row.Lock.Length > 0)) yield return "grey bar: lock held";
        if (touches.Any(touch => touch.IsStale)) yield return "red band: stale number";
        if (facts.Frames.Length > 0) yield return "bar below a frame: whose it is";
    }

    /// <summary>The text form: one line a step, in columns.</summary>
    public static string Text(SequenceFacts facts)
    {
        var heads = facts.Frames.Select(frame => $"   {Frame(frame)}: {State(frame.States[0])}");
        var actor = facts.Actors.Select(TextMetrics.Cells).DefaultIfEmpty().Max();
        var step = facts.Rows.Select(row => TextMetrics.Cells(row.Step)).DefaultIfEmpty().Max();
        var lines = facts.Rows.SelectMany(row => Lines(facts, row, actor, step));
        var violation = facts.Violation.Length == 0 ? [] : new[] { $"✗ {facts.Violation}" };
        return string.Join('\n', heads.Concat(lines).Concat(violation));
    }

    public static string Description(SequenceFacts facts)
    {
        var frames = facts.Frames.Select(frame => $"At first {Frame(frame)} is {State(frame.States[0])}.");
        var rows = facts.Rows.Select(row => row.IsLeftOut ? $"{row.Step}." : string.Create(CultureInfo.InvariantCulture, $"{row.Number}. {facts.Actors[row.Actor]}: {row.Step}{Parenthesis(row.Calls)}{Sentence(facts, row)}."));
        return string.Join(' ', [.. frames, .. rows, .. facts.Violation.Length == 0 ? Array.Empty<string>() : [facts.Violation]]);
    }

    private static IEnumerable<string> Lines(SequenceFacts facts, SequenceRow row, int actor, int step)
    {
        var began = facts.Frames.Select((_, frame) => frame).Where(frame => IsFirstStale(facts, facts.Rows.IndexOf(row), frame));
        var number = row.IsLeftOut ? "…" : row.Number.ToString(CultureInfo.InvariantCulture);
        yield return $"{number,2} {Padded(facts.Actors[row.Actor], actor)}  {Padded(row.Step, step)}  {row.Calls}".TrimEnd();
        if (row.Lock.Length > 0) yield return $"     holds {row.Lock}, only meanwhile";
        foreach (var line in facts.Frames.Select((frame, i) => (frame, i)).Where(part => Touch(facts, row, part.i).Length > 0))
        {
            var tie = row.Touches[line.i].Tie is { } kind ? TieWords.Arrow(kind) : "   ";
            yield return $"     {tie} {Frame(line.frame)}: {Touch(facts, row, line.i)}";
        }

        foreach (var frame in began) yield return $"     ░░░ {Frame(facts.Frames[frame])}: {Stale}";
    }

    private static string Padded(string text, int cells) => text + new string(' ', Math.Max(0, cells - TextMetrics.Cells(text)));

    private static string Parenthesis(string calls) => calls.Length == 0 ? "" : $" ({calls})";

    private static string Sentence(SequenceFacts facts, SequenceRow row)
    {
        var parts = facts.Frames.Select((frame, i) => (frame, Text: Touch(facts, row, i))).Where(part => part.Text.Length > 0).Select(part => $"{Frame(part.frame)}: {part.Text}").ToList();
        return parts.Count == 0 ? "" : $"; {string.Join("; ", parts)}";
    }
}
