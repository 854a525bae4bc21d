using System.Collections.Immutable;

namespace LinuxMm.Figures;

/// <summary>Says one step as lines: every mapping with its entries, every frame, every holder with its slots, every device.</summary>
internal static class StepRows
{
    /// <summary>What a frame of zeroes contained.</summary>
    private const string Nothing = "\"\"";

    public static ImmutableArray<TextRow> Of(StepView step) =>
    [
        .. step.Areas.SelectMany(area => Entries(step, area).Prepend(Area(area))),
        .. step.Frames.Select(Frame),
        .. step.Holders.SelectMany(holder => step.Slots.Where(slot => slot.Now.Row.Holder == holder.Now.Name).Select(Slot).Prepend(Holder(holder))),
        .. step.Devices.Select(Device),
    ];

    private static IEnumerable<TextRow> Entries(StepView step, Marked<AreaView> area) => step.Entries
        .Where(entry => entry.IsGhost == area.IsGhost && area.Now.Covers(entry.Now.Row))
        .Select(Entry);

    private static TextRow Area(Marked<AreaView> area) => Row(
        TextColumns.Area, area, $"{area.Now.Process} {area.Now.Name}", "unmapped", a => [FrameNumbers.Address(a.FirstPage), FactWords.Pages(a.Pages), a.Access]);

    private static TextRow Entry(Marked<EntryView> entry) => Row(
        TextColumns.Entry, entry, $"{entry.Now.Row.Process} {FactWords.Address(entry.Now.Row)}", "gone", EntryCells);

    private static ImmutableArray<string> EntryCells(EntryView entry) => entry.Pfn is { } pfn
        ? [$"{TieWords.Arrow(Tie.Mapping)} {FrameNumbers.Range(pfn, entry.Row.Count)}", entry.Flags]
        : [FactWords.Entry(entry)];

    private static TextRow Frame(Marked<FrameView> frame) => Row(
        TextColumns.Frame, frame, $"frame {FactWords.Pfn(frame.Now.Row)}", "gone", f => [f.Owner, FactWords.RefCount(f), FactWords.PinCount(f), FactWords.Contents(f)]);

    private static TextRow Holder(Marked<HolderView> holder) => Row(
        TextColumns.Holder, holder, holder.Now.Name, "gone", h => [h.Type, .. h.Flags.Select(FactWords.Flag)]);

    private static TextRow Slot(Marked<SlotView> slot) => Row(
        TextColumns.Slot, slot, slot.Now.Row.Holder + FactWords.SlotName(slot.Now.Row), "gone", SlotCells);

    private static ImmutableArray<string> SlotCells(SlotView slot) => slot is { Pfn: { } pfn, Tie: { } tie }
        ? [$"{TieWords.Arrow(tie)} {FrameNumbers.Range(pfn, slot.Row.Count)}", TieWords.Slot(slot.Content, slot.Tie)]
        : [FactWords.Slot(slot)];

    private static TextRow Device(Marked<DeviceView> device) => Row(
        TextColumns.Device, device, device.Now.Name, "gone", d => d.Tie is { } tie
            ? [$"{TieWords.Arrow(tie, d.Way)} {d.Targets}", d.State, TieWords.Way(d.Way)]
            : [d.State]);

    private static TextRow Row<T>(TextColumns columns, Marked<T> part, string subject, string gone, Func<T, ImmutableArray<string>> cells)
        where T : class
    {
        var now = part.IsGhost ? [gone] : cells(part.Now);
        return new(columns, part.IsMarked, subject, now, part.Was is { } was ? Was(cells(was), now) : "");
    }

    /// <summary>The cells that differ in more than their arrow, as they were.</summary>
    private static string Was(ImmutableArray<string> was, ImmutableArray<string> now)
    {
        var present = now.Select(TieWords.WithoutArrow).ToList();
        return string.Join(", ", was.Select(TieWords.WithoutArrow).Where((cell, i) => i >= present.Count ? cell.Length > 0 : cell != present[i]).Select(cell => cell.Length > 0 ? cell : Nothing));
    }
}
