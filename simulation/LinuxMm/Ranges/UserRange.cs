namespace LinuxMm;

/// <summary>A machine with one process and a range of its addresses, laid out in one of the <see cref="RangeKinds"/>.</summary>
[ModelOnly("A kernel is asked about ranges that exist.")]
public sealed class UserRange
{
    private const int DefaultFrames = 4;
    private static readonly VirtualAddress Base = new(0x10000000);
    private readonly Driver _gpu;
    private VmArea? _last;

    internal UserRange(Machine machine, bool isScattered)
    {
        Machine = machine;
        if (isScattered)
        {
            Scatter(Machine.AddDriver("filler"));
        }

        App = Machine.CreateProcess("app");
        _gpu = Machine.AddDriver("gpu");
    }

    /// <summary>The machine.</summary>
    public Machine Machine { get; }

    /// <summary>The process.</summary>
    public MemoryDescriptor App { get; }

    /// <summary>Where the range begins.</summary>
    public VirtualAddress Start { get; private set; } = Base;

    /// <summary>How many frames are wanted.</summary>
    public int FrameCount { get; private set; } = DefaultFrames;

    /// <summary>Whether a device will write to them.</summary>
    public bool Write { get; private set; } = true;

    internal UserRange StartingAt(VirtualAddress start)
    {
        Start = start;
        return this;
    }

    internal UserRange Frames(int count)
    {
        FrameCount = count;
        return this;
    }

    internal UserRange ReadOnlyWanted()
    {
        Write = false;
        return this;
    }

    internal UserRange Anonymous(int pages, Protection protection = Protection.ReadWrite, int at = 0, Zone zone = Zone.Normal) =>
        Map(new MmapRequest(pages) { Protection = protection, At = Base.Page(at), Zone = zone });

    internal UserRange LastPage()
    {
        Map(new MmapRequest(1) { At = VirtualAddress.TaskSize.Page(-1) });
        return Touched().StartingAt(_last!.Start);
    }

    internal UserRange OfFile(MappedKind kind, Sharing sharing, Protection protection = Protection.ReadWrite, int pages = DefaultFrames, int at = 0) =>
        Map(new MmapRequest(pages) { Of = Machine.CreateFile($"{kind}", kind, pages), Sharing = sharing, Protection = protection, At = Base.Page(at) });

    internal UserRange HugeTlb() =>
        Map(new MmapRequest(512) { Of = Machine.CreateFile("huge", MappedKind.HugeTlb, 512), Sharing = Sharing.Shared, At = Base });

    internal UserRange Window(int pages, Protection protection = Protection.ReadWrite, int at = 0)
    {
        MapDriver(pages, protection, Sharing.Shared, at);
        return Remapped(_gpu.AddDeviceMemory(pages));
    }

    internal UserRange PrivateWindow(int pages)
    {
        MapDriver(pages, Protection.ReadWrite, Sharing.Private, 0);
        return Remapped(_gpu.AddDeviceMemory(pages));
    }

    internal UserRange MappedRam(int pages)
    {
        MapDriver(pages, Protection.ReadWrite, Sharing.Shared, 0);
        return Remapped(_gpu.AllocPages(pages));
    }

    internal UserRange WindowByFault(params int[] present)
    {
        MapDriver(DefaultFrames, Protection.ReadWrite, Sharing.Shared, 0);
        _gpu.SetVmFlags(_last!, VmFlags.Io | VmFlags.PfnMap);
        var window = _gpu.AddDeviceMemory(DefaultFrames);
        foreach (var index in present)
        {
            _gpu.VmfInsertPfn(_last!, _last!.Start.Page(index), window[index]);
        }

        return this;
    }

    internal UserRange MixedWindow(int pages)
    {
        MapDriver(pages, Protection.ReadWrite, Sharing.Shared, 0);
        _gpu.SetVmFlags(_last!, VmFlags.MixedMap);
        var window = _gpu.AddDeviceMemory(pages);
        for (var i = 0; i < pages; i++)
        {
            _gpu.VmfInsertPfn(_last!, _last!.Start.Page(i), window[i]);
        }

        return this;
    }

    internal UserRange InsertedPages(VmFlags flags)
    {
        MapDriver(DefaultFrames, Protection.ReadWrite, Sharing.Shared, 0);
        _gpu.SetVmFlags(_last!, flags);
        var pages = _gpu.AllocPages(DefaultFrames);
        for (var i = 0; i < DefaultFrames; i++)
        {
            Expect(_gpu.VmInsertPage(_last!, _last!.Start.Page(i), pages[i]), 0);
        }

        return this;
    }

    internal UserRange Touched()
    {
        Expect(App.Touch(_last!), _last!.Range.Pages);
        return this;
    }

    /// <summary>Read, not written.</summary>
    internal UserRange Seen()
    {
        for (var i = 0; i < _last!.Range.Pages; i++)
        {
            Expect(App.Read(_last.Start.Page(i)), "");
        }

        return this;
    }

    /// <summary>Resident although nobody may write: by a debugger's forced write.</summary>
    internal UserRange Forced()
    {
        var pages = Machine.CreatePageArray("debugger", _last!.Range.Pages);
        Expect(App.GetUserPages(_last.Start, _last.Range.Pages, FollFlags.Write | FollFlags.Force, pages), _last.Range.Pages);
        pages.UnpinUserPages();
        return this;
    }

    /// <summary>Leaves free frames that never follow one another.</summary>
    private static void Scatter(Driver filler)
    {
        var frames = filler.AllocPages(64);
        for (var i = 0; i < frames.Count; i += 2)
        {
            filler.FreePages(new PfnRange(frames[i], 1));
        }
    }

    /// <summary>A layout that did not come about is a defect here, not an answer of the kernel.</summary>
    private static void Expect<T>(KernelResult<T> result, T expected)
    {
        if (!result.IsSuccess || !EqualityComparer<T>.Default.Equals(result.Value, expected))
        {
            throw new InvalidOperationException($"The range cannot be laid out: {result} where {expected} was meant.");
        }
    }

    private UserRange Remapped(PfnRange frames)
    {
        Expect(_gpu.RemapPfnRange(_last!, frames), 0);
        return this;
    }

    private void MapDriver(int pages, Protection protection, Sharing sharing, int at) =>
        Map(new MmapRequest(pages) { Of = _gpu, Protection = protection, Sharing = sharing, At = Base.Page(at) });

    private UserRange Map(MmapRequest request)
    {
        _last = App.Mmap(request);
        return this;
    }
}
