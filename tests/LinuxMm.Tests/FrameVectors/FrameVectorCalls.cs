namespace LinuxMm.Tests.FrameVectors;

/// <summary>What the calls on a frame vector leave behind: flags, slots, a line in the trace, a line in the log.</summary>
public sealed class FrameVectorCalls
{
    [Theory]
    [InlineData("ToPages")]
    [InlineData("ToPfns")]
    [InlineData("Put")]
    [InlineData("Get")]
    public void ADestroyedVectorIsOfNoUse(string call)
    {
        var world = new World("nothing");
        world.Frames.Destroy();
        Assert.Equal("frames was destroyed.", Assert.Throws<InvalidOperationException>(() => world.Do(call)).Message);
        Assert.Equal("frames", world.Machine.CreateFrameVector("frames", 1).Name);
    }

    [Theory]
    [InlineData("nothing", "Get", "get_vaddr_frames")]
    [InlineData("pages", "ToPages", "frame_vector_to_pages")]
    [InlineData("pages", "ToPfns", "frame_vector_to_pfns")]
    [InlineData("pages", "Put", "put_vaddr_frames")]
    [InlineData("nothing", "Destroy", "frame_vector_destroy")]
    public void TheTraceEndsWithTheCall(string filledWith, string call, string function)
    {
        var world = new World(filledWith);
        world.Do(call);
        Assert.Equal(function, Assert.IsType<TraceEvent.Returned>(world.Machine.Trace[^1]).Function);
    }

    /// <summary>What is so already is not done again: nothing but the call itself is new in the trace.</summary>
    [Theory]
    [InlineData("pages", "ToPages")]
    [InlineData("numbers", "ToPfns")]
    [InlineData("nothing", "Put")]
    public void NothingIsDoneTwice(string filledWith, string call)
    {
        var world = new World(filledWith);
        var before = world.Machine.Trace.Count;
        world.Do(call);
        Assert.Equal(before + 1, world.Machine.Trace.Count);
    }

    [Theory]
    [InlineData("pages", "Put", false, false)]
    [InlineData("pages", "ToPfns Put", false, false)]
    [InlineData("numbers", "Put", false, true)]
    [InlineData("numbers", "ToPages Put", false, false)]
    public void FlagsAfterwards(string filledWith, string calls, bool gotRef, bool isPfns)
    {
        var world = new World(filledWith);
        Array.ForEach(calls.Split(' '), world.Do);
        Assert.Equal((0, gotRef, isPfns), (world.Frames.FrameCount, world.Frames.GotRef, world.Frames.IsPfns));
    }

    [Theory]
    [InlineData("pages", "ToPfns", SlotKind.Number, Promise.Pin)]
    [InlineData("pages", "ToPfns ToPages", SlotKind.PagePointer, Promise.Pin)]
    [InlineData("numbers", "ToPages", SlotKind.PagePointer, Promise.None)]
    [InlineData("pages", "ToPfns Put", SlotKind.PagePointer, Promise.None)]
    public void SlotsAfterwards(string filledWith, string calls, SlotKind kind, Promise promise)
    {
        var world = new World(filledWith);
        Array.ForEach(calls.Split(' '), world.Do);
        Assert.All([0, 1], i => Assert.Equal((kind, promise), (world.Frames.Slot(i).Kind, world.Frames.Slot(i).Promise)));
    }

    /// <summary>Page pointers where some frame has no page: nothing at all is converted.</summary>
    [Fact]
    public void ConvertsAllOrNothing()
    {
        var world = new World("window");
        world.Do("ToPages");
        Assert.Equal((SlotKind.Number, true), (world.Frames.Slot(0).Kind, world.Frames.IsPfns));
        Assert.Equal(Errno.EINVAL, world.Frames.ToPages().Errno);
    }

    [Theory]
    [InlineData(2, 2, "")]
    [InlineData(3, 2, "nr_frames > vec->nr_allocated in get_vaddr_frames")]
    [InlineData(0, 0, "")]
    public void AsksForNoMoreThanThereIsRoomFor(int frames, int expected, string warning)
    {
        var world = new World("nothing");
        Assert.Equal(expected, world.App.GetVaddrFrames(world.Heap.Start, frames, world.Frames).Value);
        Assert.Equal(warning, string.Concat(world.Machine.Warnings));
        Assert.Equal("frameCount", Assert.Throws<ArgumentOutOfRangeException>(() => new World("nothing").Ask(-1)).ParamName);
    }

    [Theory]
    [InlineData("pages", true)]
    [InlineData("numbers", false)]
    public void OneFlagSaysWhetherItIsPinned(string filledWith, bool isPinned)
    {
        var world = new World(filledWith);
        var one = OneFlagFrameVector.From(world.Frames)!;
        Assert.Equal(isPinned, one.IsPinned);
        Assert.Equal([world.Frames.Slot(0).Pfn!.Value, world.Frames.Slot(1).Pfn!.Value], one.Frames);
    }

    [Fact]
    public void OneFlagIsAskedOfAVector() => Assert.Throws<ArgumentNullException>(() => OneFlagFrameVector.From(null!));

    /// <summary>A slot that was counted and never written is released as if it named a page; one flag cannot say such a thing.</summary>
    [Fact]
    public void GarbageIsReleasedToo()
    {
        var world = new World("garbage");
        Assert.Equal((SlotKind.Uninitialised, FrameVectorState.PinnedPages), (world.Frames.Slot(0).Kind, world.Frames.State));
        Assert.Null(OneFlagFrameVector.From(world.Frames));
        world.Frames.PutVaddrFrames();
        Assert.Equal([new Hazard(HazardKind.GarbageSlot, null, "put_vaddr_frames", "", "")], world.Machine.Hazards);
    }

    private sealed class World
    {
        public World(string filledWith)
        {
            Machine = new Machine(KernelEras.B2 with { UserPages = KernelEras.B1.UserPages });
            var gpu = Machine.AddDriver("gpu");
            App = Machine.CreateProcess("app");
            Heap = App.Mmap(4, "heap");
            Frames = Machine.CreateFrameVector("frames", 2);
            var raw = App.Mmap(2, "raw", Sharing.Shared, of: gpu);
            if (filledWith == "garbage")
            {
                gpu.SetVmFlags(raw, VmFlags.MixedMap);
                gpu.VmfInsertPfn(raw, raw.Start, gpu.AddDeviceMemory(1).First);
                Assert.Equal(1, App.GetVaddrFrames(raw.Start, 1, Frames).Value);
            }
            else if (filledWith != "nothing")
            {
                gpu.RemapPfnRange(raw, filledWith == "window" ? gpu.AddDeviceMemory(2) : gpu.AllocPages(2));
                Assert.Equal(2, App.GetVaddrFrames(filledWith == "pages" ? Heap.Start : raw.Start, 2, Frames).Value);
            }
        }

        public Machine Machine { get; }

        public MemoryDescriptor App { get; }

        public VmArea Heap { get; }

        public FrameVector Frames { get; }

        public void Ask(int frames) => App.GetVaddrFrames(Heap.Start, frames, Frames);

        public void Do(string call)
        {
            switch (call)
            {
                case "ToPages": Frames.ToPages(); break;
                case "ToPfns": Frames.ToPfns(); break;
                case "Put": Frames.PutVaddrFrames(); break;
                case "Destroy": Frames.Destroy(); break;
                case "Get": Ask(1); break;
            }
        }
    }
}
