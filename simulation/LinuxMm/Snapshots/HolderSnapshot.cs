namespace LinuxMm;

/// <summary>Something that names frames outside page tables. <see cref="FrameVectorSnapshot"/> adds the flags of a frame vector.</summary>
[ModelOnly("A picture of a machine has no kernel counterpart.")]
public record HolderSnapshot
{
    /// <summary>What the scenario calls it.</summary>
    public required string Name { get; init; }

    /// <summary>What it is in the kernel's words, such as <c>frame_vector</c> or <c>pages[]</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>How many slots are in use.</summary>
    public int FrameCount { get; init; }

    /// <summary>All slots, in use or not.</summary>
    public SnapshotList<SlotSnapshot> Slots { get; init; } = [];
}
