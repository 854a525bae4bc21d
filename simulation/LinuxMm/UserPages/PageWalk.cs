namespace LinuxMm;

/// <summary>Finds the pages behind addresses of one mapping for slow GUP, faulting as often as it takes.</summary>
[LinuxSource("mm/gup.c", "follow_page_pte, faultin_page", Tag = "v5.17")]
internal sealed class PageWalk(MemoryDescriptor mm, VmArea vma, FollFlags flags)
{
    /// <summary>No page takes more: an entry, then one that may be written, then one's own copy.</summary>
    private const int MostFaults = 4;

    private readonly UserPagesRules _rules = mm.Machine.Era.UserPages;
    private bool _hasBrokenCow;

    /// <summary>The page found; null after a special entry without one.</summary>
    public Page? Page { get; private set; }

    /// <summary>The entry it was found by.</summary>
    public PageTableEntry Entry { get; private set; }

    public VmArea Vma => vma;

    public Errno? Find(VirtualAddress at)
    {
        _hasBrokenCow = false;
        foreach (var _ in Enumerable.Range(0, MostFaults))
        {
            if (NeededFault(at) is not { } kind)
            {
                Entry = mm.PageTable.Find(at)!.Value;
                Page = PageBehind(Entry);
                return null;
            }

            // Only a fault at an entry that is there already counts: it is the one that says so.
            _hasBrokenCow |= kind == FaultKind.Write && mm.PageTable.Find(at) is not null;
            if (mm.HandleMmFault(vma, at, kind) != FaultOutcome.Done)
            {
                return Errno.EFAULT;
            }
        }

        throw new KernelBugException($"faults at {at} lead nowhere");
    }

    private FaultKind? NeededFault(VirtualAddress at)
    {
        var isWrite = flags.HasFlag(FollFlags.Write);
        if (mm.PageTable.Find(at) is not { } entry)
        {
            return isWrite ? FaultKind.Write : FaultKind.Read;
        }

        var page = PageBehind(entry);
        if (isWrite)
        {
            return entry.IsWritable || MayForceWrite(page?.MarkedFor(entry)) ? null : FaultKind.Write;
        }

        var mustUnshare = page is not null && !entry.IsWritable && GupMustUnshare.Check(page.MarkedFor(entry), vma.IsCowMapping, flags, _rules);
        return mustUnshare ? FaultKind.Unshare : null;
    }

    /// <summary>Whether a page may be written although its entry is read-only: it is this process's own copy already.</summary>
    private bool MayForceWrite(Page? page)
    {
        if (!vma.IsCowMapping || page is null || !page.Head.HasFlag(PageFlags.Anon))
        {
            return false;
        }

        // In a mapping that may be written a write fault does what is needed.
        return !vma.IsWritable && (_rules.CowReuse == CowReuseRule.ExclusiveMarker ? page.HasFlag(PageFlags.AnonExclusive) : _hasBrokenCow);
    }

    private Page? PageBehind(PageTableEntry entry) =>
        vma.NormalPage(entry) ?? (entry.Pfn == PhysicalMemory.ZeroPfn ? mm.Machine.Memory.ZeroPage : null);
}
