namespace LinuxMm.Figures;

/// <summary>Turns a holder of a snapshot into what is drawn of it.</summary>
internal static class HolderDrawings
{
    public static HolderDrawing Of(HolderSnapshot holder, ShownNames names) => new(
        names.Of(holder.Name),
        CleanText.Of(holder.Kind),
        holder is FrameVectorSnapshot vector ? [new("got_ref", vector.GotRef), new("is_pfns", vector.IsPfns)] : [],
        [.. holder.Slots.Select((slot, i) => Slot(slot, i < holder.FrameCount))]);

    private static SlotDrawing Slot(SlotSnapshot slot, bool isUsed) => slot.Kind switch
    {
        SlotKind.Uninitialised => new(SlotContent.Garbage, null, null),
        SlotKind.Number => new(SlotContent.Number, slot.Pfn?.Number, isUsed ? Tie(slot.Promise) : null),
        SlotKind.PagePointer => new(SlotContent.PagePointer, slot.Pfn?.Number, isUsed ? Tie(slot.Promise) : null),
        _ => throw new ArgumentOutOfRangeException(nameof(slot)),
    };

    private static Tie Tie(Promise promise) => promise switch
    {
        Promise.None => Figures.Tie.Number,
        Promise.Reference => Figures.Tie.Reference,
        Promise.Pin => Figures.Tie.Pin,
        _ => throw new ArgumentOutOfRangeException(nameof(promise)),
    };
}
