namespace LinuxMm;

public sealed partial class MemoryDescriptor
{
    /// <summary>Tells the kernel how a range will be used.</summary>
    /// <param name="start">A page-aligned address.</param>
    /// <param name="pages">How many pages.</param>
    /// <param name="advice">What to do.</param>
    /// <returns>0; EINVAL for an unaligned address, raw frames or locked pages that cannot be dropped; EACCES for a hole in a file that may not be written; ENOMEM where nothing is mapped.</returns>
    [LinuxSource("mm/madvise.c", "do_madvise", Tag = "v5.17")]
    public KernelResult<int> Madvise(VirtualAddress start, int pages, Advice advice)
    {
        RequireRunning();
        using var call = Enter();
        return call.Returned("madvise", (start, pages, advice), ForEachVma(start, pages, (vma, range) => Advise(vma, range, advice)));
    }

    private Errno? Advise(VmArea vma, AddressRange range, Advice advice) => advice switch
    {
        Advice.DontNeed or Advice.PageOut => Drop(vma, range, advice),
        Advice.Remove => Remove(vma, range),
        _ => Mark(Split(vma, range), advice),
    };

    private Errno? Drop(VmArea vma, AddressRange range, Advice advice)
    {
        if ((vma.Flags & (VmFlags.PfnMap | VmFlags.Locked)) != 0 || vma.Kind == MappedKind.HugeTlb)
        {
            return Errno.EINVAL;
        }

        NotifyInvalidate(range);
        if (advice == Advice.DontNeed)
        {
            Zap(vma, range, "madvise_dontneed");
        }
        else
        {
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

    private static Errno? Mark(VmArea vma, Advice advice)
    {
        if (advice == Advice.HugePage)
        {
            vma.WantsHugePages = true;
        }
        else
        {
            vma.SetFlags(advice == Advice.DontFork ? vma.Flags | VmFlags.DontCopy : vma.Flags & ~VmFlags.DontCopy);
        }

        return null;
    }
}
