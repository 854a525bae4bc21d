using System.Reflection;

namespace LinuxMm.Tests.Eras;

/// <summary>No choice is declared that nobody could notice: each has a scenario in which all its values differ.</summary>
public sealed class EveryChoiceMatters
{
    private const FollFlags LongWrite = FollFlags.Write | FollFlags.Longterm;
    private static readonly VirtualAddress Base = new(0x40000000);

    private static readonly IReadOnlyDictionary<string, Func<Machine, string>> Scenarios = new Dictionary<string, Func<Machine, string>>
    {
        [nameof(UserPagesRules.Longterm)] = m => $"{ZoneOf(m, Pinned(m, Anonymous(m, Zone.Movable)))} {ZoneOf(m, Pinned(m, Held(m, Anonymous(m, Zone.Cma))))} {ZoneOf(m, PinnedFast(m, Anonymous(m, Zone.Cma)))}",
        [nameof(UserPagesRules.SpecialPte)] = m => $"{Pin(m, Mixed(m), FollFlags.Write)}",
        [nameof(UserPagesRules.SecretMemory)] = m => Text(() => $"{Pin(m, File(m, MappedKind.Secret), FollFlags.None)}"),
        [nameof(UserPagesRules.DirtyTracking)] = m => $"{Pin(m, File(m, MappedKind.File), LongWrite)}",
        [nameof(UserPagesRules.MappedPages)] = m => $"{Pin(m, Inserted(m, VmFlags.Io), LongWrite)} {Pin(m, Inserted(m, VmFlags.Io), FollFlags.None)}",
        [nameof(UserPagesRules.Unshare)] = m => $"{Kept(m, Shared(m))} {Kept(m, Seen(m, m.CreateFile("film", MappedKind.File, 1)))} {StaysZero(m, Seen(m, null))}",
        [nameof(UserPagesRules.ZeroPage)] = m => $"{Pin(m, Seen(m, null), FollFlags.None)} {m.Memory.ZeroPage.RefCount}",
        [nameof(UserPagesRules.RangeOverflow)] = m => $"{m.CreateProcess("app").PinUserPagesFast(new VirtualAddress(ulong.MaxValue).PageStart, 1, FollFlags.None, m.CreatePageArray("pages", 1))}",
        [nameof(UserPagesRules.VmaErrors)] = m => $"{AnonymousThen(m, MappedKind.FsDax).PinUserPages(Base, 2, LongWrite, m.CreatePageArray("pages", 2))}",
        [nameof(UserPagesRules.Fork)] = m => $"{AfterFork(m, Anonymous(m))} {AfterFork(m, PrivateInserted(m))}",
        [nameof(UserPagesRules.CowReuse)] = Reuse,
        [nameof(UserPagesRules.HugeCowReuse)] = m => $"{StaysHuge(m, Transparent(m, "app"))} {StaysHuge(m, WithoutChild(Transparent(m, "parent")))}",
        [nameof(UserPagesRules.CompoundPins)] = PinOfTwoFrames,
        [nameof(UserPagesRules.GupFlags)] = m => $"{Text(() => $"{Pin(m, Anonymous(m), FollFlags.None)}")} {Get(m, Anonymous(m), FollFlags.Longterm)} {Get(m, Anonymous(m), FollFlags.Touch)} {GetFast(m, Anonymous(m), FollFlags.Force)} {Text(() => $"{LongFastTouches(m)}")}",
        [nameof(UserPagesRules.LockedPin)] = m => Text(() => $"{Anonymous(m).PinUserPagesLocked(Base, 1, FollFlags.Longterm, m.CreatePageArray("pages", 1))}"),
        [nameof(UserPagesRules.HugeTlbForce)] = m => ForcedIntoHugeTlb(m),
        [nameof(UserPagesRules.HugeTlbFork)] = m => AfterFork(m, File(m, MappedKind.HugeTlb, Sharing.Private)),
        [nameof(UserPagesRules.BufferPin)] = m => $"{Registered(File(m, MappedKind.File))} {Registered(CopiedWindow(m))} {Registered(File(m, MappedKind.Shmem))}",
        [nameof(UserPagesRules.BufferLength)] = m => $"{new IoUring(Anonymous(m)).RegisterBuffer(Base, (1L << 40) + 1)}",
        [nameof(UserPagesRules.Advice)] = m => Anonymous(m) is var app ? $"{app.Madvise(Base, 1, Advice.PopulateRead)} {app.Madvise(Base, 1, Advice.DontNeedLocked)}" : "",
        [nameof(UserPagesRules.StackGrowth)] = m => $"{Pin(m, Stack(m), FollFlags.Write)}",
        [nameof(UserPagesRules.PfnWalk)] = m => Text(() => $"{Anonymous(m) is var app && app.FollowPte(Base).IsSuccess}"),
        [nameof(UserPagesRules.KvmPfn)] = FollowedByKvm,
        [nameof(UserPagesRules.IomemRevoke)] = Revoke,
        [nameof(UserPagesRules.MapResource)] = m => $"{m.AddDevice("camera").MapResource(m.AddDriver("gpu").AllocPages(1)).IsSuccess}",
        [nameof(UserPagesRules.MapErrors)] = m => $"{m.AddDevice("camera", new DeviceOptions { DmaMask = 0xfff }).MapSgTable(SgTable.FromPages(Frames(m.AddDriver("gpu").AllocPages(1)), 0, 4096))}",
        [nameof(UserPagesRules.TlbFlush)] = m => $"{KnownRaces.All.First(race => race.Name == "stale translation").Explore(m.Era).IsSafe}",
        [nameof(UserPagesRules.AccessPhys)] = DebuggerReads,
    };

