namespace LinuxMm;

/// <summary>One slot of a holder.</summary>
/// <param name="Kind">What the slot contains.</param>
/// <param name="Pfn">The frame it names, or null when it was never written.</param>
/// <param name="Promise">What keeps the frame alive on behalf of this slot.</param>
[ModelOnly("A picture of a machine has no kernel counterpart.")]
public readonly record struct SlotSnapshot(SlotKind Kind, Pfn? Pfn, Promise Promise);
