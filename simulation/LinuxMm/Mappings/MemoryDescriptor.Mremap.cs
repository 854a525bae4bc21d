namespace LinuxMm;

public sealed partial class MemoryDescriptor
{
    /// <summary>Moves a mapping to another place or changes its length; entries move with it, pages stay where they are.</summary>
    /// <param name="vma">A mapping of this process.</param>
    /// <param name="pages">Its new length, at least 1.</param>
    /// <param name="mustMove">Whether it goes to a new place even if it fits.</param>
    /// <returns>The mapping at its place; EFAULT where a mapping of raw frames would grow.</returns>
    [LinuxSource("mm/mremap.c", "SYSCALL_DEFINE5(mremap)", Tag = "v5.17")]
    public KernelResult<VmArea> Mremap(VmArea vma, int pages, bool mustMove = false)
    {
        RequireRunning();
        RequireUnlocked();
        RequireOwn(vma);
        ArgumentOutOfRangeException.ThrowIfLessThan(pages, 1);
        using var call = Enter();
        var old = vma.Range;
        if (pages < old.Pages)
        {
            Unmap(new AddressRange(vma.Start.Page(pages), old.End));
        }
        else if (pages > old.Pages && (vma.Flags & (VmFlags.DontExpand | VmFlags.PfnMap)) != 0)
        {
            return call.Returned<KernelResult<VmArea>>("mremap", (old, pages), Errno.EFAULT);
        }

        var wanted = new AddressRange(vma.Start, vma.Start.Page(pages));
        var mustMakeRoom = _vmAreas.Any(other => other != vma && other.Range.Overlaps(wanted));
        var start = mustMove || mustMakeRoom ? NextFree(pages) : vma.Start;
        Move(vma, new AddressRange(start, start.Page(pages)));
        return call.Returned<KernelResult<VmArea>>("mremap", (old, pages), vma);
    }

    private void Move(VmArea vma, AddressRange target)
    {
        var source = vma.Range;
        foreach (var at in target.Start == source.Start ? [] : PageTable.Present(source))
        {
            // The new place need not be aligned to 2 MiB.
            if (PageTable.Find(at) is { IsHuge: true })
            {
                HugePages.Split(this, at);
            }

            var entry = PageTable.Find(at);
            SetPte(at, null, "move_page_tables");
            SetPte(target.Start.Page((int)(at.PageNumber - source.Start.PageNumber)), entry, "move_page_tables");
        }

        _vmAreas.Remove(vma);
        vma.Change(vma.State with { Range = target }, vma.PageOffset);
        var place = _vmAreas.FindIndex(other => vma.Start < other.Start);
        _vmAreas.Insert(place < 0 ? _vmAreas.Count : place, vma);
    }
}
