namespace LinuxMm;

/// <summary>One present entry of a page table.</summary>
internal readonly record struct PageTableEntry(Pfn Pfn, bool IsWritable, bool IsSpecial)
{
    public bool IsDirty { get; init; }

    /// <summary>False after mprotect(PROT_NONE): present for the kernel, absent for the CPU.</summary>
    public bool IsAccessible { get; init; } = true;

    /// <summary>Whether it is part of an entry of a higher level.</summary>
    public bool IsHuge { get; init; }

    /// <summary>A DAX page: GUP finds its struct page, but the entry itself is not counted.</summary>
    public bool IsDevMap { get; init; }

    /// <summary>Whether the entry holds a reference and a map count of its page.</summary>
    public bool IsCounted => !IsSpecial && !IsDevMap;

    public PteSnapshot At(VirtualAddress address) => new(address, Pfn, IsWritable, IsSpecial, IsDirty) { IsAccessible = IsAccessible, IsHuge = IsHuge };
}
