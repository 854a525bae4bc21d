namespace LinuxMm;

/// <summary>A driver that owns frames and maps them into processes, such as that of a GPU.</summary>
[ModelOnly("In the kernel this is code of many kinds; here it is an owner of frames with a name.")]
public sealed partial class Driver : MappedObject
{
    /// <summary>1 GiB: each frame of a window is kept, used or not.</summary>
    private const int MostWindowFrames = 1 << 18;
    private readonly SortedSet<Pfn> _frames = [];
    private readonly HashSet<Pfn> _uncounted = [];

    internal Driver(Machine machine, string name)
        : base(machine, name)
    {
    }

    /// <inheritdoc/>
    public override MappedKind Kind => MappedKind.Driver;

    /// <summary>The frames it has allocated and not freed, by number.</summary>
    public IReadOnlyCollection<Pfn> Frames => _frames;

    internal SortedSet<Pfn> FrameSet => _frames;

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
        return call.Returned("alloc_pages_exact", pages, Allocate(pages, counted: pages, "alloc_pages_exact"));
    }

    /// <summary>Allocates a block of 2^order consecutive pages. Only the first has a reference; the others have none and are in use all the same.</summary>
    /// <param name="order">0 to 9.</param>
    [LinuxSource("mm/page_alloc.c", "alloc_pages", Tag = "v5.17")]
    public PfnRange AllocBlock(int order)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(order);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(order, 9);
        using var call = Machine.Enter(Name);
        return call.Returned("alloc_pages", order, Allocate(1 << order, counted: 1, "alloc_pages"));
    }

    /// <summary>Allocates a compound page of 2^order frames: one reference for all of them, and whoever takes one of its frames counts at the first.</summary>
    /// <param name="order">1 to 9.</param>
    [LinuxSource("mm/page_alloc.c", "alloc_pages(__GFP_COMP)", Tag = "v5.17")]
    public PfnRange AllocCompound(int order)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(order, 9);
        using var call = Machine.Enter(Name);
        var block = Allocate(1 << order, counted: 1, "alloc_pages");
        HugePages.Compose(Machine.Memory.PfnToPage(block.First), block.Count);
        return call.Returned("alloc_pages", order, block);
    }

    /// <summary>Drops the driver's reference on each page. A page that nobody else holds goes back to the allocator.</summary>
    /// <remarks>Requires: the driver allocated all of them and has not freed them.</remarks>
    /// <param name="pages">What <see cref="AllocPages"/>, <see cref="AllocBlock"/> or <see cref="CmaAlloc"/> returned, or a part of it; all of what <see cref="AllocCompound"/> returned.</param>
    /// <exception cref="InvalidOperationException">One of the frames is not the driver's, was freed before, or is a part of a compound page.</exception>
    [LinuxSource("mm/page_alloc.c", "free_pages_exact", Tag = "v5.17")]
    public void FreePages(PfnRange pages)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pages.Count, 1, nameof(pages));
        for (var i = 0; i < pages.Count; i++)
        {
            if (!_frames.Contains(pages[i]))
            {
                throw new InvalidOperationException($"{Name} cannot free {pages[i]}: it did not allocate it, or has freed it already.");
            }

            var head = Machine.Memory.PfnToPage(pages[i]).Head;
            if (!pages.Contains(head.Pfn) || !pages.Contains(head.Pfn + (head.CompoundPages - 1)))
            {
                throw new InvalidOperationException($"{Name} cannot free {pages[i]} alone: it is a part of the compound page at {head.Pfn}.");
            }
        }

        using var call = Machine.Enter(Name);

        // From the last to the first, so that the first frame is the first to be handed out again.
        for (var i = pages.Count - 1; i >= 0; i--)
        {
            var page = Machine.Memory.PfnToPage(pages[i]);
            SetFrame(page.Pfn, has: false);
            page.Frame.SetOwner("");
            if (_uncounted.Remove(page.Pfn))
            {
                Machine.PutReferences(page, 0, "free_pages");
            }
            else
            {
                Machine.PutPage(page, "free_pages_exact");
            }
        }

        call.Returned("free_pages_exact", pages, "done");
    }

    /// <summary>Adds a window of the device's own memory: frames without struct page.</summary>
    /// <param name="frames">How many frames, 1 to 262,144.</param>
    [LinuxSource("kernel/resource.c", "request_resource", Tag = "v5.17")]
    public PfnRange AddDeviceMemory(int frames)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(frames, MostWindowFrames);
        using var call = Machine.Enter(Name);
        var range = Machine.Memory.AddWindow(frames, hasStructPages: false);
        for (var i = 0; i < frames; i++)
        {
            Machine.Memory.FrameAt(range[i]).SetOwner(Name);
            Machine.Checker.HandOut(range[i]);
        }

        return call.Returned("request_resource", frames, range);
    }

    /// <summary>Adds memory that firmware or the kernel itself keeps: frames with a reserved struct page and one reference.</summary>
    /// <param name="frames">How many frames, 1 to 262,144.</param>
    [LinuxSource("mm/memblock.c", "memblock_reserve", Tag = "v5.17")]
    public PfnRange AddReservedMemory(int frames)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(frames, MostWindowFrames);
        using var call = Machine.Enter(Name);
        var range = Machine.Memory.AddWindow(frames, hasStructPages: true);
        for (var i = 0; i < frames; i++)
        {
            var page = Machine.Memory.PfnToPage(range[i]);
            page.SetFlags(PageFlags.Reserved);
            page.SetRefCount(1, "memblock_reserve");
            page.Frame.SetOwner(Name);
            Machine.Checker.HandOut(range[i]);
        }

        return call.Returned("memblock_reserve", frames, range);
    }

    /// <summary>What the driver does when an empty entry of one of its mappings is touched; null raises SIGBUS.</summary>
    /// <remarks>It returns whether an entry was made: with <see cref="VmfInsertPfn"/>, <see cref="VmInsertPage"/> or <see cref="FinishFault"/>.</remarks>
    [LinuxSource("include/linux/mm.h", "vm_operations_struct.fault", Tag = "v5.17")]
    public Func<VmArea, VirtualAddress, bool>? FaultHandler { get; set; }

    /// <summary>Asked before the first write to a page of a shared mapping; false raises SIGBUS. Null: the driver does not care.</summary>
    /// <remarks>With it, entries start read-only, and its mappings count as such that want to know of writes.</remarks>
    [LinuxSource("include/linux/mm.h", "vm_operations_struct.page_mkwrite", Tag = "v5.17")]
    public Func<VmArea, VirtualAddress, bool>? PageMkwrite { get; set; }

    /// <summary>What else must happen when a mapping goes away: a queue gives back buffers that nobody maps any more.</summary>
    internal Action? CloseHandler { get; set; }

    internal override void Closed(VmArea vma) => CloseHandler?.Invoke();

    /// <summary>Whether the driver's own hold on a frame is one of its references: not so for the tail of a block.</summary>
    internal bool Counts(Pfn pfn) => !_uncounted.Contains(pfn);

    internal override Page? PageAt(long index) => null;

    private PfnRange Allocate(int pages, int counted, string reason)
    {
        var first = Machine.Memory.Allocate(Zone.Normal, pages, counted == pages ? 1 : pages)
            ?? throw new InvalidOperationException($"The machine has no {pages} consecutive free frames left.");
        var range = new PfnRange(first.Pfn, pages);
        for (var i = 0; i < pages; i++)
        {
            var page = Machine.Memory.PfnToPage(range[i]);
            page.Frame.SetOwner(Name);
            Machine.Checker.HandOut(page.Pfn);
            SetFrame(page.Pfn, has: true);
            if (i < counted)
            {
                page.SetRefCount(1, reason);
            }
            else
            {
                _uncounted.Add(page.Pfn);
            }
        }

        return range;
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
