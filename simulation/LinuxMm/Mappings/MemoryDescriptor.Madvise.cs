namespace LinuxMm;

public sealed partial class MemoryDescriptor
{
    /// <summary>Tells the kernel how a range will be used.</summary>
    /// <param name="start">A page-aligned address.</param>
    /// <param name="pages">How many pages.</param>
    /// <param name="advice">What to do.</param>
    /// <returns>0; EINVAL for an unaligned address or raw frames that cannot be dropped; ENOMEM where nothing is mapped.</returns>
    [LinuxSource("mm/madvise.c", "do_madvise", Tag = "v5.17")]
    public KernelResult<int> Madvise(VirtualAddress start, int pages, Advice advice)
    {
        RequireRunning();
        using var call = Enter();
        var range = new AddressRange(start, start.Page(pages));
        KernelResult<int> result = start.IsPageAligned ? 0 : Errno.EINVAL;
        for (var at = start; result.IsSuccess && at < range.End;)
        {
            if (FindVma(at) is not { } vma)
            {
                result = Errno.ENOMEM;
                break;
            }

            var inside = new AddressRange(at, vma.Range.End < range.End ? vma.Range.End : range.End);
            result = Advise(vma, inside, advice);
            at = inside.End;
        }

        return call.Returned("madvise", (start, pages, advice), result);
    }

    private KernelResult<int> Advise(VmArea vma, AddressRange range, Advice advice)
    {
        switch (advice)
        {
            case Advice.DontNeed when (vma.Flags & VmFlags.PfnMap) != 0 || vma.Kind == MappedKind.HugeTlb:
                return Errno.EINVAL;
            case Advice.DontNeed:
                NotifyInvalidate(range);
                Zap(vma, range, "madvise_dontneed");
                return 0;
            case Advice.HugePage:
                Split(vma, range).WantsHugePages = true;
                return 0;
            default:
                var inside = Split(vma, range);
                inside.SetFlags(advice == Advice.DontFork ? inside.Flags | VmFlags.DontCopy : inside.Flags & ~VmFlags.DontCopy);
                return 0;
        }
    }
}
