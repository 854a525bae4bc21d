namespace LinuxMm;

public sealed partial class MemoryDescriptor
{
    /// <summary>Makes the pages of a range resident and keeps them so. It is no pin: their frames may still change.</summary>
    /// <remarks>Raw frames are passed over: they are never reclaimed anyway.</remarks>
    /// <param name="start">A page-aligned address.</param>
    /// <param name="pages">How many pages.</param>
    /// <param name="onFault">Whether pages become resident only when they are touched.</param>
    /// <returns>0; EINVAL for an unaligned address; EPERM or ENOMEM by <see cref="MemlockLimitPages"/>; ENOMEM where nothing is mapped or a page cannot be made resident.</returns>
    [LinuxSource("mm/mlock.c", "do_mlock", Tag = "v5.17")]
    public KernelResult<int> Mlock(VirtualAddress start, int pages, bool onFault = false)
    {
        RequireRunning();
        using var call = Enter();
        if (MlockRefusal(start, pages) is { } refused)
        {
            return call.Returned<KernelResult<int>>("mlock", (start, pages), refused);
        }

        var flags = onFault ? VmFlags.Locked | VmFlags.LockOnFault : VmFlags.Locked;
        var result = ForEachVma(start, pages, (vma, range) => Lock(Split(vma, range), flags));
        return call.Returned("mlock", (start, pages), result);
    }

    /// <summary>Ends what <see cref="Mlock"/> began; the pages stay where they are.</summary>
    /// <param name="start">A page-aligned address.</param>
    /// <param name="pages">How many pages.</param>
    /// <returns>0; EINVAL for an unaligned address; ENOMEM where nothing is mapped.</returns>
    [LinuxSource("mm/mlock.c", "SYSCALL_DEFINE2(munlock)", Tag = "v5.17")]
    public KernelResult<int> Munlock(VirtualAddress start, int pages)
    {
        RequireRunning();
        using var call = Enter();
        var result = ForEachVma(start, pages, (vma, range) => Lock(Split(vma, range), VmFlags.None));
        return call.Returned("munlock", (start, pages), result);
    }

    /// <summary>Who may lock nothing is told so; who would lock too much, counting once what is locked already, gets no more.</summary>
    private Errno? MlockRefusal(VirtualAddress start, int pages)
    {
        if (MemlockLimitPages == 0)
        {
            return Errno.EPERM;
        }

        var range = new AddressRange(start, start.Page(pages));
        var known = _vmAreas.Where(vma => (vma.Flags & VmFlags.Locked) != 0 && vma.Range.Overlaps(range)).Sum(vma => vma.Range.Pages);
        return IsBeyondMemlockLimit(Math.Max(0, pages - known)) ? Errno.ENOMEM : null;
    }

    private Errno? Lock(VmArea vma, VmFlags flags)
    {
        if ((vma.Flags & (VmFlags.Io | VmFlags.PfnMap)) != 0)
        {
            return null;
        }

        vma.SetFlags((vma.Flags & ~(VmFlags.Locked | VmFlags.LockOnFault)) | flags);
        return flags == VmFlags.Locked && !Populate(vma) ? Errno.ENOMEM : null;
    }

    /// <summary>Private writable memory is written to, so that it has pages of its own; all other memory is read.</summary>
    [LinuxSource("mm/gup.c", "populate_vma_page_range", Tag = "v5.17")]
    private bool Populate(VmArea vma)
    {
        var kind = (vma.Flags & (VmFlags.Write | VmFlags.Shared)) == VmFlags.Write ? FaultKind.Write : FaultKind.Read;
        for (var i = 0; i < vma.Range.Pages; i++)
        {
            if (Access(vma.Start.Page(i), kind) is null)
            {
                return false;
            }
        }

        return true;
    }
}
