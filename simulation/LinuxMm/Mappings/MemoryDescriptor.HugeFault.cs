namespace LinuxMm;

public sealed partial class MemoryDescriptor
{
    /// <summary>Maps 2 MiB at once, or null where they do not fit or memory has none: then a small page must do.</summary>
    [LinuxSource("mm/huge_memory.c", "do_huge_pmd_anonymous_page", Tag = "v5.17")]
    private FaultOutcome? HugeFault(VmArea vma, VirtualAddress at, bool isWritable)
    {
        var range = HugePages.Around(at);
        var fits = vma.Start <= range.Start && range.End <= vma.Range.End && PageTable.Present(range).Count == 0;
        if (!fits || AllocateHuge(vma) is not { } head)
        {
            return null;
        }

        head.SetFlags(head.Flags | PageFlags.Anon | PageFlags.Lru | PageFlags.SwapBacked);
        MarkExclusive(head);
        HugePages.Map(this, range.Start, head, new PageTableEntry(head.Pfn, isWritable, IsSpecial: false) { IsDirty = isWritable });
        return FaultOutcome.Done;
    }

    private Page? AllocateHuge(VmArea vma) => vma.Object is PageCacheFile { Kind: MappedKind.HugeTlb } file
        ? HugePages.AllocateReserved(Machine, Name, file.Zone)
        : HugePages.Allocate(Machine, Name, vma.PreferredZone);

    /// <summary>hugetlb: a shared mapping gets the file's page, a private one its own, for reading too.</summary>
    [LinuxSource("mm/hugetlb.c", "hugetlb_no_page", Tag = "v5.17")]
    private FaultOutcome HugeTlbFault(VmArea vma, VirtualAddress at)
    {
        if (vma.Sharing == Sharing.Private)
        {
            return HugeFault(vma, at, vma.IsWritable) ?? FaultOutcome.SigBus;
        }

        var range = HugePages.Around(at);
        if (vma.Object!.PageAt(vma.IndexOf(range.Start)) is not { } head)
        {
            return FaultOutcome.SigBus;
        }

        head.AddReferences(1, "hugetlb_no_page");
        HugePages.Map(this, range.Start, head, new PageTableEntry(head.Pfn, vma.IsWriteMapped, IsSpecial: false) { IsDirty = vma.IsWriteMapped });
        return FaultOutcome.Done;
    }

    /// <summary>A write to a shared 2 MiB page: reuse it, or split its entry and let the small fault copy. Null asks for that.</summary>
    [LinuxSource("mm/huge_memory.c", "do_huge_pmd_wp_page", Tag = "v5.17")]
    private FaultOutcome? WriteProtectedHugeFault(VmArea vma, VirtualAddress at, PageTableEntry entry)
    {
        var range = HugePages.Around(at);
        var head = Machine.Memory.PfnToPage(entry.Pfn).Head;
        var isHugeTlb = vma.Kind == MappedKind.HugeTlb;
        if (head.HasFlag(PageFlags.Anon) && !(isHugeTlb ? head.MapCount == 1 : MayReuse(head)))
        {
            HugePages.Split(this, at);
            return null;
        }

        // hugetlb makes its entry writable even where the mapping is not: a forced write must find it so.
        MarkExclusive(head);
        for (var i = 0; i < HugePages.Frames; i++)
        {
            var each = range.Start.Page(i);
            SetPte(each, PageTable.Find(each)!.Value with { IsWritable = vma.IsWritable || isHugeTlb, IsDirty = true }, "do_huge_pmd_wp_page");
        }

        return FaultOutcome.Done;
    }
}
