namespace LinuxMm.Tests.Checking;

/// <summary>A bare frame number counts from when it was looked up, however late a device is told of it.</summary>
public sealed class OldNumbers
{
    private static readonly IReadOnlyDictionary<string, Func<World, Pfn>> LookUps = new Dictionary<string, Func<World, Pfn>>
    {
        ["follow_pfn"] = world => world.App.FollowPfn(world.Area, world.Area.Start).Value,
        ["follow_pte"] = world => Number(world.App.FollowPte(world.Area.Start).Value),
        ["follow_pfnmap"] = world => Number(world.App.FollowPfnmapStart(world.Area, world.Area.Start).Value),
        ["pte_pfn"] = world => world.App.PfnAt(world.Area.Start)!.Value,
        ["allocated"] = world => world.Buffer.First,
        ["KVM"] = world => new Kvm(world.App, world.Camera).Map(world.Area.Start).Value,
    };

    public static TheoryData<string> Names() => [.. LookUps.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void StillTrue(string lookUp)
    {
        var world = new World();
        world.Camera.StartDma([LookUps[lookUp](world)], "IMG");
        world.Camera.CompleteDma();
        Assert.Empty(world.Machine.Hazards);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void FreedBeforeTheStart(string lookUp)
    {
        var world = new World();
        var number = LookUps[lookUp](world);
        world.Free();
        world.Camera.StartDma([number], "IMG");
        world.Camera.CompleteDma();
        Assert.Equal([new Hazard(HazardKind.DmaIntoFreedFrame, number, "camera", "gpu", "") { WasOldNumber = true }], world.Machine.Hazards);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void FreedAndReusedBeforeTheStart(string lookUp)
    {
        var world = new World();
        var number = LookUps[lookUp](world);
        world.Free();
        world.Reuse();
        world.Camera.StartDma([number], "IMG");
        world.Camera.CompleteDma();
        Assert.Equal([new Hazard(HazardKind.DmaIntoFreedFrame, number, "camera", "gpu", "other") { WasOldNumber = true }], world.Machine.Hazards);
        Assert.Equal("camera wrote into pfn 1, which belonged to gpu when its number was looked up, and belongs to other now.", world.Machine.Hazards[0].Sentence);
    }

    /// <summary>Who looks again has a new number, be it the same.</summary>
    [Fact]
    public void LookedUpAgain()
    {
        var world = new World();
        var old = LookUps["follow_pfn"](world);
        world.Free();
        world.Reuse();
        var again = world.Other.PfnAt(world.Heap!.Start)!.Value;
        Assert.Equal(old, again);
        world.Camera.StartDma([again], "IMG");
        world.Camera.CompleteDma();
        Assert.Empty(world.Machine.Hazards);
    }

    /// <summary>A page that was pinned is no old number, whatever its frame was before.</summary>
    [Fact]
    public void ReadOutOfAnArrayOfPages()
    {
        var world = new World();
        world.Free();
        world.Reuse();
        var pages = world.Machine.CreatePageArray("pages", 1);
        Assert.Equal(1, world.Other.PinUserPages(world.Heap!.Start, 1, FollFlags.Write, pages).Value);
        world.Camera.StartDma([pages[0].Pfn], "IMG");
        world.Camera.CompleteDma();
        Assert.Empty(world.Machine.Hazards);
        pages.UnpinUserPages();
        world.Other.Munmap(world.Heap);
        world.Camera.StartDma([pages[0].Pfn], "IMG");
        world.Camera.CompleteDma();
        Assert.Equal(HazardKind.DmaIntoFreedFrame, Assert.Single(world.Machine.Hazards).Kind);
    }

    /// <summary>follow_pfn() does not look at the permission to write; the checker does.</summary>
    [Theory]
    [InlineData("follow_pfn")]
    [InlineData("follow_pte")]
    [InlineData("follow_pfnmap")]
    public void FoundThroughAReadOnlyMapping(string lookUp)
    {
        var world = new World(Protection.Read);
        world.Camera.StartDma([LookUps[lookUp](world)], "IMG");
        world.Camera.CompleteDma();
        Assert.Equal(HazardKind.DmaThroughReadOnlyMapping, Assert.Single(world.Machine.Hazards).Kind);
    }

    private static Pfn Number<TEntry>(TEntry entry)
        where TEntry : LockedEntry, IDisposable
    {
        using (entry)
        {
            return entry.Pfn;
        }
    }

    private sealed class World
    {
        public World(Protection protection = Protection.ReadWrite)
        {
            Machine = new Machine(KernelEras.B1);
            Gpu = Machine.AddDriver("gpu");
            Buffer = Gpu.AllocPages(1);
            App = Machine.CreateProcess("app");
            Other = Machine.CreateProcess("other");
            Camera = Machine.AddDevice("camera");
            Area = App.Mmap(1, "buffer", Sharing.Shared, protection, Gpu);
            Gpu.RemapPfnRange(Area, Buffer);
        }

        public Machine Machine { get; }

        public Driver Gpu { get; }

        public PfnRange Buffer { get; }

        public MemoryDescriptor App { get; }

        public MemoryDescriptor Other { get; }

        public Device Camera { get; }

        public VmArea Area { get; }

        public VmArea? Heap { get; private set; }

        public void Free()
        {
            App.Munmap(Area);
            Gpu.FreePages(Buffer);
        }

        public void Reuse()
        {
            Heap = Other.Mmap(1, "heap");
            Other.Touch(Heap);
        }
    }
}
