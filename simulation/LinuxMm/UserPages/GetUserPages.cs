namespace LinuxMm;

/// <summary>The slow path: under mmap_lock, VMA by VMA, with faults.</summary>
[LinuxSource("mm/gup.c", "__get_user_pages", Tag = "v5.17")]
internal sealed class GetUserPages(MemoryDescriptor mm, FollFlags flags)
{
    /// <summary>Until 5.10 a long-term pin kept a pointer to the VMA of each page, in an array of at most 4 MiB.</summary>
    [LinuxSource("mm/gup.c", "__gup_longterm_locked(vmas_tmp)", Tag = "v5.10")]
    private const int MostVmaPointers = (4 << 20) / 8;

    /// <summary>Pin, move, and pin what has moved or would not.</summary>
    private const int MostRounds = 2;

    private readonly UserPagesRules _rules = mm.Machine.Era.UserPages;
    private PageWalk? _walk;

    /// <summary>The same for a caller that has no pages yet.</summary>
    public static KernelResult<int> RunWhole(MemoryDescriptor mm, FollFlags flags, VirtualAddress start, int count, List<Page?> pages) =>
        Undone(mm.Machine, flags, pages, () => new GetUserPages(mm, flags).Run(start, count, pages));

    /// <summary>Where the scenario cannot go on, such as without free frames, nothing stays held.</summary>
    public static KernelResult<int> Undone(Machine machine, FollFlags flags, List<Page?> pages, Func<KernelResult<int>> walk)
    {
        try
        {
            return walk();
        }
        catch
        {
            machine.PinsLongterm = false;
            UnpinUserPages.ReleaseAll(pages, 0, flags, "the scenario cannot go on");
            throw;
        }
    }

    /// <summary>Appends the pages of a range. The result is the number appended, or the error if there are none.</summary>
    /// <remarks>A null page is a slot that was counted and never written.</remarks>
    public KernelResult<int> Run(VirtualAddress start, int count, List<Page?> pages)
    {
        var before = pages.Count;
        if (_rules.VmaErrors == VmaErrorRule.AlwaysEfault && flags.HasFlag(FollFlags.Longterm) && count > MostVmaPointers)
        {
            return Errno.ENOMEM;
        }

        var mayMove = true;
        foreach (var _ in Enumerable.Range(0, MostRounds))
        {
            mm.Machine.PinsLongterm = flags.HasFlag(FollFlags.Longterm);
            var result = Walk(start.PageStart, count, pages);
            mm.Machine.PinsLongterm = false;
            if (!flags.HasFlag(FollFlags.Longterm) || pages.Count == before)
            {
                return result;
            }

            var moved = mayMove ? LongtermPages.LeaveForbidden(mm.Machine, pages, before, flags) : LongtermMove.NotNeeded;
            if (moved.Errno is { } error)
            {
                return error;
            }

            if (moved.Value == LongtermMove.NotNeeded)
            {
                return RejectFsDax(start.PageStart, pages, before) ?? result;
            }

            mayMove = moved.Value == LongtermMove.AllMoved;
        }

        throw new KernelBugException($"pages at {start} are moved again and again");
    }

    private KernelResult<int> Walk(VirtualAddress start, int count, List<Page?> pages)
    {
        var before = pages.Count;
        if (flags.HasFlag(FollFlags.Pin))
        {
            mm.SetHasPinned();
        }

        for (var at = start; pages.Count - before < count; at += VirtualAddress.PageSize)
        {
            if (Take(at, pages) is { } error)
            {
                return pages.Count > before ? pages.Count - before : error;
            }
        }

        return count;
    }

    private Errno? Take(VirtualAddress at, List<Page?> pages)
    {
        if ((_rules.StackGrowth == StackGrowthRule.GupGrowsStacks ? mm.FindExtendVma(at) : mm.FindVma(at)) is not { } vma)
        {
            return Errno.EFAULT;
        }

        if (CheckVmaFlags.Check(vma, flags, _rules) is { } refused)
        {
            return refused;
        }

        var breaksCow = _rules.Unshare == UnshareRule.BreaksCopyOnWrite && vma.IsCowMapping;
        var wanted = breaksCow ? flags | FollFlags.Write : flags;
        var walk = _walk = _walk?.Vma == vma ? _walk : new PageWalk(mm, vma, wanted);
        if (walk.Find(at) is { } error)
        {
            return error;
        }

        if (walk.Page is { } page)
        {
            if (!GrabPage.Grab(page, flags))
            {
                return Errno.ENOMEM;
            }

            MarkTouched(walk, page, wanted);
            pages.Add(page);
            return null;
        }

        return TakeNothing(pages);
    }

    /// <summary>A special entry without a page. Plain references were refused before pins were.</summary>
    [LinuxSource("mm/gup.c", "follow_pfn_pte", Tag = "v5.17")]
    private Errno? TakeNothing(List<Page?> pages)
    {
        if (_rules.SpecialPte == SpecialPteRule.Refused)
        {
            return Errno.EEXIST;
        }

        if (_rules.SpecialPte == SpecialPteRule.RefusedAsFault || flags.HasFlag(FollFlags.Get))
        {
            return Errno.EFAULT;
        }

        pages.Add(null);
        return null;
    }

    /// <summary>An entry that is dirty will tell the page one day; large ones are marked themselves.</summary>
    private static void MarkTouched(PageWalk walk, Page page, FollFlags wanted)
    {
        const FollFlags ToWrite = FollFlags.Touch | FollFlags.Write;
        if ((wanted & ToWrite) == ToWrite && walk.Entry is { IsDirty: false, IsHuge: false })
        {
            page.SetFlags(page.Flags | PageFlags.Dirty);
        }
    }

    /// <summary>Until 5.10 DAX files were found out after pinning; then all was unpinned again.</summary>
    private KernelResult<int>? RejectFsDax(VirtualAddress start, List<Page?> pages, int before)
    {
        var isLate = _rules.VmaErrors == VmaErrorRule.AlwaysEfault;
        var range = new AddressRange(start, start.Page(pages.Count - before));
        if (!isLate || !mm.VmAreas.Any(vma => vma.Kind == MappedKind.FsDax && vma.Range.Overlaps(range)))
        {
            return null;
        }

        UnpinUserPages.ReleaseAll(pages, before, flags, "gup_longterm");
        return Errno.EOPNOTSUPP;
    }
}
