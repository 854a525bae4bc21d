namespace LinuxMm;

/// <summary>One frame of a transfer.</summary>
/// <param name="Pfn">The frame that the device was told; it does not follow page tables.</param>
/// <param name="Direction">Which way the bytes go.</param>
[ModelOnly("A picture of a machine has no kernel counterpart.")]
public sealed record DmaTargetSnapshot(Pfn Pfn, DmaDirection Direction);
