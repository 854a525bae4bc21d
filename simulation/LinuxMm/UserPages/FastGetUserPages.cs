namespace LinuxMm;

/// <summary>The fast path: no lock, no VMA, page table entries only; whatever it does not like is left to the slow path.</summary>
[LinuxSource("mm/gup.c", "internal_get_user_pages_fast, gup_pte_range", Tag = "v5.17")]
internal sealed class FastGetUserPages(MemoryDescriptor mm, FollFlags flags)
{
    private readonly UserPagesRules _rules = mm.Machine.Era.UserPages;

    public KernelResult<int> Run(VirtualAddress start, int count, List<Page?> pages) =>
        GetUserPages.Undone(mm.Machine, flags, pages, () => Walk(start, count, pages));

    private KernelResult<int> Walk(VirtualAddress start, int count, List<Page?> pages)
    {
        if (flags.HasFlag(FollFlags.Pin))
        {
            mm.SetHasPinned();
        }

        var first = start.PageStart;
        var end = first.Page(count);
        if (end < first && _rules.RangeOverflow == RangeOverflowRule.ReturnsZero)
        {
            return 0;
        }

        if (end < first || end > VirtualAddress.TaskSize)
        {
            return end < first ? Errno.EOVERFLOW : Errno.EFAULT;
        }

        for (var i = 0; i < count && Lookup(first.Page(i)) is { } page && GrabPage.Grab(page, flags); i++)
        {
            pages.Add(page);
        }

        if (pages.Count == count)
        {
            return count;
        }

        // An error of the slow path is lost when the fast path has pinned something.
        var fast = pages.Count;
        var isTouched = !flags.HasFlag(FollFlags.Longterm) || _rules.GupFlags >= GupFlagsRule.LongPinsTouched;
        var slow = new GetUserPages(mm, isTouched ? flags | FollFlags.Touch : flags).Run(first.Page(fast), count - fast, pages);
        return slow.IsSuccess ? fast + slow.Value : fast > 0 ? fast : slow;
    }

    private Page? Lookup(VirtualAddress at)
    {
        var isWrite = flags.HasFlag(FollFlags.Write) || _rules.Unshare == UnshareRule.BreaksCopyOnWrite;
        if (mm.PageTable.Find(at) is not { IsAccessible: true, IsSpecial: false } entry || (isWrite && !entry.IsWritable))
        {
            return null;
        }

        var page = mm.Machine.Memory.PfnToPage(entry.Pfn);
        var mustUnshare = !entry.IsWritable && GupMustUnshare.Check(page.MarkedFor(entry), isCowMapping: true, flags, _rules);
        return mustUnshare || !IsFastPinAllowed(page) ? null : page;
    }

    /// <summary>What can be told from the page alone.</summary>
    private bool IsFastPinAllowed(Page page)
    {
        var kind = page.Head.Mapping?.Kind;
        var isLongterm = flags.HasFlag(FollFlags.Longterm);
        if (kind == MappedKind.Secret || (isLongterm && (kind == MappedKind.FsDax || !LongtermPages.IsAllowedFast(page, flags, _rules.Longterm))))
        {
            return false;
        }

        if (page.Head.HasFlag(PageFlags.Anon) || (kind is null && _rules.MappedPages == MappedPagesRule.Pinned))
        {
            return true;
        }

        const FollFlags LongWrite = FollFlags.Pin | FollFlags.Longterm | FollFlags.Write;
        var isLongWrite = (flags & LongWrite) == LongWrite;
        return kind switch
        {
            // Whoever looks for secret memory looks at the mapping of every small page, and gives up without one.
            null => !isLongWrite && (_rules.MappedPages == MappedPagesRule.LongWritesLeftToSlowPath || page.IsCompound),
            MappedKind.File or MappedKind.FsDax => !isLongWrite || _rules.DirtyTracking == DirtyTrackingRule.Pinned,
            _ => true,
        };
    }
}
