namespace LinuxMm;

public sealed partial class Driver
{
    /// <summary>Sets flags of a mapping, as a driver's mmap function does before anything is mapped.</summary>
    /// <param name="vma">A mapping made with <c>of:</c> this driver.</param>
    /// <param name="flags">The flags to add, such as <see cref="VmFlags.Io"/> and <see cref="VmFlags.PfnMap"/>.</param>
    [LinuxSource("include/linux/mm_types.h", "vm_area_struct.vm_flags", Tag = "v5.17")]
    public void SetVmFlags(VmArea vma, VmFlags flags)
    {
        ArgumentNullException.ThrowIfNull(vma);
        RequireOwnMapping(vma, vma.Start, vma.Range.Pages);
        using var call = Machine.Enter(Name);
        vma.SetFlags(vma.Flags | flags);
        call.Returned("vma->vm_flags |=", flags, vma.Name);
    }

    /// <summary>Maps one page as normal memory: it gets a reference, and the mapping becomes a mixed one.</summary>
    /// <remarks>Ensures: <see cref="Page.RefCount"/> and <see cref="Page.MapCount"/> grow by 1; VM_MIXEDMAP is set.</remarks>
    /// <param name="vma">A mapping made with <c>of:</c> this driver.</param>
    /// <param name="address">A page-aligned address of the mapping.</param>
    /// <param name="pfn">A frame with a struct page that is in use and not anonymous.</param>
    /// <returns>0; EINVAL for a page that is free or anonymous; EBUSY where an entry is present.</returns>
    [LinuxSource("mm/memory.c", "vm_insert_page", Tag = "v5.17")]
    public KernelResult<int> VmInsertPage(VmArea vma, VirtualAddress address, Pfn pfn)
    {
        RequireOwnMapping(vma, address, 1);
        using var call = Machine.Enter(Name);
        return call.Returned("vm_insert_page", (vma.Name, address, pfn), InsertPage(vma, address, Machine.Memory.PfnToPage(pfn)));
    }

    /// <summary>Maps one frame as a raw number, struct page or not. No count changes.</summary>
    /// <param name="vma">A mapping made with <c>of:</c> this driver, with VM_PFNMAP or VM_MIXEDMAP.</param>
    /// <param name="address">A page-aligned address of the mapping.</param>
    /// <param name="pfn">Any frame.</param>
    /// <exception cref="KernelBugException">The mapping is neither.</exception>
    [LinuxSource("mm/memory.c", "vmf_insert_pfn, vmf_insert_mixed", Tag = "v5.17")]
    public void VmfInsertPfn(VmArea vma, VirtualAddress address, Pfn pfn)
    {
        RequireOwnMapping(vma, address, 1);
        if ((vma.Flags & (VmFlags.PfnMap | VmFlags.MixedMap)) == 0)
        {
            throw new KernelBugException("!(vma->vm_flags & (VM_PFNMAP|VM_MIXEDMAP)) in vmf_insert_pfn_prot");
        }

        using var call = Machine.Enter(Name);
        _ = Machine.Memory.FrameAt(pfn);
        if (vma.Mm.PageTable.Find(address) is null)
        {
            vma.Mm.SetPte(address, new PageTableEntry(pfn, StartsWritable(vma), IsSpecial: true), "vmf_insert_pfn");
        }

        call.Returned("vmf_insert_pfn", (vma.Name, address, pfn), "done");
    }

    /// <summary>Maps the page that a fault handler found, as normal memory: it gets a reference, and the flags of the mapping stay.</summary>
    /// <remarks>Ensures: <see cref="Page.RefCount"/> and <see cref="Page.MapCount"/> grow by 1.</remarks>
    /// <param name="vma">A mapping made with <c>of:</c> this driver.</param>
    /// <param name="address">A page-aligned address of the mapping.</param>
    /// <param name="pfn">A frame with a struct page that is in use: the driver's own, or one that a <see cref="PageArray"/> holds for it.</param>
    /// <returns>0; EINVAL for a page that is free; EBUSY where an entry is present.</returns>
    [LinuxSource("include/linux/mm_types.h", "vm_fault.page", Tag = "v5.17")]
    [LinuxSource("mm/memory.c", "finish_fault", Tag = "v5.17")]
    public KernelResult<int> FinishFault(VmArea vma, VirtualAddress address, Pfn pfn)
    {
        RequireOwnMapping(vma, address, 1);
        using var call = Machine.Enter(Name);
        var page = Machine.Memory.PfnToPage(pfn);
        return call.Returned("finish_fault", (vma.Name, address, pfn), page.RefCount == 0 ? Errno.EINVAL : MapPage(vma, address, page, "finish_fault"));
    }

    private KernelResult<int> InsertPage(VmArea vma, VirtualAddress address, Page page)
    {
        if (page.RefCount == 0 || page.HasFlag(PageFlags.Anon))
        {
            return Errno.EINVAL;
        }

        if (vma.Mm.PageTable.Find(address) is null)
        {
            vma.SetFlags(vma.Flags | VmFlags.MixedMap);
        }

        return MapPage(vma, address, page, "vm_insert_page");
    }

    private KernelResult<int> MapPage(VmArea vma, VirtualAddress address, Page page, string reason)
    {
        vma.Mm.RequireUnlocked();
        if (vma.Mm.PageTable.Find(address) is not null)
        {
            return Errno.EBUSY;
        }

        page.AddReferences(1, reason);
        page.SetMapCount(page.MapCount + 1, reason);
        vma.Mm.SetPte(address, new PageTableEntry(page.Pfn, StartsWritable(vma), IsSpecial: false), reason);
        return 0;
    }

    private bool StartsWritable(VmArea vma) => vma.IsWriteMapped && PageMkwrite is null;
}
