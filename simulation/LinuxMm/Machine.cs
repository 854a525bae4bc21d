namespace LinuxMm;

/// <summary>One computer with its memory, processes, drivers and devices, running a kernel of one era.</summary>
/// <remarks>Everything on it happens in the order of the calls: no clock, no randomness, no threads.</remarks>
[ModelOnly("The kernel is the machine's, not the other way round.")]
public sealed partial class Machine
{
    private readonly List<Hazard> _hazards = [];
    private readonly List<string> _warnings = [];
    private readonly HashSet<string> _names = [];
    private string _actor = "kernel";
    private int _depth;

    /// <summary>A machine with nothing on it.</summary>
    /// <param name="era">By whose rules it runs, such as <see cref="KernelEras.B2"/>.</param>
    /// <param name="options">Its size and how it is watched; small and fully watched by default.</param>
    public Machine(KernelEra era, MachineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(era);
        Era = era;
        Options = options ?? new MachineOptions();
        RequireZone(Options.UserZone, nameof(options));
        Trace = new Trace(Options.IsTracing);
        if (IsTracing)
        {
            Record(new TraceEvent.MachineStarted(era.Name));
        }

        Checker = new HazardChecker(this);
        Memory = new PhysicalMemory(this, Options);
    }

    /// <summary>By whose rules it runs.</summary>
    public KernelEra Era { get; }

    /// <summary>Its frames.</summary>
    public PhysicalMemory Memory { get; }

    /// <summary>Everything that happened on it.</summary>
    public Trace Trace { get; }

    /// <summary>The processes, in the order of their creation.</summary>
    public IReadOnlyList<MemoryDescriptor> Processes => ProcessList;

    /// <summary>The drivers, in the order of their creation.</summary>
    public IReadOnlyList<Driver> Drivers => DriverList;

    /// <summary>The devices, in the order of their creation.</summary>
    public IReadOnlyList<Device> Devices => DeviceList;

    /// <summary>What went wrong so far, in order. Empty means: nothing yet.</summary>
    public IReadOnlyList<Hazard> Hazards => _hazards;

    /// <summary>What the kernel log says so far: each WARN_ONCE text once.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    internal MachineOptions Options { get; }

    internal bool IsTracing => Trace.IsOn;

    internal HazardChecker Checker { get; }

    /// <summary>PF_MEMALLOC_PIN of the running task.</summary>
    internal bool PinsLongterm { get; set; }

    internal List<MemoryDescriptor> ProcessList { get; } = [];

    internal List<Driver> DriverList { get; } = [];

    internal List<Device> DeviceList { get; } = [];

    internal List<Cpu> CpuList { get; } = [];

    /// <summary>Mappings on their way out.</summary>
    internal List<MmuGather> Gathers { get; } = [];

    internal List<FrameHolder> Holders { get; } = [];

    internal List<PageCacheFile> Files { get; } = [];

    /// <summary>The whole state, immutable and comparable.</summary>
    public MachineSnapshot Snapshot() => new()
    {
        Era = Era.Name,
        Frames = [.. Memory.UsedFrames.OrderBy(frame => frame.Pfn).Select(frame => frame.Snapshot())],
        Processes = [.. ProcessList.Select(process => process.Snapshot())],
        Holders = [.. Holders.Select(holder => holder.Snapshot())],
        Devices = [.. DeviceList.Select(device => device.Snapshot())],
        Drivers = [.. DriverList.Select(driver => new DriverSnapshot { Name = driver.Name, Frames = [.. driver.Frames] })],
        Cpus = [.. CpuList.Select(cpu => cpu.Snapshot())],
        Hazards = [.. Hazards],
        Warnings = [.. Warnings],
    };

    /// <summary>Begins a call by an actor; the outermost one checks the invariants when it returns.</summary>
    internal Call Enter(string actor)
    {
        var call = new Call(this, _actor);
        _actor = actor;
        _depth++;
        return call;
    }

    internal void Leave(string previousActor)
    {
        _actor = previousActor;
        _depth--;
    }

    internal void CheckWhenOutermost()
    {
        if (_depth == 1 && Options.ChecksInvariants)
        {
            Invariants.Check(this);
        }
    }

    internal void Record(TraceEvent step) => Trace.Add(_actor, step);

