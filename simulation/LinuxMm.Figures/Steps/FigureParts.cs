using System.Collections.Immutable;

namespace LinuxMm.Figures;

/// <summary>The parts of one step by their places, before they are compared with another step.</summary>
internal sealed record FigureParts
{
    public required ImmutableArray<AreaView> Areas { get; init; }

    public required ImmutableArray<EntryView> Entries { get; init; }

    public required ImmutableArray<FrameView> Frames { get; init; }

    public required ImmutableArray<HolderView> Holders { get; init; }

    public required ImmutableArray<SlotView> Slots { get; init; }

    public required ImmutableArray<DeviceView> Devices { get; init; }

    public required ImmutableArray<LineView> Lines { get; init; }

    public required ImmutableArray<string> Log { get; init; }

    public required ImmutableArray<ViolationDrawing> Violations { get; init; }

    public static FigureParts Of(FigureRows rows, DrawingIndex step)
    {
        ImmutableArray<EntryView> entries = [.. rows.Pages.Select(row => Entry(step, row)).OfType<EntryView>()];
        ImmutableArray<SlotView> slots = [.. rows.Slots.Select(row => Slot(step, row)).OfType<SlotView>()];
        var drawing = step.Drawing;
        return new()
        {
            Areas = [.. drawing.Processes.SelectMany(p => p.Areas.Select(a => new AreaView(p.Name, a.Name, a.FirstPage, a.Pages, a.Kind, a.Access)))],
            Entries = entries,
            Frames = [.. rows.Frames.Select(row => Frame(step.Frame(row.Pfn), row))],
            Holders = [.. drawing.Holders.Select(holder => new HolderView(holder.Name, holder.Type, holder.Flags))],
            Slots = slots,
            Devices = [.. drawing.Devices.Select(Device)],
            Lines = [.. entries.SelectMany(entry => LinesOf(rows, entry)), .. slots.SelectMany(slot => LinesOf(rows, slot)), .. drawing.Devices.SelectMany(device => LinesOf(rows, device))],
            Log = [.. drawing.Log.Distinct().Select(line => $"kernel log: {line}")],
            Violations = [.. drawing.Violations.Distinct()],
        };
    }

    private static EntryView? Entry(DrawingIndex step, PageRow row)
    {
        if (step.Area(row.Process, row.FirstPage) is null) return null;
        var entry = step.Entry(row.Process, row.FirstPage);
        return new EntryView(row, entry?.Pfn, entry?.Flags ?? "");
    }

    private static SlotView? Slot(DrawingIndex step, SlotRow row) =>
        step.Slot(row.Holder, row.Index) is { } slot ? new SlotView(row, slot.Content, slot.Pfn, slot.Tie) : null;

    private static FrameView Frame(FrameDrawing frame, FrameRow row) =>
        new(row, frame.Kind, frame.Owner, frame.RefCount, frame.PinCount, frame.Contents);

    private static DeviceView Device(DeviceDrawing device)
    {
        var first = device.Targets.FirstOrDefault();
        return new DeviceView(device.Name, device.State, FrameNumbers.List(device.Targets.Select(target => target.Pfn)), first?.Tie, first?.Way ?? default);
    }

    private static IEnumerable<LineView> LinesOf(FigureRows rows, EntryView entry) => entry.Pfn is { } pfn
        ? rows.FramesOf(pfn, entry.Row.Count).Select(row => new LineView(new LineStart.Entry(entry.Row), row, Tie.Mapping, default))
        : [];

    private static IEnumerable<LineView> LinesOf(FigureRows rows, SlotView slot) => slot is { Pfn: { } pfn, Tie: { } tie }
        ? rows.FramesOf(pfn, slot.Row.Count).Select(row => new LineView(new LineStart.Slot(slot.Row), row, tie, default))
        : [];

    private static IEnumerable<LineView> LinesOf(FigureRows rows, DeviceDrawing device) => device.Targets
        .SelectMany(target => rows.FramesOf(target.Pfn, 1).Select(row => new LineView(new LineStart.Device(device.Name), row, target.Tie, target.Way)))
        .Distinct();
}
