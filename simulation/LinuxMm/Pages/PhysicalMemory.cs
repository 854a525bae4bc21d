namespace LinuxMm;

/// <summary>All frames of a machine. Frame 0 holds the zero page; ordinary memory starts at frame 1.</summary>
[ModelOnly("The kernel spreads this over memmap, zones and resources.")]
public sealed class PhysicalMemory
{
    private const int ChunkShift = 6;
    private readonly Machine _machine;
    private readonly List<Frame?[]?> _chunks = [];
    private readonly List<Frame> _used = [];
    private readonly List<DeviceWindow> _windows = [];
    private readonly List<PfnRange> _claimed = [];
    private readonly SortedDictionary<Zone, PageAllocator> _allocators = [];
    private ulong _nextWindow;

    internal PhysicalMemory(Machine machine, MachineOptions options)
    {
        _machine = machine;
        var next = new Pfn(1);
        foreach (var (zone, frames) in new[] { (Zone.Normal, options.NormalFrames), (Zone.Cma, options.CmaFrames), (Zone.Movable, options.MovableFrames) })
        {
            ArgumentOutOfRangeException.ThrowIfNegative(frames, nameof(options));
            _allocators.Add(zone, new PageAllocator(this, zone, new PfnRange(next, frames)));
            next += frames;
        }

        EndOfRam = next;
        _nextWindow = options.FirstDeviceFrame.Number;
    }

    /// <summary>The page that every untouched page of private memory reads from. It appears when somebody first reads so.</summary>
    [LinuxSource("include/linux/pgtable.h", "ZERO_PAGE", Tag = "v5.17")]
    public Page ZeroPage => FrameAt(ZeroPfn).Page!;

    internal static Pfn ZeroPfn { get; } = new(0);

    internal Pfn EndOfRam { get; }

    /// <summary>The frames that were ever used, in the order of their first use.</summary>
    internal IReadOnlyList<Frame> UsedFrames => _used;

    /// <summary>Whether a struct page describes the frame. It says nothing about who owns it.</summary>
    /// <param name="pfn">Any frame.</param>
    [LinuxSource("include/linux/mmzone.h", "pfn_valid", Tag = "v5.17")]
    public bool PfnValid(Pfn pfn) => pfn < EndOfRam || WindowOf(pfn) is { HasStructPages: true };

    /// <summary>The descriptor of a frame.</summary>
    /// <param name="pfn">A frame for which <see cref="PfnValid"/> holds.</param>
    /// <exception cref="ArgumentException">No struct page describes the frame; in C the result would be a pointer into nowhere.</exception>
    [LinuxSource("include/asm-generic/memory_model.h", "pfn_to_page", Tag = "v5.17")]
    public Page PfnToPage(Pfn pfn) =>
        PfnValid(pfn) ? FrameAt(pfn).Page! : throw new ArgumentException($"{pfn} has no struct page: ask PfnValid first.", nameof(pfn));

    /// <summary>Who owns the frame now; empty for nobody.</summary>
    /// <param name="pfn">Any frame of memory or of a device window.</param>
    public string OwnerOf(Pfn pfn) => FrameAt(pfn).Owner;

    /// <summary>The first bytes of a frame as text, up to the first zero, at most eight.</summary>
    /// <param name="pfn">Any frame of memory or of a device window.</param>
    public string ContentsOf(Pfn pfn) => FrameAt(pfn).Contents.ToString();

    internal bool Exists(Pfn pfn) => pfn < EndOfRam || WindowOf(pfn) is not null;

    internal bool IsClaimed(Pfn pfn) => _claimed.Exists(range => range.Contains(pfn));

    internal void Claim(PfnRange window) => _claimed.Add(window);

    internal Frame FrameAt(Pfn pfn)
    {
        var chunk = pfn.Number >> ChunkShift < int.MaxValue ? (int)(pfn.Number >> ChunkShift) : int.MaxValue;
        var index = (int)(pfn.Number & ((1 << ChunkShift) - 1));
        if (chunk < _chunks.Count && _chunks[chunk]?[index] is { } known)
        {
            return known;
        }

        var frame = NewFrame(pfn);
        while (_chunks.Count <= chunk)
        {
            _chunks.Add(null);
        }

        _used.Add(frame);
        (_chunks[chunk] ??= new Frame?[1 << ChunkShift])[index] = frame;
        if (pfn == ZeroPfn)
        {
            SetUpZeroPage(frame.Page!);
        }

        return frame;
    }

    internal Page? Allocate(Zone zone, int frames, int alignment = 1) => _allocators.TryGetValue(zone, out var allocator)
        ? allocator.Allocate(frames, alignment)
        : throw new ArgumentException($"The machine has no memory of zone {zone}: Normal, Cma and Movable hand out frames.", nameof(zone));

    internal PfnRange RangeOf(Zone zone) => _allocators[zone].Range;

    /// <summary>Whether a frame lies in the allocator: fresh, or freed.</summary>
    internal bool IsAvailable(Pfn pfn) => _allocators[ZoneOf(pfn)].IsAvailable(pfn);

    /// <summary>Takes frames of one zone out of the allocator; all of them are available.</summary>
    internal void Take(PfnRange range) => _allocators[ZoneOf(range.First)].Take(range);

    internal void Free(Frame frame) => _allocators[frame.Zone].Free(frame);

    internal PfnRange AddWindow(int frames, bool hasStructPages)
    {
        var range = new PfnRange(new Pfn(_nextWindow), frames);
        _nextWindow = (_nextWindow + (ulong)frames + 0xff) & ~0xffUL;
        _windows.Add(new DeviceWindow(range, hasStructPages));
        return range;
    }

    private static void SetUpZeroPage(Page page)
    {
        page.SetFlags(PageFlags.Reserved);
        page.SetRefCount(1, "boot");
        page.Frame.SetOwner("zero page");
    }

    private Frame NewFrame(Pfn pfn)
    {
        var zone = ZoneOf(pfn);
        var frame = new Frame(_machine, pfn, zone, PfnValid(pfn));
        if (_machine.IsTracing)
        {
            _machine.Record(new TraceEvent.FrameAppeared(pfn, frame.Page is not null, zone));
        }

        return frame;
    }

    private Zone ZoneOf(Pfn pfn)
    {
        if (pfn == ZeroPfn)
        {
            return Zone.Normal;
        }

        foreach (var (zone, allocator) in _allocators)
        {
            if (allocator.Range.Contains(pfn))
            {
                return zone;
            }
        }

        return WindowOf(pfn) is not null ? Zone.Device : throw new ArgumentException($"{pfn} is neither memory nor a device's window on this machine.", nameof(pfn));
    }

    private DeviceWindow? WindowOf(Pfn pfn) => _windows.Find(window => window.Range.Contains(pfn));

    private sealed record DeviceWindow(PfnRange Range, bool HasStructPages);
}
