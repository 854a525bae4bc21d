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

        InstallAnonymousHuge(range.Start, head, isWritable);
        return FaultOutcome.Done;
    }

    private void InstallAnonymousHuge(VirtualAddress start, Page head, bool isWritable)
    {
        head.SetFlags(head.Flags | PageFlags.Anon | PageFlags.Lru | PageFlags.SwapBacked);
        MarkExclusive(head);
        HugePages.Map(this, start, head, new PageTableEntry(head.Pfn, isWritable, IsSpecial: false) { IsDirty = isWritable });
    }

    private Page? AllocateHuge(VmArea vma) => vma.Object is PageCacheFile { Kind: MappedKind.HugeTlb } file
        ? HugePages.AllocateReserved(Machine, Name, file.Zone)
        : HugePages.Allocate(Machine, Name, vma.PreferredZone);

    /// <summary>hugetlb: a shared mapping gets the file's page; a private one sees it until it writes, and where there is none gets its own.</summary>
    [LinuxSource("mm/hugetlb.c", "hugetlb_no_page", Tag = "v5.17")]
    private FaultOutcome HugeTlbFault(VmArea vma, VirtualAddress at, FaultKind kind)
    {
        var range = HugePages.Around(at);
        var file = (PageCacheFile)vma.Object!;
        var index = vma.IndexOf(range.Start);
        if (index >= file.Pages)
        {
            return FaultOutcome.SigBus;
        }

        if (vma.Sharing == Sharing.Private && !file.IsCached(index))
        {
            return HugeFault(vma, at, vma.IsWritable) ?? FaultOutcome.SigBus;
        }

        if (file.PageAt(index) is not { } head)
        {
            return FaultOutcome.SigBus;
        }

        head.AddReferences(1, "hugetlb_no_page");
        HugePages.Map(this, range.Start, head, new PageTableEntry(head.Pfn, vma.IsWriteMapped, IsSpecial: false) { IsDirty = vma.IsWriteMapped });
        return kind == FaultKind.Write ? HugeTlbWriteFault(vma, range, head, kind) : FaultOutcome.Done;
    }

    /// <summary>A write to a read-only entry of 2 MiB: reuse the page, copy a page of hugetlb whole, or split the entry and let the small fault copy. Null asks for that.</summary>
    [LinuxSource("mm/huge_memory.c", "do_huge_pmd_wp_page", Tag = "v5.17")]
    private FaultOutcome? WriteProtectedHugeFault(VmArea vma, VirtualAddress at, PageTableEntry entry, FaultKind kind)
    {
        var range = HugePages.Around(at);
        var head = Machine.Memory.PfnToPage(entry.Pfn).Head;
        if (vma.Kind == MappedKind.HugeTlb)
        {
            return HugeTlbWriteFault(vma, range, head, kind);
        }

        if (head.HasFlag(PageFlags.Anon) && !MayReuseHuge(head))
        {
            HugePages.Split(this, at);
            return null;
        }

        MarkExclusive(head);
        if (kind == FaultKind.Write)
        {
            MakeHugeWritable(range, vma.IsWritable);
        }

        return FaultOutcome.Done;
    }

    /// <summary>Pages of hugetlb are never split. Who else maps the page decides, not who else holds it.</summary>
    [LinuxSource("mm/hugetlb.c", "hugetlb_cow", Tag = "v5.17")]
    private FaultOutcome HugeTlbWriteFault(VmArea vma, AddressRange range, Page head, FaultKind kind)
    {
        var isOwn = head.HasFlag(PageFlags.Anon) && head.MapCount == 1;
        if (vma.Sharing == Sharing.Private && !isOwn)
        {
            if (AllocateHuge(vma) is not { } copy)
            {
                return FaultOutcome.SigBus;
            }

            HugePages.CopyContents(head, copy);
            HugePages.Unmap(this, range.Start, "hugetlb_cow");
            InstallAnonymousHuge(range.Start, copy, IsWritableAfter(vma, kind));
            return FaultOutcome.Done;
        }

        if (head.HasFlag(PageFlags.Anon))
        {
            MarkExclusive(head);
        }

        if (kind == FaultKind.Write)
        {
            MakeHugeWritable(range, IsWritableAfter(vma, kind));
        }

        return FaultOutcome.Done;
    }

    /// <summary>Before it refused forced writes, hugetlb knew none: it made the entry writable even where the mapping is not.</summary>
    private bool IsWritableAfter(VmArea vma, FaultKind kind) =>
        kind == FaultKind.Write && (vma.IsWritable || Machine.Era.UserPages.HugeTlbForce == HugeTlbForceRule.MakesWritable);

    private void MakeHugeWritable(AddressRange range, bool isWritable)
    {
        for (var i = 0; i < HugePages.Frames; i++)
        {
            var at = range.Start.Page(i);
            SetPte(at, PageTable.Find(at)!.Value with { IsWritable = isWritable, IsDirty = true }, "do_huge_pmd_wp_page");
        }
    }

    /// <summary>Until 5.17 the kernel asked who maps a part of the page, even where it asked for all references of small pages.</summary>
    private bool MayReuseHuge(Page head) => Machine.Era.UserPages.HugeCowReuse switch
    {
        CowReuseRule.MapCountOne => Enumerable.Range(0, HugePages.Frames).All(i => Machine.Memory.PfnToPage(head.Pfn + i).MapCount <= 1),
        CowReuseRule.RefCountOne => head.RefCount == 1,
        _ => head.HasFlag(PageFlags.AnonExclusive) || head.RefCount == 1,
    };
}
