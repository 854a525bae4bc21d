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
        ["heap is not a mapping of other. (Parameter 'vma')"] = w => w.Machine.CreateProcess("other").FollowPfn(w.Vma, w.Vma.Start),
        ["heap is not a mapping of other process. (Parameter 'vma')"] = w => w.Machine.CreateProcess("other process").Munmap(w.Vma),
        ["heap is not a mapping of third process. (Parameter 'vma')"] = w => w.Machine.CreateProcess("third process").Mremap(w.Vma, 3),
        ["heap is not a mapping of fourth process. (Parameter 'vma')"] = w => w.Machine.CreateProcess("fourth process").Touch(w.Vma),
        ["heap was unmapped. (Parameter 'vma')"] = w => Twice(() => w.App.Munmap(w.Vma)),
        ["pages belongs to another machine. (Parameter 'holder')"] = w => new World().App.PinUserPages(w.Vma.Start, 1, FollFlags.Write, w.Pages),
        ["gpu belongs to another machine. (Parameter 'request')"] = w => new World().App.Mmap(new MmapRequest(1) { Of = w.Gpu }),
        ["full belongs to another machine. (Parameter 'holder')"] = w => new World().Camera.StartDma(Filled(w), "IMG"),
        ["camera belongs to another machine. (Parameter 'device')"] = w => w.Machine.CreateQueue(new World().Camera, new Vb2QueueOptions(Vb2Memops.DmaSg, 1)),
        ["camera belongs to another machine. (Parameter 'request')"] = w => Vb2Memops.DmaSg.GetUserptr(new Vb2UserPointer(new World().Camera, w.App, w.Vma.Start, 1)),
        ["The buffer was given back already: its references are gone."] = w => PutTwice(w),
        ["gpu2 cannot export pfn 1: it is not its own. (Parameter 'frames')"] = w => w.Machine.AddDriver("gpu2").ExportDmaBuf("buffer", w.Buffer),
        ["buffer has no references left: it was put too often."] = w => Twice(w.Gpu.ExportDmaBuf("buffer", w.Buffer).Put),
        ["buffer was destroyed."] = w => AfterPut(w).Attach(w.Camera),
        ["shared is not mapped for camera: map an attachment of this device first."] = w => w.Camera.StartDma(w.Gpu.ExportDmaBuf("shared", w.Buffer).Attach(w.Camera), "IMG"),
        ["gpu cannot free pfn 6 alone: it is a part of the compound page at pfn 6."] = w => w.Gpu.FreePages(new PfnRange(w.Gpu.AllocCompound(1).First, 1)),
        ["mmap of heap answers -EACCES: call TryMmap to go on with the error."] = w => w.App.Mmap(new MmapRequest(1) { Name = "heap", IsReadOnlyDescriptor = true, Sharing = Sharing.Shared }),
        ["film is no memory file: File cannot be sealed."] = w => w.Machine.CreateFile("film", MappedKind.File, 1).SealFutureWrite(),
        ["link to buffer was detached: attach the device again."] = w => Detached(w).Map(),
        ["pfn 0xfffff is neither memory nor a device's window on this machine. (Parameter 'frames')"] = w => w.Camera.StartDma([w.Buffer[0], new Pfn(0xfffff)], "IMG"),
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

    /// <summary>Numbers that mean nothing, and names that say nothing.</summary>
    private static readonly IReadOnlyDictionary<string, Action<World>> Absurdities = new Dictionary<string, Action<World>>
    {
        ["no pages to map"] = w => w.App.Mmap(0),
        ["no name of a mapping"] = w => w.App.Mmap(1, ""),
        ["no name of a process"] = w => w.Machine.CreateProcess(null!),
        ["a blank name"] = w => w.Machine.AddDriver(" "),
        ["no frames in a vector"] = w => w.Machine.CreateFrameVector("none", 0),
        ["a vector beyond any allocation"] = w => w.Machine.CreateFrameVector("huge", int.MaxValue),
        ["an array beyond any allocation"] = w => w.Machine.CreatePageArray("huge", int.MaxValue),
        ["fewer than no frames"] = w => w.App.GetVaddrFrames(w.Vma.Start, -1, w.Frames),
        ["fewer than no pages to pin"] = w => w.App.PinUserPages(w.Vma.Start, -1, FollFlags.None, w.Pages),
        ["more pages than the array has room for"] = w => w.App.PinUserPages(w.Vma.Start, 3, FollFlags.None, w.Pages),
        ["fewer than no pages to protect"] = w => w.App.Mprotect(w.Vma.Start, -1, Protection.Read),
        ["fewer than no pages to drop"] = w => w.App.Madvise(w.Vma.Start, -1, Advice.DontNeed),
        ["fewer than no pages to lock"] = w => w.App.Mlock(w.Vma.Start, -1),
        ["no pages left of a mapping"] = w => w.App.Mremap(w.Vma, 0),
        ["no bytes to read"] = w => w.App.Read(w.Vma.Start, 0),
        ["bytes of the next page"] = w => w.App.Read(w.Vma.Start, VirtualAddress.PageSize + 1),
        ["no frames to free"] = w => w.Gpu.FreePages(default),
        ["no frames of a window"] = w => w.Gpu.AddDeviceMemory(0),
        ["a block of no order"] = w => w.Gpu.AllocBlock(-1),
        ["a block of too high an order"] = w => w.Gpu.AllocBlock(10),
        ["more memory than there is"] = w => w.Gpu.AllocPages(1 << 20),
        ["a file of no pages"] = w => w.Machine.CreateFile("film", MappedKind.File, 0),
        ["a file of no kind"] = w => w.Machine.CreateFile("film", MappedKind.Anonymous, 1),
        ["a hole of no pages"] = w => w.Machine.CreateFile("film", MappedKind.File, 1).PunchHole(0, 0),
        ["a file of fewer than no pages"] = w => w.Machine.CreateFile("film", MappedKind.File, 1).Truncate(-1),
        ["fewer than no bytes to queue"] = w => Vb2Memops.DmaSg.GetUserptr(new Vb2UserPointer(w.Camera, w.App, w.Vma.Start, -1)),
        ["fewer than no buffers"] = w => w.Machine.CreateQueue(w.Camera, new Vb2QueueOptions(Vb2Memops.DmaSg, 1)).Reqbufs(Vb2Memory.Mmap, -1),
        ["a charge given back that was not made"] = w => w.App.AccountLockedVm(-1),
        ["a machine of fewer than no frames"] = _ => GC.KeepAlive(new Machine(KernelEras.C3, new MachineOptions { CmaFrames = -1 })),
        ["nobody to notify"] = w => w.App.Register(null!),
        ["no era"] = _ => GC.KeepAlive(new Machine(null!)),
        ["no request"] = w => w.App.Mmap((MmapRequest)null!),
        ["no vector"] = w => w.App.GetVaddrFrames(w.Vma.Start, 1, null!),
        ["no array"] = w => w.App.PinUserPages(w.Vma.Start, 1, FollFlags.Write, null!),
        ["no mapping to follow"] = w => w.App.FollowPfnmapStart(null!, w.Vma.Start),
        ["no mapping to fill"] = w => w.Gpu.RemapPfnRange(null!, w.Buffer),
        ["no mapping to cut"] = w => w.App.BeginMunmap(null!),
        ["no text to write"] = w => w.App.Write(w.Vma.Start, null!),
        ["no buffer to give back"] = w => Vb2Memops.DmaSg.PutUserptr(null!),
        ["no process of a buffer"] = w => Vb2Memops.DmaSg.GetUserptr(new Vb2UserPointer(w.Camera, null!, w.Vma.Start, 1)),
        ["no table to map"] = w => w.Camera.MapSgTable(null!),
        ["no frames to export"] = w => w.Gpu.ExportDmaBuf("none", (IReadOnlyList<Pfn>)null!),
        ["a slot beyond the vector"] = w => w.Frames.Slot(2),
        ["a slot before the first"] = w => w.Pages.PageAt(-1),
        ["a buffer that the queue has not"] = w => w.Machine.CreateQueue(w.Camera, new Vb2QueueOptions(Vb2Memops.DmaSg, 1)).StateOf(0),
        ["a flag that is none"] = w => w.App.PinUserPages(w.Vma.Start, 1, (FollFlags)0x800, w.Pages),
        ["a protection that is none"] = w => w.App.Mmap(new MmapRequest(1) { Protection = (Protection)64 }),
        ["a zone without frames"] = w => w.App.Mmap(new MmapRequest(1) { Zone = Zone.Device }),
        ["a file before its beginning"] = w => w.App.Mmap(new MmapRequest(1) { PageOffset = -1 }),
        ["a frame that nobody has"] = w => w.Machine.Memory.OwnerOf(new Pfn(ulong.MaxValue)),
        ["a window as large as any"] = w => w.Gpu.AddReservedMemory(int.MaxValue),
        ["a claim on everything"] = w => w.Gpu.RequestMemRegion(new PfnRange(new Pfn(0x900), int.MaxValue)),
    };

    public static TheoryData<string> Absurd() => [.. Absurdities.Keys];

    [Theory]
    [MemberData(nameof(Absurd))]
    public void ThrowsOn(string what)
    {
        var world = new World();
        var exception = Assert.ThrowsAny<SystemException>(() => Absurdities[what](world));
        Assert.True(exception is ArgumentException or InvalidOperationException, $"{exception.GetType().Name}");
        Assert.Equal(world.Machine.Snapshot(), MachineSnapshot.FromTrace(world.Machine.Trace));
    }

    [Fact]
    public void WhatTheKernelWouldStopAtIsItsOwnKind()
    {
        var world = new World();
        Assert.Equal(2, world.App.GetVaddrFrames(world.Vma.Start, 2, world.Frames));
        Assert.Equal("kernel BUG: vec->nr_frames > 0 in frame_vector_destroy", Assert.Throws<KernelBugException>(world.Frames.Destroy).Message);
    }

    private static readonly IReadOnlyDictionary<string, Action<World>> Changes = new Dictionary<string, Action<World>>
    {
        ["fault"] = w => w.App.Touch(w.Vma.Start.Page(3)),
        ["pin with a fault behind resident pages"] = w => w.App.PinUserPagesFast(w.Vma.Start, 4, FollFlags.Write | FollFlags.Longterm, w.Pages),
        ["slow pin with a fault behind resident pages"] = w => w.App.GetUserPages(w.Vma.Start, 4, FollFlags.Write, w.Pages),
        ["fork"] = w => w.App.Fork("child"),
        ["mprotect"] = w => w.App.Mprotect(w.Vma.Start, 1, Protection.Read),
        ["munmap"] = w => w.App.Munmap(w.Vma),
        ["mremap"] = w => w.App.Mremap(w.Vma, 1),
        ["madvise"] = w => w.App.Madvise(w.Vma.Start, 1, Advice.DontNeed),
        ["migration"] = w => w.Machine.MigratePage(w.App.PfnAt(w.Vma.Start)!.Value, Zone.Movable),
        ["exit"] = w => w.App.Exit(),
    };

    public static TheoryData<string> Changing() => [.. Changes.Keys];

    /// <summary>While a walk holds the lock of an entry nobody waits here: the call that would is refused as a whole.</summary>
    [Theory]
    [MemberData(nameof(Changing))]
    public void ALockedEntryRefusesTheWholeCall(string change)
    {
        var world = new World(pages: 4);
        var screen = world.App.Mmap(1, "screen", Sharing.Shared, of: world.Gpu);
        world.Gpu.RemapPfnRange(screen, world.Gpu.AddDeviceMemory(1));
        var before = world.Machine.Snapshot();
        using (world.App.FollowPfnmapStart(screen, screen.Start).Value)
        {
            Assert.StartsWith("An entry of app is locked", Assert.Throws<InvalidOperationException>(() => Changes[change](world)).Message, StringComparison.Ordinal);
        }

        var after = world.Machine.Snapshot();
        Assert.Equal(before.Frames, after.Frames);
        Assert.Equal(before.Processes.Count, after.Processes.Count);
        Assert.Equal(after, MachineSnapshot.FromTrace(world.Machine.Trace));
        world.App.Touch(world.Vma.Start.Page(3));
        world.App.Exit();
    }

    /// <summary>What a stranger may pass and a kernel answers: an errno, and nothing changed.</summary>
    [Fact]
    public void WhatTheKernelAnswersIsAnErrno()
    {
        var world = new World();
        var before = world.Machine.Snapshot();
        Assert.Equal(Errno.EINVAL, world.App.Madvise(world.Vma.Start, 1, (Advice)99));
        Assert.Equal(Errno.EINVAL, world.App.Madvise(new VirtualAddress(ulong.MaxValue).PageStart, 2, Advice.DontNeed));
        Assert.Equal(Errno.EOVERFLOW, world.App.TryMmap(new MmapRequest(2) { PageOffset = long.MaxValue, Of = world.Gpu }));
        Assert.Equal(Errno.EFAULT, world.App.GetUserPages(new VirtualAddress(ulong.MaxValue), 2, FollFlags.Write, world.Pages));
        Assert.Equal(before, world.Machine.Snapshot());
        Assert.Equal(Errno.EINVAL, world.App.GetUserPages(world.Vma.Start, 1, FollFlags.Longterm, world.Pages)); // mm/gup.c, is_valid_gup_args, v6.12.117
        Assert.Equal(Errno.ENOMEM, Vb2Memops.CreateFramevec(new Vb2UserPointer(world.Camera, world.App, world.Vma.Start, 1L << 40)).Errno); // frame_vector.c, frame_vector_create
        Assert.Equal(2, world.App.GetUserPages(world.Vma.Start, 2, FollFlags.Get | FollFlags.Write, world.Pages)); // mm/gup.c, get_user_pages_fast(FOLL_GET may be set)
    }

    private static PageArray Filled(World world)
    {
        var pages = world.Machine.CreatePageArray("full", 1);
        world.App.PinUserPages(world.Vma.Start, 1, FollFlags.Write, pages);
        return pages;
    }

    private static DmaBuf AfterPut(World world)
    {
        var buffer = world.Gpu.ExportDmaBuf("buffer", world.Buffer);
        buffer.Put();
        return buffer;
    }

    private static DmaBufAttachment Detached(World world)
    {
        var attachment = world.Gpu.ExportDmaBuf("buffer", world.Buffer).Attach(world.Camera);
        attachment.Detach();
        return attachment;
    }

    private static void PutTwice(World world)
    {
        var buffer = Vb2Memops.DmaSg.GetUserptr(new Vb2UserPointer(world.Camera, world.App, world.Vma.Start, 1)).Value;
        Twice(() => Vb2Memops.DmaSg.PutUserptr(buffer));
    }

    private static void Twice(Action action)
    {
        action();
        action();
    }

    private sealed class World
    {
        public World(int pages = 2)
        {
            Machine = new Machine(KernelEras.C3);
            Gpu = Machine.AddDriver("gpu");
            Camera = Machine.AddDevice("camera");
            App = Machine.CreateProcess("app");
            Buffer = Gpu.AllocPages(3);
            Vma = App.Mmap(pages, "heap");
            App.Touch(Vma.Start);
            App.Touch(Vma.Start.Page(1));
            Frames = Machine.CreateFrameVector("frames", 2);
            Pages = Machine.CreatePageArray("pages", pages);
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
