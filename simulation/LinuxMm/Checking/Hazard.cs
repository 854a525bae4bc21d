namespace LinuxMm;

/// <summary>Something went wrong that the kernel itself does not notice.</summary>
/// <param name="Kind">Which class of bug.</param>
/// <param name="Pfn">The frame, or null where garbage names none.</param>
/// <param name="Actor">Who did it, such as the device that wrote.</param>
/// <param name="OwnerThen">Who owned the frame when it was named to the actor.</param>
/// <param name="OwnerNow">Who owns it now; empty when it is free.</param>
[ModelOnly("Found from ghost data that no modelled code reads.")]
public sealed record Hazard(HazardKind Kind, Pfn? Pfn, string Actor, string OwnerThen, string OwnerNow)
{
    /// <summary>What the kernel said when it stopped itself; else empty.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether a device was told a bare number that had been looked up earlier and was old by then.</summary>
    public bool WasOldNumber { get; init; }

    /// <summary>One sentence that says who did what, and who owned the frame then and now.</summary>
    public string Sentence => Kind switch
    {
        HazardKind.DmaIntoFreedFrame when OwnerNow.Length == 0 =>
            $"{Actor} wrote into {Pfn}, which belonged to {OwnerThen} when {Then}, and is free now.",
        HazardKind.DmaIntoFreedFrame =>
            $"{Actor} wrote into {Pfn}, which belonged to {OwnerThen} when {Then}, and belongs to {OwnerNow} now.",
        HazardKind.DmaIntoForeignFrame =>
            $"{Actor} wrote into {Pfn}, which belonged to {OwnerThen} when {Then}, and has become {OwnerNow}'s.",
        HazardKind.DmaIntoTruncatedPage =>
            $"{Actor} wrote into {Pfn}, which was a page of {OwnerThen} when the device was told, and is cut off: the data is lost.",
        HazardKind.DmaAfterRelease =>
            $"{Actor} wrote into {Pfn} of {(OwnerNow.Length == 0 ? "nobody" : OwnerNow)} after the pin that was taken for it had been released.",
        HazardKind.DmaThroughReadOnlyMapping =>
            $"{Actor} wrote into {Pfn} of {OwnerNow}, but the mapping through which it was found is read-only.",
        HazardKind.GarbageSlot => $"{Actor} used a slot that was never written as if it named a page.",
        HazardKind.DirtiedForeignPage =>
            $"{Actor} marked {Pfn} dirty, which belonged to {OwnerThen} when it was named, and {(OwnerNow.Length == 0 ? "is free" : $"belongs to {OwnerNow}")} now.",
        HazardKind.WriteByStaleTranslation =>
            $"{Actor} wrote into {Pfn} by a translation that it remembered; the frame belonged to {OwnerThen} then and {(OwnerNow.Length == 0 ? "is free" : $"belongs to {OwnerNow}")} now.",
        HazardKind.KernelBug => $"{Actor} ran into a BUG, and the kernel stopped: {Text}",
        _ => throw new InvalidOperationException($"No sentence for {Kind}."),
    };

    private string Then => WasOldNumber ? "its number was looked up" : "the device was told";

    /// <inheritdoc cref="Sentence"/>
    public override string ToString() => Sentence;
}
