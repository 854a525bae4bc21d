namespace LinuxMm.Figures;

/// <summary>The words that stand in the boxes; the layout measures them and the renderer writes them.</summary>
internal static class Labels
{
    public static string AreaName(Marked<AreaView> area) => With(area.Now.Name, area.Before(a => a.Name));

    public static string AreaAccess(Marked<AreaView> area) => area.IsGhost ? "unmapped" : With(area.Now.Access, area.Before(a => a.Access));

    public static string AreaSize(Marked<AreaView> area) => With(FactWords.Pages(area.Now.Pages), area.Before(a => FactWords.Pages(a.Pages)));

    public static string EntryAddress(Marked<EntryView> entry) => FactWords.Address(entry.Now.Row);

    public static string Entry(Marked<EntryView> entry)
    {
        if (!entry.IsGhost) return With(Named(entry.Now), entry.Was?.Pfn is null ? null : entry.Before(ShortEntry));
        return entry.Now.Pfn is null ? "gone" : $"gone (was {ShortEntry(entry.Now)})";
    }

    public static string FrameTitle(Marked<FrameView> frame) =>
        $"pfn {FactWords.Pfn(frame.Now.Row)} · {With(frame.Now.Owner, frame.Before(f => f.Owner))}";

    public static string RefCount(Marked<FrameView> frame) => With(FactWords.RefCount(frame.Now), Number(frame.Before(FactWords.RefCount)));

    public static string PinCount(Marked<FrameView> frame) => With(FactWords.PinCount(frame.Now), Number(frame.Before(FactWords.PinCount)));

    public static string HolderTitle(HolderView holder) => holder.Name == holder.Type ? holder.Name : $"{holder.Name} · {holder.Type}";

    public static string Flag(FlagDrawing flag) => flag.Value is null ? $"{flag.Name} ?" : flag.Name;

    public static string Slot(Marked<SlotView> slot) => slot.IsGhost ? $"{Slot(slot.Now)} gone" : Slot(slot.Now);

    public static string DeviceState(Marked<DeviceView> device) => device.IsGhost ? "gone" : device.Now.State;

    private static string Slot(SlotView slot)
    {
        var name = FactWords.SlotName(slot.Row);
        if (slot.Pfn is not { } pfn) return $"{name} {TieWords.Slot(slot.Content, slot.Tie)}";
        var number = FrameNumbers.Range(pfn, slot.Row.Count);
        return (slot.Content, slot.Tie) switch
        {
            (_, null) => $"{name} {number} (not in use)",
            (SlotContent.Number, Tie.Number) => $"{name} {number} (a number)",
            (SlotContent.Number, var tie) => $"{name} {number} {Sign(tie)}",
            (_, Tie.Number) => $"{name} page {number}, no ref",
            (_, var tie) => $"{name} page {number} {Sign(tie)}",
        };
    }

    public static string FrameContents(Marked<FrameView> frame) => frame.Now.Contents;

    /// <summary>A fact and what it was.</summary>
    private static string With(string now, string? was) => was is null ? now : $"{now} (was {(was.Length == 0 ? "none" : was)})";

    private static string Named(EntryView entry) => entry.Pfn is null ? "not present" : $"pfn {FactWords.Entry(entry)}";

    private static string ShortEntry(EntryView entry) => entry.Pfn is null ? "none" : FactWords.Entry(entry);

    /// <summary>The number alone of <c>ref 1</c>, since the word stands before it already.</summary>
    private static string? Number(string? fact) => fact?.Split(' ')[^1];

    private static string Sign(Tie? tie) => tie == Tie.Pin ? "+pin" : "+ref";
}
