namespace LinuxMm.Tests.Dma;

/// <summary>A driver wants a contiguous buffer where movable pages live: they go, unless somebody holds one.</summary>
public sealed class ContiguousMemory
{
    private const int AreaFrames = 8;
    private static readonly MachineOptions Small = new() { NormalFrames = 0x5ff, CmaFrames = AreaFrames };

    [Fact]
    public void WhoIsThereMoves()
    {
        var world = new World(KernelEras.C3);
        world.App.Write(world.Heap.Start, "mine");
        var before = world.App.PfnAt(world.Heap.Start)!.Value;
        Assert.Equal(Zone.Cma, world.Machine.Memory.PfnToPage(before).Zone);

        var buffer = world.Gpu.CmaAlloc(AreaFrames).Value;

        var after = world.App.PfnAt(world.Heap.Start)!.Value;
        Assert.Equal((new PfnRange(new Pfn(0x600), AreaFrames), true), (buffer, buffer.Contains(before)));
        Assert.Equal(Zone.Normal, world.Machine.Memory.PfnToPage(after).Zone);
        Assert.Equal("mine", world.App.Read(world.Heap.Start));
        Assert.All(Enumerable.Range(0, AreaFrames), i => Assert.Equal((1, "gpu"), (world.Machine.Memory.PfnToPage(buffer[i]).RefCount, world.Machine.Memory.OwnerOf(buffer[i]))));
        Assert.Equal(world.Machine.Snapshot(), MachineSnapshot.FromTrace(world.Machine.Trace));
    }

    /// <summary>A pin for short does not ask where the page is; a pin for long has it moved first.</summary>
    [Theory]
    [InlineData(FollFlags.Write, "-EBUSY")]
    [InlineData(FollFlags.Write | FollFlags.Longterm, "0x600")]
    public void WhoIsPinned(FollFlags flags, string expected)
    {
        var world = new World(KernelEras.C3);
        var pages = world.Machine.CreatePageArray("pages", 1);
        Assert.Equal(1, world.App.PinUserPages(world.Heap.Start, 1, flags, pages).Value);
        var result = world.Gpu.CmaAlloc(AreaFrames);
        Assert.Equal(expected, result.IsSuccess ? $"0x{result.Value.First.Number:x}" : $"{result}");
        pages.UnpinUserPages();
        Assert.True(result.IsSuccess || world.Gpu.CmaAlloc(AreaFrames).IsSuccess);
    }

    /// <summary>A page that stays costs its place, not the whole area.</summary>
    [Fact]
    public void AnotherPlaceIsTried()
    {
        var world = new World(KernelEras.C3);
        var pages = world.Machine.CreatePageArray("pages", 1);
        world.App.PinUserPages(world.Heap.Start, 1, FollFlags.Write, pages);
        Assert.Equal(new PfnRange(new Pfn(0x604), 3), world.Gpu.CmaAlloc(3).Value);
        Assert.Equal(new PfnRange(new Pfn(0x602), 2), world.Gpu.CmaAlloc(2).Value);
        Assert.Equal(Errno.EBUSY, world.Gpu.CmaAlloc(2).Errno);
        Assert.Equal(Errno.ENOMEM, world.Gpu.CmaAlloc(AreaFrames + 1).Errno);
    }

    [Fact]
    public void AFreedBufferIsLentAgain()
    {
        var world = new World(KernelEras.C3);
        var buffer = world.Gpu.CmaAlloc(AreaFrames).Value;
        Assert.Equal(Errno.ENOMEM, world.Gpu.CmaAlloc(1).Errno);
        world.Gpu.FreePages(buffer);
        Assert.Equal(buffer, world.Gpu.CmaAlloc(AreaFrames).Value);
    }

    /// <summary>A page in a file's cache moves as well, and the file knows where.</summary>
    [Fact]
    public void PagesOfFilesMove()
    {
        var machine = new Machine(KernelEras.C3, Small);
        var app = machine.CreateProcess("app");
        var area = app.Mmap(new MmapRequest(1) { Name = "film", Sharing = Sharing.Shared, Zone = Zone.Cma });
        app.Write(area.Start, "film");
        Assert.Equal(Zone.Cma, app.PageAt(area.Start)!.Zone);
        Assert.True(machine.AddDriver("gpu").CmaAlloc(AreaFrames).IsSuccess);
        Assert.Equal((Zone.Normal, "film"), (app.PageAt(area.Start)!.Zone, app.Read(area.Start)));
    }

    /// <summary>
    /// As an actor: a private copy in a raw mapping lies in lent memory. The fast path of a long pin leaves it to the slow one, which refuses
    /// raw mappings, so B2 falls back to a number as well, and the camera writes into the driver's buffer.
    /// </summary>
    [Theory]
    [InlineData("A", "camera driver: queue; gpu driver: allocate; camera driver: finish")]
    [InlineData("B2", "camera driver: queue; gpu driver: allocate; camera driver: finish")]
    [InlineData("C3", null)]
    public void TheDriverAsAnActor(string era, string? witness)
    {
        var scenario = new Scenario(
            world =>
            {
                var gpu = world.Machine.AddDriver("gpu");
                var window = world.Machine.AddDriver("window");
                var app = world.Machine.CreateProcess("app");
                var camera = world.Machine.AddDevice("camera");
                var frames = world.Machine.CreateFrameVector("frames", 1);
                var area = app.Mmap(new MmapRequest(1) { Name = "view", Sharing = Sharing.Private, Of = window, Zone = Zone.Cma });
                window.RemapPfnRange(area, window.AddDeviceMemory(1));
                app.Write(area.Start, "copy");
                world.Actor(
                    "camera driver",
                    ("queue", () => Start(app, area, frames, camera)),
                    ("finish", () => Finish(camera)));
                world.Actor("gpu driver", ("allocate", () => gpu.CmaAlloc(0x100)));
            });
        var exploration = InterleavingExplorer.Explore(scenario, KernelEras.All.First(known => known.Name == era));
        Assert.Equal(witness, exploration.Witness is { } found ? string.Join("; ", found.Steps) : null);
    }

    private static void Start(MemoryDescriptor app, VmArea area, FrameVector frames, Device camera)
    {
        if (app.GetVaddrFrames(area.Start, 1, frames).IsSuccess)
        {
            camera.StartDma(frames, "IMG");
        }
    }

    private static void Finish(Device camera)
    {
        if (camera.State == DeviceState.Running)
        {
            camera.CompleteDma();
        }
    }

    private sealed class World
    {
        public World(KernelEra era)
        {
            Machine = new Machine(era, Small);
            Gpu = Machine.AddDriver("gpu");
            App = Machine.CreateProcess("app");
            Heap = App.Mmap(new MmapRequest(1) { Name = "heap", Zone = Zone.Cma });
            App.Touch(Heap);
        }

        public Machine Machine { get; }

        public Driver Gpu { get; }

        public MemoryDescriptor App { get; }

        public VmArea Heap { get; }
    }
}
