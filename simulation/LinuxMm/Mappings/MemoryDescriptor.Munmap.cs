namespace LinuxMm;

public sealed partial class MemoryDescriptor
{
    /// <summary>Removes a mapping. Its pages lose this mapping's references; a page that nobody else holds is freed.</summary>
    /// <param name="vma">A mapping of this process.</param>
    /// <returns>0.</returns>
    /// <exception cref="ArgumentException">It is another process's, or was unmapped before.</exception>
    [LinuxSource("mm/mmap.c", "__do_munmap", Tag = "v5.17", Until = "B2")]
    public KernelResult<int> Munmap(VmArea vma)
    {
        RequireRunning();
        RequireOwn(vma);
        return Munmap(vma.Start, vma.Range.Pages);
    }

    /// <summary>Removes whatever is mapped in a range; a mapping that reaches beyond is split.</summary>
    /// <param name="start">The first address.</param>
    /// <param name="pages">How many pages.</param>
    /// <returns>0; EINVAL for an unaligned start, no pages, or a cut through a page of hugetlb.</returns>
    [LinuxSource("mm/mmap.c", "__do_munmap", Tag = "v5.17", Until = "B2")]
    public KernelResult<int> Munmap(VirtualAddress start, int pages)
    {
        RequireRunning();
        using var call = Enter();
        if (!start.IsPageAligned || pages <= 0 || CutsHugeTlb(new AddressRange(start, start.Page(pages))))
        {
            return call.Returned<KernelResult<int>>("munmap", (start, pages), Errno.EINVAL);
        }

        Unmap(new AddressRange(start, start.Page(pages)));
        return call.Returned<KernelResult<int>>("munmap", (start, pages), 0);
    }

    /// <summary>Ends the process: all its mappings go away.</summary>
    [LinuxSource("mm/mmap.c", "exit_mmap", Tag = "v5.17")]
    public void Exit()
    {
        RequireRunning();
        RequireUnlocked();
        using var call = Enter();
        while (_vmAreas.Count > 0)
        {
            Unmap(_vmAreas[0].Range);
        }

        if (Machine.IsTracing)
        {
            Machine.Record(new TraceEvent.ProcessExited(Name));
        }

        HasExited = true;
        call.Returned("exit", Name, "done");
    }

    internal void Zap(VmArea vma, AddressRange range, string reason)
    {
        RequireUnlocked();
        foreach (var at in PageTable.Present(range))
        {
            if (PageTable.Find(at) is { IsHuge: true })
            {
                ZapHuge(at, range, reason);
            }

            ZapEntry(vma, at, reason);
        }
    }

    /// <summary>A part of a file went away; private copies go with it only when it became shorter.</summary>
    internal void UnmapFilePages(VmArea vma, AddressRange range, bool evenCopies, string reason)
    {
        RequireUnlocked();
        if (range.Pages == 0)
        {
            return;
        }

        NotifyInvalidate(range);
        if (evenCopies || vma.Kind == MappedKind.HugeTlb)
        {
            Zap(vma, range, reason);
            return;
        }

        foreach (var at in PageTable.Present(range))
        {
            if (vma.NormalPage(PageTable.Find(at)!.Value)?.Head.HasFlag(PageFlags.Anon) != true)
            {
                ZapEntry(vma, at, reason);
            }
        }
    }

    private bool CutsHugeTlb(AddressRange range) => _vmAreas.Any(vma => vma.Kind == MappedKind.HugeTlb && vma.Range.Overlaps(range)
        && (IsInside(vma, range.Start) || IsInside(vma, range.End)));

    private static bool IsInside(VmArea vma, VirtualAddress cut) => vma.Start < cut && cut < vma.Range.End && HugePages.Around(cut).Start != cut;

    private void Unmap(AddressRange range)
    {
        RequireUnlocked();
        foreach (var vma in _vmAreas.Where(vma => vma.Range.Overlaps(range)).ToList())
        {
            var inside = Split(vma, range);
            NotifyInvalidate(inside.Range);
            Zap(inside, inside.Range, "munmap");
            RemoveVma(inside);
            inside.Object?.Closed(inside);
        }
    }

    /// <summary>Cuts a mapping so that one of the pieces lies wholly inside the range; that piece is the result.</summary>
    private VmArea Split(VmArea vma, AddressRange range)
    {
        RequireUnlocked();
        if (vma.Start < range.Start)
        {
            vma = Cut(vma, range.Start);
        }

        if (range.End < vma.Range.End)
        {
            Cut(vma, range.End);
        }

        return vma;
    }

    /// <summary>Cuts a mapping in two; the upper part is the result.</summary>
    private VmArea Cut(VmArea vma, VirtualAddress at)
    {
        if (PageTable.Find(at) is { IsHuge: true } && HugePages.Around(at).Start != at)
        {
            HugePages.Split(this, at);
        }

        var upper = new VmArea(this, vma.State with { Range = new AddressRange(at, vma.Range.End) }, vma.Object, vma.IndexOf(at)) { PreferredZone = vma.PreferredZone, WantsHugePages = vma.WantsHugePages };
        vma.Change(vma.State with { Range = new AddressRange(vma.Start, at) }, vma.PageOffset);
        AddVma(upper);
        return upper;
    }

    private void ZapHuge(VirtualAddress at, AddressRange range, string reason)
    {
        var whole = HugePages.Around(at);
        if (range.Start <= whole.Start && whole.End <= range.End)
        {
            HugePages.Unmap(this, whole.Start, reason);
        }
        else
        {
            HugePages.Split(this, at);
        }
    }

    private void ZapEntry(VmArea vma, VirtualAddress at, string reason)
    {
        if (PageTable.Find(at) is not { } entry)
        {
            return;
        }

        SetPte(at, null, reason);
        if (vma.NormalPage(entry) is { } page)
        {
            UnmapPage(page, entry, reason);
        }
    }

    private void UnmapPage(Page page, PageTableEntry entry, string reason)
    {
        if (!entry.IsCounted)
        {
            return;
        }

        if (entry.IsDirty && !page.Head.HasFlag(PageFlags.Anon))
        {
            page.SetFlags(page.Flags | PageFlags.Dirty);
        }

        page.SetMapCount(page.MapCount - 1, reason);
        if (page.Head.HasFlag(PageFlags.Anon))
        {
            page.Frame.SetOwner(page.MapCount == 0 ? "" : Machine.AnonymousOwner(page));
        }

        if (_gather is not null)
        {
            _gather.Add(page);
            return;
        }

        Machine.PutPage(page, reason);
    }
}
