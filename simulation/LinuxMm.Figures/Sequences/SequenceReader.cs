using System.Collections.Immutable;
using System.Globalization;

namespace LinuxMm.Figures;

/// <summary>Reads a schedule out of the trace of its run.</summary>
internal static class SequenceReader
{
    private const int MostFrames = 2;
    private const int MostRows = 14;
    private const int FirstRows = 6;

    public static SequenceFacts Read(Machine machine, IReadOnlyList<ScheduledStep> steps)
    {
        var names = new ShownNames();
        var actors = steps.Select(step => step.Actor).Distinct().ToList();
        var frames = FramesOf(machine, steps);
        var drawings = SnapshotDrawings.Of([.. steps.Select(step => step.FirstEvent).Take(1).Concat(steps.Select(step => step.EndEvent)).Select(end => MachineSnapshot.FromTrace(machine.Trace.Take(end)))]);
        var touches = frames.Select(pfn => TouchesOf(machine, steps, pfn)).ToList();
        var rows = steps.Select((step, i) => new SequenceRow(
            i + 1, actors.IndexOf(step.Actor), CleanText.Name(step.Name), Calls(EventsOf(machine, step)), LockOf(EventsOf(machine, step)), [.. touches.Select(touch => touch[i])])).ToList();
        return new(
            [.. actors.Select(names.Of)],
            [.. frames.Select(pfn => new FrameLife(pfn.Number, [.. drawings.Select(drawing => StateOf(drawing, pfn.Number))]))],
            Folded(rows),
            machine.Hazards.Count > 0 ? CleanText.Of(machine.Hazards[0].Sentence) : "");
    }

    /// <summary>The frame that the hazard is about first, then those that somebody was told of.</summary>
    private static List<Pfn> FramesOf(Machine machine, IReadOnlyList<ScheduledStep> steps)
    {
        var told = steps.SelectMany(step => EventsOf(machine, step)).SelectMany(step => step switch
        {
            TraceEvent.SlotChanged { To: { Pfn: { } pfn } } => [pfn],
            TraceEvent.DmaStarted dma => dma.Targets.Select(target => target.Pfn),
            _ => [],
        });
        return [.. machine.Hazards.Select(hazard => hazard.Pfn).OfType<Pfn>().Concat(told).Distinct().Take(MostFrames)];
    }

    private static List<FrameTouch> TouchesOf(Machine machine, IReadOnlyList<ScheduledStep> steps, Pfn pfn)
    {
        var (isNamed, isStale) = (false, false);
        var result = new List<FrameTouch>();
        foreach (var step in steps)
        {
            var touch = FrameTouches.Of(machine, EventsOf(machine, step), pfn);
            isStale |= isNamed && FrameTouches.EndsALife(EventsOf(machine, step), pfn);
            isNamed |= touch.Tie is Tie.Number or Tie.DmaRunning || EventsOf(machine, step).OfType<TraceEvent.DmaStarted>().Any(dma => dma.Targets.Any(target => target.Pfn == pfn));
            isNamed |= machine.Hazards.Any(hazard => hazard.Kind == HazardKind.WriteByStaleTranslation && hazard.Pfn == pfn);
            result.Add(touch with { IsStale = isStale && machine.Hazards.Count > 0 });
        }

        return result;
    }

    private static List<TraceEvent> EventsOf(Machine machine, ScheduledStep step) => [.. machine.Trace.Take(step.EndEvent).Skip(step.FirstEvent)];

    private static string Calls(List<TraceEvent> events) =>
        CleanText.Of(string.Join(", ", events.OfType<TraceEvent.Returned>().Select(call => call.Result is "done" or "running" ? call.Function : $"{call.Function} = {call.Result}").Distinct()));

    /// <summary>The lock that the sources of the named function take, where the step shows that it was needed.</summary>
    private static string LockOf(List<TraceEvent> events)
    {
        var functions = events.OfType<TraceEvent.Returned>().Select(call => call.Function).ToHashSet();
        var isLookingUp = functions.Contains("get_vaddr_frames") && events.Exists(step => step is TraceEvent.SlotChanged { To.Kind: SlotKind.Number });
        return functions.Overlaps(["munmap", "unmap_region", "mprotect", "mremap", "fork"]) ? "mmap_lock, to write" : isLookingUp ? "mmap_lock, to read" : "";
    }

    private static FrameState StateOf(MemoryDrawing drawing, ulong pfn) => drawing.Frames.FirstOrDefault(frame => frame.Pfn == pfn) is { } frame
        ? new(frame.Kind, frame.Owner, frame.RefCount)
        : new(MemoryKind.Free, "", null);

    private static ImmutableArray<SequenceRow> Folded(List<SequenceRow> rows)
    {
        if (rows.Count <= MostRows) return [.. rows];
        var left = rows.Count - MostRows + 1;
        var gap = rows[FirstRows] with { Step = string.Create(CultureInfo.InvariantCulture, $"… {left} steps left out"), Calls = "", Lock = "", IsLeftOut = true, Touches = [.. rows[FirstRows].Touches.Select(touch => touch with { Tie = null, Text = "" })] };
        return [.. rows.Take(FirstRows), gap, .. rows.Skip(FirstRows + left)];
    }
}
