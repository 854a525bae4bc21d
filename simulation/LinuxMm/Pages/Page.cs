namespace LinuxMm;

/// <summary>The descriptor of one frame of memory. A frame of a device's window has none.</summary>
/// <remarks>
/// What <see cref="RefCount"/> means: 0 the frame is free; 1 one holder, such as one page table entry or one driver;
/// each further reference adds 1; each pin of a small page adds <see cref="PinBias"/>.
/// </remarks>
[LinuxSource("include/linux/mm_types.h", "struct page", Tag = "v5.17")]
public sealed class Page
{
    /// <summary>What one pin adds to the reference count of a small page: 1024.</summary>
    [LinuxSource("include/linux/mm.h", "GUP_PIN_COUNTING_BIAS", Tag = "v5.17")]
    public const int PinBias = 1 << 10;

    private int _refCount;
    private int _compoundPinCount;
    private Page? _head;

    internal Page(Frame frame) => Frame = frame;

    /// <summary>The frame it describes.</summary>
    [LinuxSource("include/asm-generic/memory_model.h", "page_to_pfn", Tag = "v5.17")]
    public Pfn Pfn => Frame.Pfn;

    /// <summary>References that keep the frame from being freed; for a compound page, those of the whole.</summary>
    [LinuxSource("include/linux/page_ref.h", "page_count", Tag = "v5.17")]
    public int RefCount => Head._refCount;

    /// <summary>Page table entries that map it.</summary>
    [LinuxSource("include/linux/mm.h", "page_mapcount", Tag = "v5.17")]
    public int MapCount { get; private set; }

    /// <summary>Pins: exact for compound pages; for small ones what the reference count suggests.</summary>
    [LinuxSource("include/linux/mm.h", "compound_pincount", Tag = "v5.17", Until = "C2")]
    public int PinCount => IsCompound ? Head._compoundPinCount : _refCount / PinBias;

    /// <summary>Its flags.</summary>
    [LinuxSource("include/linux/mm_types.h", "page.flags", Tag = "v5.17")]
    public PageFlags Flags { get; private set; }

    /// <summary>Where the frame lies.</summary>
    [LinuxSource("include/linux/mm.h", "page_zone", Tag = "v5.17")]
    public Zone Zone => Frame.Zone;

    /// <summary>Whether a device may be writing to it. A small page with 1024 references of any kind says yes too.</summary>
    [LinuxSource("include/linux/mm.h", "page_maybe_dma_pinned", Tag = "v5.17")]
    public bool MaybeDmaPinned => PinCount > 0;

    /// <summary>The first page of its compound page; itself for a small page.</summary>
    [LinuxSource("include/linux/page-flags.h", "compound_head", Tag = "v5.17")]
    public Page Head => _head ?? this;

    /// <summary>Who owns the frame: a process, a driver, a file; empty for nobody.</summary>
    [ModelOnly("The kernel counts owners and does not name them.")]
    public string Owner => Frame.Owner;

    /// <summary>Whether the page allocator may hand the frame out.</summary>
    [LinuxSource("include/linux/page-flags.h", "PageBuddy", Tag = "v5.17")]
    public bool IsFree => Frame.IsFree;

    /// <summary>The first bytes as text, up to the first zero, at most eight.</summary>
    [ModelOnly("A short view of 4096 bytes.")]
    public string Contents => Frame.Contents.ToString();

    internal Frame Frame { get; }

    internal bool IsZeroPage => Pfn == PhysicalMemory.ZeroPfn;

    internal bool IsCompound => (Head.Flags & PageFlags.Head) != 0;

    /// <summary>The file whose page cache holds the page, or null.</summary>
    internal PageCacheFile? Mapping { get; set; }

    /// <summary>Whether it comes from the hugetlb reserve, of which no other zone has any.</summary>
    internal bool IsHugeTlb { get; set; }

    internal int CompoundPages { get; private set; } = 1;

    private Machine Machine => Frame.Machine;

    /// <summary>Frame, counters and owner: <c>pfn 7 ref 1025 map 1 (app)</c>.</summary>
    [ModelOnly("Text for people.")]
    public override string ToString() => $"{Pfn} ref {RefCount} map {MapCount}{(Owner.Length == 0 ? "" : $" ({Owner})")}";

    internal bool HasFlag(PageFlags flag) => (Flags & flag) != 0;

    /// <summary>The page whose flags speak for an entry: an entry of a higher level has one marker for all of its frames.</summary>
    [LinuxSource("include/linux/page-flags.h", "PageAnonExclusive", Tag = "v5.19")]
    internal Page MarkedFor(PageTableEntry entry) => entry.IsHuge ? Head : this;

    internal void SetRefCount(int to, string reason)
    {
        if (Machine.IsTracing)
        {
            Machine.Record(new TraceEvent.RefCountChanged(Pfn, _refCount, to, reason));
        }

        _refCount = to;
        if (IsCompound && !GrabPage.CountsExactly(this) && _compoundPinCount != to / PinBias)
        {
            SetCompoundPinCount(to / PinBias, reason);
        }
    }

    internal void AddReferences(int count, string reason) => Head.SetRefCount(Head._refCount + count, reason);

    internal void SetMapCount(int to, string reason)
    {
        if (Machine.IsTracing)
        {
            Machine.Record(new TraceEvent.MapCountChanged(Pfn, MapCount, to, reason));
        }

        MapCount = to;
    }

    internal void SetCompoundPinCount(int to, string reason)
    {
        if (Machine.IsTracing)
        {
            Machine.Record(new TraceEvent.CompoundPinCountChanged(Pfn, _compoundPinCount, to, reason));
        }

        _compoundPinCount = to;
    }

    /// <summary>Whoever marks any part of a compound page dirty marks its head.</summary>
    [LinuxSource("include/linux/page-flags.h", "PAGEFLAG(Dirty, dirty, PF_HEAD)", Tag = "v6.1")]
    internal void SetFlags(PageFlags to)
    {
        if (_head is { } head && to.HasFlag(PageFlags.Dirty))
        {
            head.SetFlags(head.Flags | PageFlags.Dirty);
            to &= ~PageFlags.Dirty;
        }

        if (to == Flags)
        {
            return;
        }

        if (Machine.IsTracing)
        {
            Machine.Record(new TraceEvent.PageFlagsChanged(Pfn, Flags, to));
        }

        Flags = to;
    }

    internal void SetHead(Page? head, int compoundPages)
    {
        if (Machine.IsTracing)
        {
            Machine.Record(new TraceEvent.CompoundHeadChanged(Pfn, Head.Pfn, (head ?? this).Pfn));
        }

        _head = head;
        CompoundPages = compoundPages;
    }
}