    public static TheoryData<string> Choices() => [.. typeof(UserPagesRules).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Choices))]
    public void InItsScenario(string choice)
    {
        var property = typeof(UserPagesRules).GetProperty(choice)!;
        var results = Enum.GetValues(property.PropertyType).Cast<object>().Select(value => Scenarios[choice](new Machine(With(property, value)))).ToList();
        Assert.Equal(results.Distinct(), results);
    }

    private static IReadOnlyList<Pfn> Frames(PfnRange range) => [.. Enumerable.Range(0, range.Count).Select(i => range[i])];

    private static KernelEra With(PropertyInfo property, object value)
    {
        var rules = KernelEras.C2.UserPages with { };
        property.SetValue(rules, value);
        return KernelEras.C2 with { Name = $"{value}", UserPages = rules };
    }

    private static MemoryDescriptor Anonymous(Machine machine, Zone zone = Zone.Normal)
    {
        var app = machine.CreateProcess($"app {machine.Processes.Count}");
        app.Touch(app.Mmap(new MmapRequest(1) { At = Base, Zone = zone }));
        return app;
    }

    private static MemoryDescriptor File(Machine machine, MappedKind kind, Sharing sharing = Sharing.Shared, Protection protection = Protection.ReadWrite)
    {
        var app = machine.CreateProcess($"app with {kind}");
        var pages = kind == MappedKind.HugeTlb ? 512 : 2;
        app.Mmap(new MmapRequest(pages) { At = Base, Of = machine.CreateFile($"{kind}", kind, pages), Sharing = sharing, Protection = protection });
        _ = protection == Protection.Read ? app.Read(Base).IsSuccess : app.Touch(Base).IsSuccess;
        return app;
    }

    private static MemoryDescriptor AnonymousThen(Machine machine, MappedKind kind)
    {
        var app = File(machine, kind);
        app.Touch(app.Mmap(new MmapRequest(1) { At = Base }));
        return app;
    }

    private static MemoryDescriptor Stack(Machine machine)
    {
        var app = machine.CreateProcess("app");
        app.Mmap(new MmapRequest(1) { At = Base.Page(2), GrowsDown = true });
        return app;
    }

    private static MemoryDescriptor Mixed(Machine machine)
    {
        var (app, gpu) = (machine.CreateProcess("app"), machine.AddDriver("gpu"));
        var vma = app.Mmap(new MmapRequest(1) { At = Base, Of = gpu, Sharing = Sharing.Shared });
        gpu.SetVmFlags(vma, VmFlags.MixedMap);
        gpu.VmfInsertPfn(vma, Base, gpu.AddDeviceMemory(1).First);
        return app;
    }

    private static MemoryDescriptor Inserted(Machine machine, VmFlags flags)
    {
        var (app, gpu) = (machine.CreateProcess($"app {machine.Processes.Count}"), machine.AddDriver($"gpu {machine.Drivers.Count}"));
        var vma = app.Mmap(new MmapRequest(1) { At = Base, Of = gpu, Sharing = Sharing.Shared });
        gpu.SetVmFlags(vma, flags);
        gpu.VmInsertPage(vma, Base, gpu.AllocPages(1).First);
        return app;
    }

    /// <summary>A driver's page in a private mapping, not yet copied.</summary>
    private static MemoryDescriptor PrivateInserted(Machine machine)
    {
        var (app, gpu) = (machine.CreateProcess("private"), machine.AddDriver("gpu"));
        var vma = app.Mmap(new MmapRequest(1) { At = Base, Of = gpu });
        gpu.VmInsertPage(vma, Base, gpu.AllocPages(1).First);
        return app;
    }

    private static string PinOfTwoFrames(Machine machine)
    {
        var (app, gpu) = (machine.CreateProcess("app"), machine.AddDriver("gpu"));
        var vma = app.Mmap(new MmapRequest(1) { At = Base, Of = gpu, Sharing = Sharing.Shared });
        var block = gpu.AllocCompound(1);
        gpu.VmInsertPage(vma, Base, block[1]);
        Pin(machine, app, FollFlags.Write);
        return $"{machine.Memory.PfnToPage(block.First)} pins {machine.Memory.PfnToPage(block.First).PinCount}";
    }

    /// <summary>An anonymous page that a child shares.</summary>
    private static MemoryDescriptor Shared(Machine machine)
    {
        var app = Anonymous(machine);
        app.Fork("child");
        return app;
    }

    private static MemoryDescriptor Seen(Machine machine, PageCacheFile? file)
    {
        var app = machine.CreateProcess($"reader {machine.Processes.Count}");
        app.Mmap(new MmapRequest(1) { At = Base, Of = file });
        app.Read(Base);
        return app;
    }

    private static KernelResult<int> Pin(Machine machine, MemoryDescriptor app, FollFlags flags, int pages = 1) =>
        app.PinUserPagesFast(Base, pages, flags, machine.CreatePageArray($"pages of {app}", pages));

    private static Pfn? Pinned(Machine machine, MemoryDescriptor app) => Pin(machine, app, LongWrite).IsSuccess ? app.PfnAt(Base) : null;

    private static Pfn? PinnedFast(Machine machine, MemoryDescriptor app) =>
        app.PinUserPagesFast(Base, 1, LongWrite, machine.CreatePageArray($"fast pages of {app}", 1)).IsSuccess ? app.PfnAt(Base) : null;

    /// <summary>A clean page that has to move is one that the fast path leaves.</summary>
    private static bool LongFastTouches(Machine machine)
    {
        var app = Anonymous(machine, Zone.Movable);
        app.Madvise(Base, 1, Advice.Free);
        PinnedFast(machine, app);
        return (app.PageAt(Base)!.Flags & PageFlags.Dirty) != 0;
    }

    private static KernelResult<int> Get(Machine machine, MemoryDescriptor app, FollFlags flags) => app.GetUserPages(Base, 1, flags, machine.CreatePageArray($"references of {app}", 1));

    private static KernelResult<int> GetFast(Machine machine, MemoryDescriptor app, FollFlags flags) => app.GetUserPagesFast(Base, 1, flags, machine.CreatePageArray($"fast references of {app}", 1));

    private static string ZoneOf(Machine machine, Pfn? pinned) => pinned is { } pfn ? $"{machine.Memory.PfnToPage(pfn).Zone}" : "refused";

    /// <summary>Somebody else holds its page, so that it cannot be moved.</summary>
    private static MemoryDescriptor Held(Machine machine, MemoryDescriptor app)
    {
        app.GetUserPages(Base, 1, FollFlags.None, machine.CreatePageArray($"holder of {app}", 1));
        return app;
    }

    /// <summary>Whether a plain reference for reading leaves the zero page where it is.</summary>
    private static bool StaysZero(Machine machine, MemoryDescriptor app)
    {
        Held(machine, app);
        return app.PfnAt(Base) == machine.Memory.ZeroPage.Pfn;
    }

    /// <summary>Whether a long pin for reading leaves the page where it is.</summary>
    private static bool Kept(Machine machine, MemoryDescriptor app)
    {
        var before = app.PfnAt(Base);
        return Pin(machine, app, FollFlags.Longterm).IsSuccess && app.PfnAt(Base) == before;
    }

    /// <summary>Whether a child shares the page that its parent has pinned.</summary>
    private static string AfterFork(Machine machine, MemoryDescriptor app)
    {
        Pin(machine, app, FollFlags.None);
        return $"{app.Fork($"child of {app}").PfnAt(Base) == app.PfnAt(Base)}";
    }

    /// <summary>A page that somebody holds is written to after a fork whose child is gone, and one that is written to while a file of it is shared.</summary>
    private static string Reuse(Machine machine)
    {
        var app = Anonymous(machine);
        var before = app.PfnAt(Base);
        var child = app.Fork("child");
        child.Exit();
        app.GetUserPages(Base, 1, FollFlags.None, machine.CreatePageArray("reader", 1));
        app.Touch(Base);
        var isKept = app.PfnAt(Base) == before;
        app.Mprotect(Base, 1, Protection.Read);
        var now = app.PfnAt(Base);
        app.GetUserPages(Base, 1, FollFlags.None, machine.CreatePageArray("second reader", 1));
        app.Mprotect(Base, 1, Protection.ReadWrite);
        app.Touch(Base);
        return $"{isKept} {app.PfnAt(Base) == now}";
    }

    private static KernelResult<int> Registered(MemoryDescriptor app) => new IoUring(app).RegisterBuffer(Base, 1);

    /// <summary>The private copy of a page of device memory: the slow path sees the mapping, the fast one the page.</summary>
    private static MemoryDescriptor CopiedWindow(Machine machine)
    {
        var (app, gpu) = (machine.CreateProcess("copier"), machine.AddDriver("gpu"));
        gpu.RemapPfnRange(app.Mmap(new MmapRequest(1) { At = Base, Of = gpu }), gpu.AddDeviceMemory(1));
        app.Touch(Base);
        return app;
    }

    private static MemoryDescriptor Transparent(Machine machine, string name)
    {
        var app = machine.CreateProcess(name);
        app.Mmap(new MmapRequest(512) { At = Base });
        app.Madvise(Base, 512, Advice.HugePage);
        app.Touch(Base);
        return app;
    }

    private static MemoryDescriptor WithoutChild(MemoryDescriptor app)
    {
        app.Fork("short-lived").Exit();
        return app;
    }

    /// <summary>Whether 2 MiB stay in one piece when they are written to while somebody holds a page of them.</summary>
    private static bool StaysHuge(Machine machine, MemoryDescriptor app)
    {
        app.Mprotect(Base, 512, Protection.Read);
        app.GetUserPages(Base, 1, FollFlags.None, machine.CreatePageArray($"reader of {app}", 1));
        app.Mprotect(Base, 512, Protection.ReadWrite);
        app.Touch(Base.Page(1));
        return machine.Snapshot().Processes.First(process => process.Name == app.Name).VmAreas[0].Ptes[1].IsHuge;
    }

    private static string ForcedIntoHugeTlb(Machine machine)
    {
        var app = WithoutChild(File(machine, MappedKind.HugeTlb, Sharing.Private, Protection.Read));
        return $"{Pin(machine, app, FollFlags.Write | FollFlags.Force)} {machine.Snapshot().Processes[0].VmAreas[0].Ptes[0].IsWritable}";
    }

    /// <summary>The second frame of a block has no reference of its own.</summary>
    private static string FollowedByKvm(Machine machine)
    {
        var (app, gpu) = (machine.CreateProcess("app"), machine.AddDriver("gpu"));
        var kvm = new Kvm(app, machine.AddDevice("guest"));
        var readOnly = app.Mmap(1, "screen", Sharing.Shared, Protection.Read, gpu);
        gpu.RemapPfnRange(readOnly, gpu.AddDeviceMemory(1));
        var block = app.Mmap(2, "block", Sharing.Shared, of: gpu);
        gpu.RemapPfnRange(block, gpu.AllocBlock(1));
        return $"{kvm.Map(readOnly.Start).IsSuccess} {kvm.Map(block.Start.Page(1)).IsSuccess} {kvm.Map(block.Start, isKept: true).IsSuccess}";
    }

    private static string Revoke(Machine machine)
    {
        var app = machine.CreateProcess("app");
        var window = machine.AddDriver("pci").AddDeviceMemory(1);
        var memory = app.Mmap(new MmapRequest(1) { Of = machine.OpenDevMem(), PageOffset = (long)window.First.Number, Sharing = Sharing.Shared });
        var resource = app.Mmap(new MmapRequest(1) { Of = machine.OpenPciResource("resource0", window), Sharing = Sharing.Shared });
        machine.AddDriver("gpu").RequestMemRegion(window);
        return $"{app.PfnAt(memory.Start) is null} {app.PfnAt(resource.Start) is null}";
    }

    private static string DebuggerReads(Machine machine)
    {
        var (app, gpu) = (machine.CreateProcess("app"), machine.AddDriver("gpu"));
        var vma = app.Mmap(new MmapRequest(1) { Of = gpu, Sharing = Sharing.Shared });
        gpu.RemapPfnRange(vma, gpu.AllocPages(1));
        return $"{app.GenericAccessPhys(vma, vma.Start).IsSuccess}";
    }

    private static string Text(Func<string> call)
    {
        try
        {
            return call();
        }
        catch (InvalidOperationException exception)
        {
            return exception.Message;
        }
    }
}
