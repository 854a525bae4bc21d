namespace LinuxMm;

public sealed partial class Driver
{
    /// <summary>Maps consecutive frames over a whole mapping. No count changes, whether a struct page exists or not.</summary>
    /// <remarks>
    /// Requires: the mapping is one of this driver's, and as long as the frames.
    /// Ensures: VM_IO, VM_PFNMAP, VM_DONTEXPAND and VM_DONTDUMP are set; every entry is special.
    /// </remarks>
    /// <param name="vma">A mapping made with <c>of:</c> this driver.</param>
    /// <param name="frames">The frames.</param>
    /// <returns>0.</returns>
    [LinuxSource("mm/memory.c", "remap_pfn_range", Tag = "v5.17")]
    public KernelResult<int> RemapPfnRange(VmArea vma, PfnRange frames)
    {
        ArgumentNullException.ThrowIfNull(vma);
        return RemapPfnRange(vma, vma.Range.Start, frames);
    }

    /// <summary>Maps consecutive frames over a part of a mapping.</summary>
    /// <param name="vma">A mapping made with <c>of:</c> this driver.</param>
    /// <param name="start">Where in the mapping the first frame goes.</param>
    /// <param name="frames">The frames.</param>
    /// <returns>0, or EINVAL for a part of a private writable mapping.</returns>
    /// <exception cref="ArgumentException">The mapping is not this driver's, or too short.</exception>
    /// <exception cref="KernelBugException">An entry is there already.</exception>
    [LinuxSource("mm/memory.c", "remap_pfn_range", Tag = "v5.17")]
    public KernelResult<int> RemapPfnRange(VmArea vma, VirtualAddress start, PfnRange frames)
    {
        RequireOwnMapping(vma, start, frames.Count);
        using var call = Machine.Enter(Name);
        var end = start.Page(frames.Count);
        if (vma.IsCowMapping && (start != vma.Range.Start || end != vma.Range.End))
        {
            return call.Returned<KernelResult<int>>("remap_pfn_range", (vma.Name, start, frames), Errno.EINVAL);
        }

        vma.SetFlags(vma.Flags | VmFlags.Io | VmFlags.PfnMap | VmFlags.DontExpand | VmFlags.DontDump);
        for (var i = 0; i < frames.Count; i++)
        {
            var at = start.Page(i);
            if (vma.Mm.PageTable.Find(at) is not null)
            {
                throw new KernelBugException("!pte_none(*pte) in remap_pte_range");
            }

            _ = Machine.Memory.FrameAt(frames[i]);
            vma.Mm.SetPte(at, new PageTableEntry(frames[i], vma.IsWriteMapped, IsSpecial: true), "remap_pfn_range");
        }

        return call.Returned<KernelResult<int>>("remap_pfn_range", (vma.Name, start, frames), 0);
    }

    private void RequireOwnMapping(VmArea vma, VirtualAddress start, int pages)
    {
        ArgumentNullException.ThrowIfNull(vma);
        if (vma.Object != this)
        {
            throw new ArgumentException($"{vma.Name} is not a mapping of {Name}: map it with 'of: {Name}'.", nameof(vma));
        }

        vma.Mm.RequireOwn(vma);
        if (!start.IsPageAligned || start < vma.Range.Start || start.Page(pages) > vma.Range.End)
        {
            throw new ArgumentException($"{pages} pages from {start} do not fit into {vma.Range}.", nameof(start));
        }
    }
}
