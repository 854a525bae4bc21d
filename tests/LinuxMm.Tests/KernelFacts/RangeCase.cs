namespace LinuxMm.Tests.KernelFacts;

/// <summary>A machine with one process and a range of addresses that is being laid out.</summary>
internal sealed class RangeCase
{
    private static readonly VirtualAddress Base = new(0x10000000);
    private readonly Driver _gpu;
    private VmArea? _last;

    public RangeCase(KernelEra era, bool isScattered = false)
    {
        Machine = new Machine(era);
        if (isScattered)
        {
            Scatter(Machine.AddDriver("filler"));
        }

        App = Machine.CreateProcess("app");
        _gpu = Machine.AddDriver("gpu");
    }

    public Machine Machine { get; }

    public MemoryDescriptor App { get; }

    public VirtualAddress Start { get; private set; } = Base;

    public int FrameCount { get; private set; } = 4;

    public bool Write { get; private set; } = true;

    public RangeCase StartingAt(VirtualAddress start)
    {
        Start = start;
        return this;
    }

    public RangeCase Frames(int count)
    {
        FrameCount = count;
        return this;
    }

    public RangeCase ReadOnlyWanted()
    {
        Write = false;
        return this;
    }

    public RangeCase Anonymous(int pages, Protection protection = Protection.ReadWrite, int at = 0, Zone zone = Zone.Normal) =>
        Map(new MmapRequest(pages) { Protection = protection, At = Base.Page(at), Zone = zone });

    public RangeCase LastPage()
    {
        Map(new MmapRequest(1) { At = VirtualAddress.TaskSize.Page(-1) });
        return Touched().StartingAt(_last!.Start);
    }

    public RangeCase OfFile(MappedKind kind, Sharing sharing, Protection protection = Protection.ReadWrite, int pages = 4, int at = 0) =>
        Map(new MmapRequest(pages) { Of = Machine.CreateFile($"{kind}", kind, pages), Sharing = sharing, Protection = protection, At = Base.Page(at) });

    public RangeCase HugeTlb() =>
        Map(new MmapRequest(512) { Of = Machine.CreateFile("huge", MappedKind.HugeTlb, 512), Sharing = Sharing.Shared, At = Base });

    public RangeCase Window(int pages, Protection protection = Protection.ReadWrite, int at = 0)
    {
        MapDriver(pages, protection, Sharing.Shared, at);
        return Remapped(_gpu.AddDeviceMemory(pages));
    }

    public RangeCase PrivateWindow(int pages)
    {
        MapDriver(pages, Protection.ReadWrite, Sharing.Private, 0);
        return Remapped(_gpu.AddDeviceMemory(pages));
    }

    public RangeCase MappedRam(int pages)
    {
        MapDriver(pages, Protection.ReadWrite, Sharing.Shared, 0);
        return Remapped(_gpu.AllocPages(pages));
    }

    public RangeCase WindowByFault(params int[] present)
    {
        MapDriver(4, Protection.ReadWrite, Sharing.Shared, 0);
        _gpu.SetVmFlags(_last!, VmFlags.Io | VmFlags.PfnMap);
        var window = _gpu.AddDeviceMemory(4);
        foreach (var index in present)
        {
            _gpu.VmfInsertPfn(_last!, _last!.Start.Page(index), window[index]);
        }

        return this;
    }

    public RangeCase MixedWindow(int pages)
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

    public RangeCase InsertedPages(VmFlags flags)
    {
        MapDriver(4, Protection.ReadWrite, Sharing.Shared, 0);
        _gpu.SetVmFlags(_last!, flags);
        var pages = _gpu.AllocPages(4);
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(0, _gpu.VmInsertPage(_last!, _last!.Start.Page(i), pages[i]));
        }

        return this;
    }

    public RangeCase Touched()
    {
        Assert.True(App.Touch(_last!).IsSuccess);
        return this;
    }

    /// <summary>Read, not written.</summary>
    public RangeCase Seen()
    {
        for (var i = 0; i < _last!.Range.Pages; i++)
        {
            Assert.True(App.Read(_last.Start.Page(i)).IsSuccess);
        }

        return this;
    }

    /// <summary>Resident although nobody may write: by a debugger's forced write.</summary>
    public RangeCase Forced()
    {
        var pages = Machine.CreatePageArray("debugger", _last!.Range.Pages);
        Assert.Equal(_last.Range.Pages, App.GetUserPages(_last.Start, _last.Range.Pages, FollFlags.Write | FollFlags.Force, pages));
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

    private RangeCase Remapped(PfnRange frames)
    {
        Assert.Equal(0, _gpu.RemapPfnRange(_last!, frames));
        return this;
    }

    private void MapDriver(int pages, Protection protection, Sharing sharing, int at) =>
        Map(new MmapRequest(pages) { Of = _gpu, Protection = protection, Sharing = sharing, At = Base.Page(at) });

    private RangeCase Map(MmapRequest request)
    {
        _last = App.Mmap(request);
        return this;
    }
}
