namespace LinuxMm;

public sealed partial class MemoryDescriptor
{
    /// <summary>Makes an entry for an access. Permission was checked by the caller: GUP may force its way.</summary>
    internal FaultOutcome HandleMmFault(VmArea vma, VirtualAddress address, FaultKind kind)
    {
        RequireUnlocked();
        var at = address.PageStart;
        if (PageTable.Find(at) is { } entry)
        {
            return kind == FaultKind.Read ? FaultOutcome.Done : WriteProtectedFault(vma, at, entry, kind);
        }

        return vma.IsAnonymous ? AnonymousFault(vma, at, kind) : FileFault(vma, at, kind);
    }

    private FaultOutcome AnonymousFault(VmArea vma, VirtualAddress at, FaultKind kind)
    {
        if (kind != FaultKind.Write)
        {
            SetPte(at, new PageTableEntry(Machine.Memory.ZeroPage.Pfn, IsWritable: false, IsSpecial: true), "do_anonymous_page");
            return FaultOutcome.Done;
        }

        if (vma.WantsHugePages && HugeFault(vma, at, vma.IsWritable) is { } outcome)
        {
            return outcome;
        }

        var page = Machine.AllocateUserPage(Name, "do_anonymous_page", vma.PreferredZone);
        InstallAnonymous(vma, at, page, "do_anonymous_page", isWritable: true, isDirty: vma.IsWritable);
        return FaultOutcome.Done;
    }

    private FaultOutcome FileFault(VmArea vma, VirtualAddress at, FaultKind kind)
    {
        if (vma.Object is Driver driver)
        {
            return DriverFault(driver, vma, at, kind);
        }

        if (vma.Kind == MappedKind.HugeTlb)
        {
            return HugeTlbFault(vma, at, kind);
        }

        if (vma.Object!.PageAt(vma.IndexOf(at)) is not { } page)
        {
            return FaultOutcome.SigBus;
        }

        if (kind == FaultKind.Write && vma.Sharing == Sharing.Private)
        {
            var copy = CopyOf(page.Frame, vma, "do_cow_fault");
            InstallAnonymous(vma, at, copy, "do_cow_fault", isWritable: true, isDirty: true);
            return FaultOutcome.Done;
        }

        // A file system that tracks dirty pages wants a fault for the first write; shmem does not care.
        var isWrite = kind == FaultKind.Write;
        var isWritable = vma.IsWriteMapped && (isWrite || vma.Kind is not (MappedKind.File or MappedKind.FsDax));
        var entry = new PageTableEntry(page.Pfn, isWritable, IsSpecial: false) { IsDirty = isWrite, IsDevMap = vma.Kind == MappedKind.FsDax };
        if (entry.IsCounted)
        {
            page.AddReferences(1, "finish_fault");
            page.SetMapCount(page.MapCount + 1, "finish_fault");
        }

        SetPte(at, entry, "finish_fault");
        DirtyShared(page, entry);
        return FaultOutcome.Done;
    }

    /// <summary>The driver makes an entry. Who wants to hear of first writes is asked before one is made, and may refuse.</summary>
    private FaultOutcome DriverFault(Driver driver, VmArea vma, VirtualAddress at, FaultKind kind)
    {
        var isFirstWrite = kind == FaultKind.Write && vma.IsWriteMapped && driver.PageMkwrite is not null;
        if (isFirstWrite && !driver.PageMkwrite!(vma, at))
        {
            return FaultOutcome.SigBus;
        }

        if (driver.FaultHandler?.Invoke(vma, at) != true || PageTable.Find(at) is not { } entry)
        {
            return FaultOutcome.SigBus;
        }

        if (isFirstWrite)
        {
            SetPte(at, entry with { IsWritable = true, IsDirty = true }, "do_shared_fault");
        }

        return FaultOutcome.Done;
    }