    internal void WarnOnce(string text)
    {
        if (_warnings.Contains(text))
        {
            return;
        }

        if (IsTracing)
        {
            Record(new TraceEvent.Warned(text));
        }

        _warnings.Add(text);
    }

    internal void Report(Hazard hazard)
    {
        if (IsTracing)
        {
            Record(new TraceEvent.HazardFound(hazard));
        }

        _hazards.Add(hazard);
    }

    /// <summary>A zeroed page with one reference, for a process or the page cache.</summary>
    internal Page AllocateUserPage(string owner, string reason, Zone zone = Zone.Normal)
    {
        var page = Memory.Allocate(AllowedZone(zone), 1) ?? throw new InvalidOperationException("The machine has no free frames left.");
        page.SetRefCount(1, reason);
        page.Frame.SetOwner(owner);
        page.Frame.Clear();
        return page;
    }

    /// <summary>Where a page may be allocated: while somebody pins for long, not where it could not stay.</summary>
    internal Zone AllowedZone(Zone zone) => PinsLongterm && LongtermPages.IsForbidden(zone, Era.UserPages.Longterm) ? Zone.Normal : zone;

    internal PageCacheFile NewSharedAnonymous(string name, int pages, Zone zone)
    {
        Files.Add(new PageCacheFile(this, name, MappedKind.Shmem, pages) { IsReachableByName = false, Zone = zone });
        return Files[^1];
    }

    /// <summary>Whose anonymous page it is now: its owner while that one maps it, else the first process that does.</summary>
    internal string AnonymousOwner(Page page)
    {
        var mappers = ProcessList.Where(process => process.PageTable.Reverse.Contains(page.Pfn)).Select(process => process.Name).ToList();
        return mappers.Contains(page.Owner) ? page.Owner : mappers.FirstOrDefault("");
    }

    /// <summary>Makes every processor forget one address.</summary>
    internal void Flush(MemoryDescriptor process, VirtualAddress address)
    {
        foreach (var cpu in CpuList)
        {
            cpu.Forget(process, address);
        }
    }

    /// <summary>Drops one reference; the last one frees the frame.</summary>
    internal void PutPage(Page page, string reason) => PutReferences(page, 1, reason);

    internal void PutReferences(Page page, int references, string reason)
    {
        var head = page.Head;
        if (head.RefCount < references)
        {
            throw new KernelBugException($"{head.Pfn} has {head.RefCount} references, {reason} drops {references}");
        }

        head.AddReferences(-references, reason);
        if (head.RefCount > 0)
        {
            return;
        }

        var frames = head.CompoundPages;
        for (var i = 0; i < frames; i++)
        {
            FreeFrame(Memory.PfnToPage(head.Pfn + i));
        }
    }

    /// <summary>The name itself, or the name with the first number that makes it new.</summary>
    internal string FreshName(string name)
    {
        var fresh = name;
        for (var i = 2; _names.Contains(fresh); i++)
        {
            fresh = $"{name} {i}";
        }

        return fresh;
    }

    internal void ReleaseName(string name) => _names.Remove(name);

    private void FreeFrame(Page page)
    {
        page.Mapping = null;
        page.IsHugeTlb = false;
        page.SetFlags(PageFlags.None);
        if (page.Head != page || page.CompoundPages > 1)
        {
            page.SetHead(null, 1);
        }

        page.Frame.SetOwner("");
        Checker.Freed(page.Pfn);
        Memory.Free(page.Frame);
    }

    /// <summary>Only three zones have frames to hand out.</summary>
    internal static void RequireZone(Zone zone, string parameter)
    {
        if (zone is not (Zone.Normal or Zone.Cma or Zone.Movable))
        {
            throw new ArgumentOutOfRangeException(parameter, zone, "Pages come from Normal, Cma or Movable memory.");
        }
    }

    internal void RequireOwn(FrameHolder holder)
    {
        ArgumentNullException.ThrowIfNull(holder);
        if (holder.Machine != this)
        {
            throw new ArgumentException($"{holder.Name} belongs to another machine.", nameof(holder));
        }
    }

    internal void RequireOwn(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (device.Machine != this)
        {
            throw new ArgumentException($"{device.Name} belongs to another machine.", nameof(device));
        }
    }

    internal string TakeName(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return _names.Add(name) ? name : throw new ArgumentException($"The machine already has something called {name}.", nameof(name));
    }
}
