namespace LinuxMm.Tests.Outcomes;

/// <summary>Misuse of the library throws and names the rule; it never leaves a wrong state behind.</summary>
public sealed class Misuse
{
    private static readonly IReadOnlyDictionary<string, Action<World>> Mistakes = new Dictionary<string, Action<World>>
    {
        ["gpu cannot free pfn 4: it did not allocate it, or has freed it already."] = w => w.Gpu.FreePages(new PfnRange(w.App.PfnAt(w.Vma.Start)!.Value, 1)),
        ["gpu cannot free pfn 1: it did not allocate it, or has freed it already."] = w => Twice(() => w.Gpu.FreePages(w.Buffer)),
        ["pages still holds pages: unpin them first, or their pins leak."] = w => Twice(() => w.App.PinUserPages(w.Vma.Start, 1, FollFlags.Write, w.Pages)),
        ["pages holds no pages: they were unpinned already, or never pinned."] = w => w.Pages.UnpinUserPages(),
        ["frames still holds frames: call PutVaddrFrames first, or their references leak."] = w => Twice(() => w.App.GetVaddrFrames(w.Vma.Start, 1, w.Frames)),
        ["frames was destroyed."] = w => Twice(w.Frames.Destroy),
        ["frames holds no frames."] = w => w.Camera.StartDma(w.Frames, "IMG"),
        ["camera is not running: call StartDma first."] = w => w.Camera.CompleteDma(),
        ["camera is running: call CompleteDma or StopDma first."] = w => Twice(() => w.Camera.StartDma([w.Buffer[0]], "IMG")),
        ["app has exited."] = w => Twice(w.App.Exit),
        ["The machine already has something called gpu. (Parameter 'name')"] = w => w.Machine.CreateProcess("gpu"),
        ["heap is not a mapping of gpu: map it with 'of: gpu'. (Parameter 'vma')"] = w => w.Gpu.RemapPfnRange(w.Vma, w.Buffer),
        ["0x10010 is not page-aligned: a mapping begins at a page. (Parameter 'request')"] = w => w.App.Mmap(new MmapRequest(1) { At = new VirtualAddress(0x10010) }),
        ["pfn 0x900 has no struct page: ask PfnValid first. (Parameter 'pfn')"] = w => w.Machine.Memory.PfnToPage(w.Gpu.AddDeviceMemory(1).First),
        ["pfn 0xfffff is neither memory nor a device's window on this machine. (Parameter 'pfn')"] = w => w.Machine.Memory.ContentsOf(new Pfn(0xfffff)),
        ["frames belongs to another machine. (Parameter 'holder')"] = w => new World().App.GetVaddrFrames(w.Vma.Start, 1, w.Frames),
        ["follow_pfn does not exist in era C3: it was removed in 6.10."] = w => w.App.FollowPfn(w.Vma, w.Vma.Start),
        ["memfd_secret does not exist in era A: it came with 5.14."] = _ => new Machine(KernelEras.A).CreateFile("secret", MappedKind.Secret, 1),
        ["The call failed with -EFAULT; it has no value."] = w => _ = w.App.Read(new VirtualAddress(0x1000)).Value,
        ["pin_user_pages_locked does not exist in era C3: 5.8 to 5.17 have it."] = w => w.App.PinUserPagesLocked(w.Vma.Start, 1, FollFlags.None, w.Pages),
    };

    public static TheoryData<string> Messages() => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Messages))]
    public void ThrowsAndSaysWhy(string message)
    {
        var world = new World();
        var exception = Assert.ThrowsAny<SystemException>(() => Mistakes[message](world));
        Assert.True(exception is ArgumentException or InvalidOperationException);
        Assert.Equal(message, exception.Message);
        Assert.Equal(world.Machine.Snapshot(), MachineSnapshot.FromTrace(world.Machine.Trace));
    }

    [Fact]
    public void WhatTheKernelWouldStopAtIsItsOwnKind()
    {
        var world = new World();
        Assert.Equal(2, world.App.GetVaddrFrames(world.Vma.Start, 2, world.Frames));
        Assert.Equal("kernel BUG: vec->nr_frames > 0 in frame_vector_destroy", Assert.Throws<KernelBugException>(world.Frames.Destroy).Message);
    }

    private static void Twice(Action action)
    {
        action();
        action();
    }

    private sealed class World
    {
        public World()
        {
            Machine = new Machine(KernelEras.C3);
            Gpu = Machine.AddDriver("gpu");
            Camera = Machine.AddDevice("camera");
            App = Machine.CreateProcess("app");
            Buffer = Gpu.AllocPages(3);
            Vma = App.Mmap(2, "heap");
            App.Touch(Vma);
            Frames = Machine.CreateFrameVector("frames", 2);
            Pages = Machine.CreatePageArray("pages", 2);
        }

        public Machine Machine { get; }

        public Driver Gpu { get; }

        public Device Camera { get; }

        public MemoryDescriptor App { get; }

        public PfnRange Buffer { get; }

        public VmArea Vma { get; }

        public FrameVector Frames { get; }

        public PageArray Pages { get; }
    }
}