    private FaultOutcome WriteProtectedFault(VmArea vma, VirtualAddress at, PageTableEntry entry, FaultKind kind)
    {
        if (entry.IsWritable)
        {
            // The CPU sets the bit by itself; no fault is taken.
            SetPte(at, entry with { IsDirty = true }, "handle_pte_fault");
            return FaultOutcome.Done;
        }

        if (entry.IsHuge && WriteProtectedHugeFault(vma, at, entry, kind) is { } outcome)
        {
            return outcome;
        }

        entry = PageTable.Find(at)!.Value;
        var page = vma.NormalPage(entry);
        var isShared = (vma.Flags & VmFlags.Shared) != 0 || vma.Sharing == Sharing.Shared;
        if (isShared && page?.Head.HasFlag(PageFlags.Anon) != true)
        {
            return SharedWriteFault(vma, at, entry, page);
        }

        if (page is not null && page.Head.HasFlag(PageFlags.Anon) && MayReuse(page))
        {
            MarkExclusive(page);
            SetPte(at, kind == FaultKind.Unshare ? entry : entry with { IsWritable = vma.IsWritable, IsDirty = true }, "wp_page_reuse");
            return FaultOutcome.Done;
        }

        var copy = CopyOf(Machine.Memory.FrameAt(entry.Pfn), vma, "wp_page_copy");
        SetPte(at, null, "wp_page_copy");
        InstallAnonymous(vma, at, copy, "wp_page_copy", isWritable: kind == FaultKind.Write, isDirty: kind == FaultKind.Write);
        if (page is not null)
        {
            UnmapPage(page, entry, "wp_page_copy");
        }

        return FaultOutcome.Done;
    }

    private FaultOutcome SharedWriteFault(VmArea vma, VirtualAddress at, PageTableEntry entry, Page? page)
    {
        if (!vma.IsWriteMapped)
        {
            return FaultOutcome.SigSegv;
        }

        if (vma.Object is Driver { PageMkwrite: { } pageMkwrite } && !pageMkwrite(vma, at))
        {
            return FaultOutcome.SigBus;
        }

        var written = entry with { IsWritable = true, IsDirty = true };
        SetPte(at, written, "wp_page_shared");
        if (page is not null)
        {
            DirtyShared(page, written);
        }

        return FaultOutcome.Done;
    }

    /// <summary>The page of a shared mapping is dirty from the fault on, and not only when the entry goes.</summary>
    [LinuxSource("mm/memory.c", "fault_dirty_shared_page", Tag = "v5.17")]
    private static void DirtyShared(Page page, PageTableEntry entry)
    {
        if (entry is { IsDirty: true, IsCounted: true })
        {
            page.SetFlags(page.Flags | PageFlags.Dirty);
        }
    }

    private bool MayReuse(Page page) => Machine.Era.UserPages.CowReuse switch
    {
        CowReuseRule.MapCountOne => page.MapCount == 1,
        CowReuseRule.RefCountOne => page.RefCount == 1,
        _ => page.HasFlag(PageFlags.AnonExclusive) || page.RefCount == 1,
    };

    private void MarkExclusive(Page page)
    {
        if (Machine.Era.UserPages.CowReuse == CowReuseRule.ExclusiveMarker)
        {
            page.SetFlags(page.Flags | PageFlags.AnonExclusive);
        }
    }

    private Page CopyOf(Frame original, VmArea vma, string reason)
    {
        var copy = Machine.AllocateUserPage(Name, reason, vma.PreferredZone);
        if (!original.Contents.IsClear)
        {
            copy.Frame.Write(0, original.Contents.ToArray());
        }

        return copy;
    }

    private void InstallAnonymous(VmArea vma, VirtualAddress at, Page page, string reason, bool isWritable, bool isDirty)
    {
        page.SetFlags(PageFlags.Anon | PageFlags.Lru | PageFlags.SwapBacked);
        MarkExclusive(page);
        page.SetMapCount(1, reason);
        SetPte(at, new PageTableEntry(page.Pfn, isWritable && vma.IsWritable, IsSpecial: false) { IsDirty = isDirty }, reason);
    }
}
