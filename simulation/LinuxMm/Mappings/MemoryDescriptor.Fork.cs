namespace LinuxMm;

public sealed partial class MemoryDescriptor
{
    /// <summary>Makes a child with the same mappings. Private pages are shared and write-protected until somebody writes.</summary>
    /// <remarks>Pages that a device may be writing to are treated by the era's <see cref="ForkRule"/>.</remarks>
    /// <param name="name">The child's name, which nothing else on the machine has.</param>
    [LinuxSource("kernel/fork.c", "dup_mmap", Tag = "v5.17")]
    [LinuxSource("mm/memory.c", "copy_page_range", Tag = "v5.17")]
    public MemoryDescriptor Fork(string name)
    {
        RequireRunning();
        RequireUnlocked();
        using var call = Enter();
        var child = Machine.CreateProcess(name);
        foreach (var vma in _vmAreas.Where(vma => (vma.Flags & VmFlags.DontCopy) == 0))
        {
            var copy = new VmArea(child, vma.State, vma.Object, vma.PageOffset) { PreferredZone = vma.PreferredZone, WantsHugePages = vma.WantsHugePages };
            child.AddVma(copy);
            if ((vma.Flags & VmFlags.WipeOnFork) == 0)
            {
                CopyEntries(vma, child);
            }
        }

        return call.Returned("fork", name, child);
    }

    private void CopyEntries(VmArea vma, MemoryDescriptor child)
    {
        // A file mapping without private pages is cheaper to fault in again than to copy.
        if (!vma.IsAnonymous && (vma.Flags & (VmFlags.PfnMap | VmFlags.MixedMap)) == 0 && vma.Kind != MappedKind.HugeTlb && !HasAnonymous(vma))
        {
            return;
        }

        foreach (var at in PageTable.Present(vma.Range))
        {
            if (child.PageTable.Find(at) is null)
            {
                CopyEntry(vma, at, PageTable.Find(at)!.Value, child);
            }
        }
    }

    private bool HasAnonymous(VmArea vma) =>
        vma.IsCowMapping && PageTable.Present(vma.Range).Any(at => vma.NormalPage(PageTable.Find(at)!.Value)?.Head.HasFlag(PageFlags.Anon) == true);

    private void CopyEntry(VmArea vma, VirtualAddress at, PageTableEntry entry, MemoryDescriptor child)
    {
        if (!entry.IsCounted || vma.NormalPage(entry) is not { } page)
        {
            child.SetPte(at, WriteProtected(vma, at, entry), "copy_present_pte");
            return;
        }

        if (vma.Kind == MappedKind.HugeTlb)
        {
            CopyHugeTlb(vma, at, entry, child);
            return;
        }

        if (MustCopy(vma, page))
        {
            if (entry.IsHuge)
            {
                HugePages.Split(this, at);
            }

            var copy = child.CopyOf(page.Frame, vma, "copy_present_page");
            child.InstallAnonymous(vma, at, copy, "copy_present_page", isWritable: true, isDirty: true);
            return;
        }

        ClearExclusive(page.MarkedFor(entry));
        if (entry.IsHuge)
        {
            ShareHuge(vma, at, entry, child);
            return;
        }

        page.AddReferences(1, "copy_present_pte");
        page.SetMapCount(page.MapCount + 1, "copy_present_pte");
        child.SetPte(at, WriteProtected(vma, at, entry) with { IsDirty = false }, "copy_present_pte");
    }

    /// <summary>A page of hugetlb is never split: the child shares it or gets one of its own.</summary>
    [LinuxSource("mm/hugetlb.c", "copy_hugetlb_page_range", Tag = "v5.12")]
    private void CopyHugeTlb(VmArea vma, VirtualAddress at, PageTableEntry entry, MemoryDescriptor child)
    {
        var head = Machine.Memory.PfnToPage(entry.Pfn).Head;
        var copiesPinned = Machine.Era.UserPages.HugeTlbFork == HugeTlbForkRule.CopiesPinned;
        if (copiesPinned && vma.IsCowMapping && HasPinned && head.MaybeDmaPinned && child.AllocateHuge(vma) is { } copy)
        {
            HugePages.CopyContents(head, copy);
            child.InstallAnonymousHuge(at, copy, isWritable: vma.IsWritable);
            return;
        }

        ClearExclusive(head);
        ShareHuge(vma, at, entry, child);
    }

    private static void ClearExclusive(Page page) => page.SetFlags(page.Flags & ~PageFlags.AnonExclusive);

    private void ShareHuge(VmArea vma, VirtualAddress at, PageTableEntry entry, MemoryDescriptor child)
    {
        var head = Machine.Memory.PfnToPage(entry.Pfn).Head;
        head.AddReferences(1, "copy_huge_pmd");
        for (var i = 0; i < HugePages.Frames; i++)
        {
            WriteProtected(vma, at.Page(i), PageTable.Find(at.Page(i))!.Value);
        }

        HugePages.Map(child, at, head, PageTable.Find(at)!.Value with { IsDirty = false });
    }

    private bool MustCopy(VmArea vma, Page page) => Machine.Era.UserPages.Fork switch
    {
        ForkRule.SharesPinned => false,
        ForkRule.CopiesPinned => vma.IsCowMapping && HasPinned && page.MaybeDmaPinned,
        _ => vma.IsCowMapping && HasPinned && page.Head.HasFlag(PageFlags.Anon) && page.MaybeDmaPinned,
    };

    /// <summary>Takes write permission from the parent's entry if writes must be seen; the result is what the child gets.</summary>
    private PageTableEntry WriteProtected(VmArea vma, VirtualAddress at, PageTableEntry entry)
    {
        if (!vma.IsCowMapping || !entry.IsWritable)
        {
            return entry;
        }

        var after = entry with { IsWritable = false };
        SetPte(at, after, "ptep_set_wrprotect");
        return after;
    }
}
