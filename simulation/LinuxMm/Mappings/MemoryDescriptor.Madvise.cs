namespace LinuxMm;

public sealed partial class MemoryDescriptor
{
    /// <summary>Tells the kernel how a range will be used. Holes are passed over; the call says so at its end.</summary>
    /// <param name="start">A page-aligned address.</param>
    /// <param name="pages">How many pages.</param>
    /// <param name="advice">What to do.</param>
    /// <returns>
    /// 0; EINVAL for an unaligned address, advice that the kernel does not know, or a mapping that it is not for, such as raw frames or
    /// locked pages that cannot be dropped; EACCES for a hole in a file that may not be written; EFAULT for a page that cannot be
    /// populated; ENOMEM where nothing is mapped.
    /// </returns>
    [LinuxSource("mm/madvise.c", "do_madvise", Tag = "v5.17")]
    public KernelResult<int> Madvise(VirtualAddress start, int pages, Advice advice)
    {
        RequireRunning();
        using var call = Enter();
        var result = IsKnown(advice) ? ForEachVma(start, pages, (vma, range) => Advise(vma, range, advice), passesHoles: !Populates(advice)) : Errno.EINVAL;
        return call.Returned("madvise", (start, pages, advice), result);
    }

    private static bool Populates(Advice advice) => advice is Advice.PopulateRead or Advice.PopulateWrite;

    private bool IsKnown(Advice advice) => Enum.IsDefined(advice) && advice <= Machine.Era.UserPages.Advice switch
    {
        AdviceRule.UpToPageOut => Advice.PageOut,
        AdviceRule.UpToPopulate => Advice.PopulateWrite,
        _ => Advice.DontNeedLocked,
    };

    private Errno? Advise(VmArea vma, AddressRange range, Advice advice) => advice switch
    {
        Advice.DontNeed or Advice.DontNeedLocked => DontNeed(vma, range, advice),
        Advice.Free => FreeLazily(vma, range),
        Advice.Remove => Remove(vma, range),
        Advice.PageOut or Advice.Cold => Deactivate(vma, range, advice),
        Advice.PopulateRead or Advice.PopulateWrite => Populate(vma, range, advice == Advice.PopulateWrite ? FaultKind.Write : FaultKind.Read),
        Advice.WillNeed => null,
        _ => Mark(vma, range, advice),
    };

    [LinuxSource("mm/madvise.c", "madvise_dontneed_free_valid_vma", Tag = "v5.18")]
    private Errno? DontNeed(VmArea vma, AddressRange range, Advice advice)
    {
        var forbidden = VmFlags.PfnMap | (advice == Advice.DontNeedLocked ? VmFlags.None : VmFlags.Locked);
        if (vma.Kind == MappedKind.HugeTlb)
        {
            if (Machine.Era.UserPages.Advice < AdviceRule.UpToDontNeedLocked || HugePages.Around(range.Start).Start != range.Start)
            {
                return Errno.EINVAL;
            }

            range = range with { End = HugePages.Around(range.End).Start };
        }
        else if ((vma.Flags & forbidden) != 0)
        {
            return Errno.EINVAL;
        }

        NotifyInvalidate(range);
        Zap(vma, range, "madvise_dontneed");
        return null;
    }

    /// <summary>Until the process writes again, reclaim may drop the pages instead of writing them to swap. A pin keeps it from doing so.</summary>
    [LinuxSource("mm/madvise.c", "madvise_free_single_vma", Tag = "v5.10")]
    private Errno? FreeLazily(VmArea vma, AddressRange range)
    {
        if ((vma.Flags & (VmFlags.PfnMap | VmFlags.Locked)) != 0 || !vma.IsAnonymous)
        {
            return Errno.EINVAL;
        }

        NotifyInvalidate(range);
        foreach (var at in PageTable.Present(range))
        {
            if (PageTable.Find(at) is { IsCounted: true, IsHuge: false } entry && vma.NormalPage(entry) is { MapCount: 1, IsCompound: false } page)
            {
                page.SetFlags(page.Flags & ~(PageFlags.SwapBacked | PageFlags.Dirty));
                SetPte(at, entry with { IsDirty = false }, "madvise_free");
            }
        }

        return null;
    }

    [LinuxSource("mm/madvise.c", "can_madv_lru_vma", Tag = "v5.10")]
    private Errno? Deactivate(VmArea vma, AddressRange range, Advice advice)
    {
        if ((vma.Flags & (VmFlags.PfnMap | VmFlags.Locked)) != 0 || vma.Kind == MappedKind.HugeTlb)
        {
            return Errno.EINVAL;
        }

        if (advice == Advice.PageOut)
        {
            NotifyInvalidate(range);
            PageOut(vma, range);
        }

        return null;
    }

    private static Errno? Remove(VmArea vma, AddressRange range)
    {
        if ((vma.Flags & VmFlags.Locked) != 0 || vma.Object is not PageCacheFile file)
        {
            return Errno.EINVAL;
        }

        if (!vma.IsWriteMapped)
        {
            return Errno.EACCES;
        }

        file.PunchHole(vma.IndexOf(range.Start), range.Pages);
        return null;
    }

    [LinuxSource("mm/madvise.c", "madvise_populate", Tag = "v5.14")]
    private Errno? Populate(VmArea vma, AddressRange range, FaultKind kind)
    {
        if ((vma.Flags & (VmFlags.Io | VmFlags.PfnMap)) != 0 || (vma.Flags & (kind == FaultKind.Write ? VmFlags.Write : VmFlags.Read)) == 0)
        {
            return Errno.EINVAL;
        }

        for (var at = range.Start; at < range.End; at = at.Page(1))
        {
            if (Access(at, kind) is null)
            {
                return Errno.EFAULT;
            }
        }

        return null;
    }

    [LinuxSource("mm/madvise.c", "madvise_behavior", Tag = "v5.10")]
    private Errno? Mark(VmArea vma, AddressRange range, Advice advice)
    {
        var isPrivateMemory = vma.Object is null && vma.Sharing == Sharing.Private;
        if ((advice == Advice.DoFork && (vma.Flags & VmFlags.Io) != 0) || (advice == Advice.WipeOnFork && !isPrivateMemory))
        {
            return Errno.EINVAL;
        }

        vma = Split(vma, range);
        vma.WantsHugePages = advice == Advice.HugePage || (vma.WantsHugePages && advice != Advice.NoHugePage);
        vma.SetFlags(advice switch
        {
            Advice.DontFork => vma.Flags | VmFlags.DontCopy,
            Advice.DoFork => vma.Flags & ~VmFlags.DontCopy,
            Advice.WipeOnFork => vma.Flags | VmFlags.WipeOnFork,
            Advice.KeepOnFork => vma.Flags & ~VmFlags.WipeOnFork,
            _ => vma.Flags,
        });
        return null;
    }
}
