namespace LinuxMm;

/// <summary>One present page table entry.</summary>
/// <param name="Address">The first address of the page.</param>
/// <param name="Pfn">The frame.</param>
/// <param name="IsWritable">Whether the CPU may write without a fault.</param>
/// <param name="IsSpecial">Whether no normal page stands behind it.</param>
/// <param name="IsDirty">Whether the CPU has written.</param>
[ModelOnly("A picture of a machine has no kernel counterpart.")]
public sealed record PteSnapshot(VirtualAddress Address, Pfn Pfn, bool IsWritable, bool IsSpecial, bool IsDirty)
{
    /// <summary>False after mprotect to PROT_NONE: the CPU finds nothing, the kernel does.</summary>
    public bool IsAccessible { get; init; } = true;

    /// <summary>Whether it is part of a 2 MiB entry.</summary>
    public bool IsHuge { get; init; }
}
