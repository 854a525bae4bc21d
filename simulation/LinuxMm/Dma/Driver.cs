namespace LinuxMm;

/// <summary>A driver that owns frames and maps them into processes, such as that of a GPU.</summary>
[ModelOnly("In the kernel this is code of many kinds; here it is an owner of frames with a name.")]
public sealed class Driver : MappedObject
{
    private readonly SortedSet<Pfn> _frames = [];

    internal Driver(Machine machine, string name)
        : base(machine, name)
    {
    }

    /// <inheritdoc/>
    public override MappedKind Kind => MappedKind.Driver;

    /// <summary>The frames it has allocated and not freed, by number.</summary>
    public IReadOnlyCollection<Pfn> Frames => _frames;

    /// <summary>Allocates consecutive pages; each has one reference. What the last owner wrote is still in them.</summary>
    /// <remarks>
    /// Ensures: <see cref="Page.RefCount"/> is 1 for each.
    /// Returns on failure: the model throws when no run of that length is free, because no scenario means that.
    /// </remarks>
    /// <param name="pages">How many, at least 1.</param>
    [LinuxSource("mm/page_alloc.c", "alloc_pages_exact", Tag = "v5.17")]
    public PfnRange AllocPages(int pages)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pages, 1);
        using var call = Machine.Enter(Name);
        var first = Machine.Memory.Allocate(Zone.Normal, pages) ?? throw new InvalidOperationException($"The machine has no {pages} consecutive free frames left.");
        var range = new PfnRange(first.Pfn, pages);
        for (var i = 0; i < pages; i++)
        {
            var page = Machine.Memory.PfnToPage(range[i]);
            page.SetRefCount(1, "alloc_pages_exact");
            page.Frame.SetOwner(Name);
            SetFrame(page.Pfn, has: true);
        }

        return call.Returned("alloc_pages_exact", pages, range);
    }

    /// <summary>Drops the driver's reference on each page. A page that nobody else holds goes back to the allocator.</summary>
    /// <remarks>Requires: the driver allocated all of them and has not freed them.</remarks>
    /// <param name="pages">What <see cref="AllocPages"/> returned, or a part of it.</param>
    /// <exception cref="InvalidOperationException">One of the frames is not the driver's, or was freed before.</exception>
    [LinuxSource("mm/page_alloc.c", "free_pages_exact", Tag = "v5.17")]
    public void FreePages(PfnRange pages)
    {
        for (var i = 0; i < pages.Count; i++)
        {
            if (!_frames.Contains(pages[i]))
            {
                throw new InvalidOperationException($"{Name} cannot free {pages[i]}: it did not allocate it, or has freed it already.");
            }
        }

        using var call = Machine.Enter(Name);

        // From the last to the first, so that the first frame is the first to be handed out again.
        for (var i = pages.Count - 1; i >= 0; i--)
        {
            var page = Machine.Memory.PfnToPage(pages[i]);
            SetFrame(page.Pfn, has: false);
            page.Frame.SetOwner("");
            Machine.PutPage(page, "free_pages_exact");
        }

        call.Returned("free_pages_exact", pages, "done");
    }

    /// <summary>Adds a window of the device's own memory: frames without struct page.</summary>
    /// <param name="frames">How many frames, at least 1.</param>
    [LinuxSource("kernel/resource.c", "request_resource", Tag = "v5.17")]
    public PfnRange AddDeviceMemory(int frames)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1);
        using var call = Machine.Enter(Name);
        var range = Machine.Memory.AddWindow(frames, hasStructPages: false);
        for (var i = 0; i < frames; i++)
        {
            Machine.Memory.FrameAt(range[i]).SetOwner(Name);
        }

        return call.Returned("request_resource", frames, range);
    }

    /// <summary>Maps consecutive frames over a whole mapping. No count changes, whether a struct page exists or not.</summary>
    /// <remarks>
    /// Requires: the mapping is one of this driver's, and as long as the frames.
    /// Ensures: VM_IO, VM_PFNMAP, VM_DONTEXPAND and VM_DONTDUMP are set; every entry is special.
    /// </remarks>
    /// <param name="vma">A mapping made with <c>of:</c> this driver.</param>
    /// <param name="frames">The frames.</param>
    /// <returns>0.</returns>
    [LinuxSource("mm/memory.c", "remap_pfn_range", Tag = "v5.17")]
    public KernelResult<int> RemapPfnRange(VmArea vma, PfnRange frames) => RemapPfnRange(vma, vma.Range.Start, frames);

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

    internal override Page? PageAt(long index) => null;

    private void RequireOwnMapping(VmArea vma, VirtualAddress start, int pages)
    {
        if (vma.Object != this)
        {
            throw new ArgumentException($"{vma.Name} is not a mapping of {Name}: map it with 'of: {Name}'.", nameof(vma));
        }

        if (!start.IsPageAligned || start < vma.Range.Start || start.Page(pages) > vma.Range.End)
        {
            throw new ArgumentException($"{pages} pages from {start} do not fit into {vma.Range}.", nameof(start));
        }
    }

    private void SetFrame(Pfn pfn, bool has)
    {
        if (Machine.IsTracing)
        {
            Machine.Record(new TraceEvent.DriverFrameChanged(Name, pfn, has));
        }

        _ = has ? _frames.Add(pfn) : _frames.Remove(pfn);
    }
}
