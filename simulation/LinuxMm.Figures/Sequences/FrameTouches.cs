namespace LinuxMm.Figures;

/// <summary>What the events of one step say about one frame.</summary>
internal static class FrameTouches
{
    public static FrameTouch Of(Machine machine, IReadOnlyCollection<TraceEvent> events, Pfn pfn)
    {
        var said = events.Select(step => Say(step, pfn)).Where(part => part.Text.Length > 0).ToList();
        if (said.Count == 0) return new(null, "", IsWrong: false, IsStale: false);
        var isWrong = events.Any(step => step is TraceEvent.HazardFound found && found.Hazard.Pfn == pfn);
        var strongest = said.MaxBy(part => Strength(part.Tie));
        var texts = said.Select(part => part.Text).Distinct().ToList();
        return new(strongest.Tie, CleanText.Of(string.Join(", ", texts)), isWrong, IsStale: false);
    }

    /// <summary>Whether the frame is somebody else's, or nobody's, after this.</summary>
    public static bool EndsALife(IReadOnlyCollection<TraceEvent> events, Pfn pfn) =>
        events.Any(step => (step is TraceEvent.FrameFreeChanged { IsFree: true } freed && freed.Pfn == pfn) || (step is TraceEvent.OwnerChanged owner && owner.Pfn == pfn));

    private static (Tie? Tie, string Text) Say(TraceEvent step, Pfn pfn) => step switch
    {
        TraceEvent.SlotChanged slot when slot.To.Pfn == pfn => Slot(slot),
        TraceEvent.DmaStarted dma when dma.Targets.Any(target => target.Pfn == pfn) => (Tie.DmaRunning, $"{dma.Device} is told"),
        TraceEvent.BytesWritten write when write.Pfn == pfn => (Tie.DmaDone, $"{step.Actor} writes \"{System.Text.Encoding.ASCII.GetString([.. write.Bytes])}\""),
        TraceEvent.PteChanged pte when pte.To?.Pfn == pfn && pte.From?.Pfn != pfn => (Tie.Mapping, $"mapped by {pte.Process}"),
        TraceEvent.PteChanged pte when pte.From?.Pfn == pfn && pte.To?.Pfn != pfn => (null, $"unmapped from {pte.Process}"),
        TraceEvent.TranslationRemembered seen when seen.Translation.Pfn == pfn => (Tie.Number, $"{seen.Cpu} remembers it"),
        TraceEvent.TranslationForgotten seen when seen.Translation.Pfn == pfn => (null, $"{seen.Cpu} forgets it"),
        TraceEvent.FrameFreeChanged frame when frame.Pfn == pfn => (null, frame.IsFree ? "freed" : "allocated"),
        TraceEvent.OwnerChanged owner when owner.Pfn == pfn && owner.To.Length > 0 => (null, $"now of {owner.To}"),
        _ => (null, ""),
    };

    private static (Tie? Tie, string Text) Slot(TraceEvent.SlotChanged slot) => (slot.From.Promise, slot.To.Promise) switch
    {
        (Promise.Pin, Promise.None) => (null, "unpinned"),
        (Promise.Reference, Promise.None) => (null, "reference dropped"),
        (_, Promise.Pin) => (Tie.Pin, "pinned"),
        (_, Promise.Reference) => (Tie.Reference, "reference taken"),
        _ when slot.From.Kind == SlotKind.Number && slot.To.Kind == SlotKind.PagePointer => (Tie.Number, "becomes a page pointer"),
        _ => (Tie.Number, "number taken"),
    };

    private static int Strength(Tie? tie) => tie switch
    {
        Tie.DmaDone => 6,
        Tie.Pin => 5,
        Tie.Reference => 4,
        Tie.Number => 3,
        Tie.DmaRunning => 2,
        Tie.Mapping => 1,
        _ => 0,
    };
}
