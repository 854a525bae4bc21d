namespace LinuxMm.Tests.RealKernels;

/// <summary>A machine, a process and the range.</summary>
internal sealed class RangeWorld
{
    private const int Huge = 512;
    private static readonly VirtualAddress Base = new(0x10000000);
    private readonly Zone _zone;
    private readonly Driver _driver;
    private VmArea? _last;
    private int _names;

    public RangeWorld(KernelEra era, Zone zone, bool isScattered)
    {
        Machine = new Machine(era, new MachineOptions { NormalFrames = 0x17ff, MovableFrames = 0x800, IsTracing = false, ChecksInvariants = !isScattered });
        App = Machine.CreateProcess("app");
        _driver = Machine.AddDriver("driver");
        _zone = zone;
        if (isScattered)
        {
            Scatter();
        }
    }

    public Machine Machine { get; }

    public MemoryDescriptor App { get; private set; }

    public VirtualAddress Start { get; private set; } = Base;

    public RangeWorld StartAt(VirtualAddress start)
    {
        Start = start;
        return this;
    }

    public RangeWorld Anonymous(int pages, Protection protection = Protection.ReadWrite, int at = 0) => Map(new MmapRequest(pages) { Protection = protection, At = Base.Page(at) });

    public RangeWorld SharedAnonymous(int pages, Protection protection) => Map(new MmapRequest(pages) { Protection = protection, Sharing = Sharing.Shared, At = Base });

    public RangeWorld Transparent()
    {
        Map(new MmapRequest(Huge) { At = Base });
        Assert.Equal(0, App.Madvise(Base, Huge, Advice.HugePage));
        return this;
    }

    public RangeWorld LastPage()
    {
        Map(new MmapRequest(1) { At = VirtualAddress.TaskSize.Page(-1) });
        return Touch().StartAt(_last!.Start);
    }

    public RangeWorld OfFile(MappedKind kind, Sharing sharing, Protection protection = Protection.ReadWrite, int pages = 4, int at = 0, bool isReadOnlyDescriptor = false)
    {
        var file = Machine.CreateFile($"file {_names++}", kind, pages);
        file.Zone = _zone;
        return Map(new MmapRequest(pages) { Of = file, Sharing = sharing, Protection = protection, At = Base.Page(at), IsReadOnlyDescriptor = isReadOnlyDescriptor });
    }

    public RangeWorld HugeTlb(Sharing sharing, Protection protection) => OfFile(MappedKind.HugeTlb, sharing, protection, Huge);

    public RangeWorld Window(int pages, int at = 0, Sharing sharing = Sharing.Shared)
    {
        MapDriver(pages, Protection.ReadWrite, sharing, at);
        return Remap(_driver.AddDeviceMemory(pages));
    }

    /// <summary>Two mappings of one window, side by side.</summary>
    public RangeWorld WindowInTwo()
    {
        var window = _driver.AddDeviceMemory(4);
        MapDriver(2, Protection.ReadWrite, Sharing.Shared, 0);
        Remap(new PfnRange(window[0], 2));
        MapDriver(2, Protection.ReadWrite, Sharing.Shared, 2);
        return Remap(new PfnRange(window[2], 2));
    }

    public RangeWorld Reserved(int pages, Protection protection, Sharing sharing)
    {
        MapDriver(pages, protection, sharing, 0);
        return Remap(_driver.AddReservedMemory(pages));
    }

    public RangeWorld Block(int order)
    {
        MapDriver(1 << order, Protection.ReadWrite, Sharing.Shared, 0);
        return Remap(_driver.AllocBlock(order));
    }

    public RangeWorld RamByFault(int pages, int touched)
    {
        MapDriver(pages, Protection.ReadWrite, Sharing.Shared, 0);
        _driver.SetVmFlags(_last!, VmFlags.PfnMap);
        var frames = SinglePages(pages);
        _driver.FaultHandler = (vma, at) =>
        {
            _driver.VmfInsertPfn(vma, at, frames[(int)((at.Value - vma.Start.Value) >> VirtualAddress.PageShift)]);
            return true;
        };
        return TouchFirst(touched);
    }

    /// <summary>Pages of the driver's own, handed out by its fault handler.</summary>
    public RangeWorld Pages(int pages, Protection protection = Protection.ReadWrite, Sharing sharing = Sharing.Shared, bool wantsToKnowOfWrites = false)
    {
        MapDriver(pages, protection, sharing, 0);
        var frames = SinglePages(pages);
        _driver.FaultHandler = (vma, at) => _driver.FinishFault(vma, at, frames[(int)((at.Value - vma.Start.Value) >> VirtualAddress.PageShift)]).IsSuccess;
        _driver.PageMkwrite = wantsToKnowOfWrites ? (_, _) => false : null;
        return this;
    }

    /// <summary>Other processes have the same pages of the driver.</summary>
    public RangeWorld MappedByOthers(int processes)
    {
        for (var i = 0; i < processes; i++)
        {
            var other = Machine.CreateProcess($"other {i}");
            var vma = other.Mmap(new MmapRequest(_last!.Range.Pages) { Of = _driver, Protection = _last.Protection, Sharing = _last.Sharing });
            Assert.True(other.Read(vma.Start).IsSuccess);
        }

        return this;
    }

    public RangeWorld Inserted(int pages)
    {
        MapDriver(pages, Protection.ReadWrite, Sharing.Shared, 0);
        var frames = SinglePages(pages);
        for (var i = 0; i < pages; i++)
        {
            Assert.Equal(0, _driver.VmInsertPage(_last!, Base.Page(i), frames[i]));
        }

        return this;
    }

    public RangeWorld Touch() => TouchFirst(_last!.Kind == MappedKind.HugeTlb ? 1 : _last.Range.Pages);

    public RangeWorld TouchFirst(int pages)
    {
        for (var i = 0; i < pages; i++)
        {
            Assert.True(App.Touch(_last!.Start.Page(i)).IsSuccess);
        }

        return this;
    }

    public RangeWorld See()
    {
        for (var i = 0; i < _last!.Range.Pages; i++)
        {
            Assert.True(App.Read(_last.Start.Page(i)).IsSuccess);
        }

        return this;
    }

    public RangeWorld Protect(int page, Protection protection)
    {
        Assert.Equal(0, App.Mprotect(Base.Page(page), 1, protection));
        return this;
    }

    public RangeWorld UseChild()
    {
        App = App.Fork("child");
        return this;
    }

    /// <summary>Leaves free frames that never follow one another.</summary>
    private void Scatter()
    {
        var filler = Machine.CreateProcess("filler");
        foreach (var zone in new[] { Zone.Normal, Zone.Movable })
        {
            var vma = filler.Mmap(new MmapRequest(64) { Zone = zone });
            filler.Touch(vma);
            for (var i = 0; i < 64; i += 2)
            {
                filler.Madvise(vma.Start.Page(i), 1, Advice.DontNeed);
            }
        }
    }

    private Pfn[] SinglePages(int pages) => [.. Enumerable.Range(0, pages).Select(_ => _driver.AllocPages(1).First)];

    private RangeWorld Remap(PfnRange frames)
    {
        Assert.Equal(0, _driver.RemapPfnRange(_last!, frames));
        return this;
    }

    private void MapDriver(int pages, Protection protection, Sharing sharing, int at) =>
        Map(new MmapRequest(pages) { Of = _driver, Protection = protection, Sharing = sharing, At = Base.Page(at) });

    private RangeWorld Map(MmapRequest request)
    {
        _last = App.Mmap(request with { Zone = _zone });
        return this;
    }
}
