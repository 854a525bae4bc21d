namespace LinuxMm.Tests.Checking;

/// <summary>The bug class of the thread: found by trying all schedules, in the eras where it exists and not in the others.</summary>
public sealed class Interleavings
{
    private static readonly string[] AllowingNumbers = ["A0", "A", "B1", "B2", "L-literal", "R-lax"];

    public static TheoryData<string> EraNames() => [.. KernelEras.All.Select(era => era.Name)];

    /// <summary>The owner frees while the device has only numbers: use after free by DMA.</summary>
    [Theory]
    [MemberData(nameof(EraNames))]
    public void FreeAfterFollowPfn(string era)
    {
        var exploration = Explore(era, BufferOfTheGpu);
        Assert.Equal(AllowingNumbers.Contains(era) ? HazardKind.DmaIntoFreedFrame : null, exploration.Witness?.Hazard.Kind);
    }

    /// <summary>The owner of device memory moves a buffer: nothing that counts references could stop it.</summary>
    [Theory]
    [MemberData(nameof(EraNames))]
    public void MoveOfDeviceMemory(string era)
    {
        var exploration = Explore(era, world =>
        {
            var gpu = world.Machine.AddDriver("gpu");
            var window = gpu.AddDeviceMemory(1);
            var user = new User(world, gpu, window);
            world.Actor("camera driver", ("queue", user.Queue), ("finish", user.Finish));
            world.Actor("gpu driver", ("unmap", gpu.UnmapMappingRange), ("reuse", () => gpu.ReuseDeviceMemory(window, "another buffer")));
        });
        string[] allowing = [.. AllowingNumbers, "L-strict"];
        Assert.Equal(allowing.Contains(era) ? HazardKind.DmaIntoFreedFrame : null, exploration.Witness?.Hazard.Kind);
    }

    /// <summary>Ordinary memory is pinned, so that nothing the process does can hurt.</summary>
    [Theory]
    [MemberData(nameof(EraNames))]
    public void OrdinaryMemoryIsSafe(string era)
    {
        var exploration = Explore(era, world =>
        {
            var user = new User(world);
            var other = world.Machine.CreateProcess("other");
            world.Actor("camera driver", ("queue", user.Queue), ("finish", user.Finish), ("release", user.Release));
            world.Actor("process", ("unmap", () => user.App.Munmap(user.Vma)), ("somebody maps", () => other.Touch(other.Mmap(1))));
        });
        Assert.Null(exploration.Witness);
        Assert.Equal(10, exploration.Schedules);
        Assert.Equal(exploration.Schedules, exploration.Explored);
    }

    /// <summary>Fork and copy on write: with plain references the device may end up with the child's page.</summary>
    [Theory]
    [MemberData(nameof(EraNames))]
    public void ForkAndWrite(string era)
    {
        var exploration = Explore(era, world =>
        {
            var user = new User(world);
            user.App.Touch(user.Vma);
            world.Actor("camera driver", ("queue", user.Queue), ("finish", user.Finish));
            world.Actor("process", ("fork", () => user.App.Fork("child")), ("write", () => user.App.Write(user.Vma.Start, "W")));
        });

        // 5.8 to 5.18 pin, but look at pins only when the process had pinned before the fork.
        Assert.Equal(era == "A0" ? HazardKind.DmaIntoForeignFrame : null, exploration.Witness?.Hazard.Kind);
    }

    /// <summary>Compaction moves an unpinned page away from under a number.</summary>
    [Fact]
    public void MigrationOfAnUnpinnedPage()
    {
        var exploration = Explore("B2", world =>
        {
            var app = world.Machine.CreateProcess("app");
            var camera = world.Machine.AddDevice("camera");
            var vma = app.Mmap(1);
            var pfn = app.Touch(vma.Start).Value;
            world.Actor("driver", ("look up and start", () => camera.StartDma([app.PfnAt(vma.Start)!.Value], "IMG")), ("finish", camera.CompleteDma));
            world.Actor("compaction", ("move", () => world.Machine.MigratePage(pfn)));
        });
        Assert.Equal(HazardKind.DmaIntoFreedFrame, exploration.Witness?.Hazard.Kind);
        Assert.Equal(["driver: look up and start", "compaction: move", "driver: finish"], exploration.Witness!.Steps.Select(step => $"{step}"));
    }

    /// <summary>The same page, pinned, stays.</summary>
    [Fact]
    public void MigrationOfAPinnedPageIsRefused()
    {
        var exploration = Explore("B2", world =>
        {
            var user = new User(world);
            var pfn = user.App.Touch(user.Vma.Start).Value;
            world.Actor("camera driver", ("queue", user.Queue), ("finish", user.Finish));
            world.Actor("compaction", ("move", () => MoveUnlessFree(world.Machine, pfn)));
        });
        Assert.Null(exploration.Witness);
    }

    /// <summary>Truncation cuts a pinned page off its file: no corruption, the data is lost.</summary>
    [Fact]
    public void TruncationOfAPinnedPage()
    {
        var exploration = Explore("C3", world =>
        {
            var file = world.Machine.CreateFile("film", MappedKind.Shmem, 1);
            var user = new User(world, file);
            user.App.Touch(user.Vma);
            world.Actor("camera driver", ("queue", user.Queue), ("finish", user.Finish));
            world.Actor("process", ("truncate", () => file.Truncate(0)));
        });
        Assert.Equal(HazardKind.DmaIntoTruncatedPage, exploration.Witness?.Hazard.Kind);
    }

    /// <summary>follow_pfn never asks for write permission.</summary>
    [Theory]
    [MemberData(nameof(EraNames))]
    public void WriteToAReadOnlyMapping(string era)
    {
        var exploration = Explore(era, world =>
        {
            var gpu = world.Machine.AddDriver("gpu");
            var user = new User(world, gpu, gpu.AddDeviceMemory(1), Protection.Read);
            world.Actor("camera driver", ("queue", user.Queue), ("finish", user.Finish));
        });
        string[] allowing = [.. AllowingNumbers, "L-strict"];
        Assert.Equal(allowing.Contains(era) ? HazardKind.DmaThroughReadOnlyMapping : null, exploration.Witness?.Hazard.Kind);
    }

    /// <summary>Special entries without a page: before 5.18 their slots are counted and never written.</summary>
    [Theory]
    [MemberData(nameof(EraNames))]
    public void GarbageSlot(string era)
    {
        var exploration = Explore(era, world =>
        {
            var gpu = world.Machine.AddDriver("gpu");
            var user = new User(world, gpu);
            gpu.SetVmFlags(user.Vma, VmFlags.MixedMap);
            gpu.VmfInsertPfn(user.Vma, user.Vma.Start, gpu.AddDeviceMemory(1).First);
            world.Actor("camera driver", ("queue", user.Queue), ("finish", user.Finish));
        });
        string[] leaving = ["A", "B1", "L-literal", "L-strict", "R-lax", "R-strict"];
        Assert.Equal(leaving.Contains(era) ? HazardKind.GarbageSlot : null, exploration.Witness?.Hazard.Kind);
    }

    /// <summary>A driver that releases before its device has finished.</summary>
    [Fact]
    public void ReleaseBeforeTheEndOfDma()
    {
        var exploration = Explore("C3", world =>
        {
            var user = new User(world);
            world.Actor("camera driver", ("queue", user.Queue), ("release", user.Release));
            world.Actor("camera", ("finish", user.Finish));
        });
        Assert.Equal(HazardKind.DmaAfterRelease, exploration.Witness?.Hazard.Kind);
    }

    /// <summary>A notifier stops the device in time; the same without one does not.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void FollowingPageTablesNeedsANotifier(bool hasNotifier)
    {
        var exploration = Explore("C3", world =>
        {
            var gpu = world.Machine.AddDriver("gpu");
            var buffer = gpu.AllocPages(1);
            var app = world.Machine.CreateProcess("app");
            var guest = world.Machine.AddDevice("guest");
            var vma = app.Mmap(1, "buffer", Sharing.Shared, of: gpu);
            gpu.RemapPfnRange(vma, buffer);
            if (hasNotifier)
            {
                app.Register(new MmuNotifier("kvm") { InvalidateRange = _ => StopIfRunning(guest) });
            }

            world.Actor("guest", ("fault", () => LookUpAndStart(app, vma, guest)), ("write", () => FinishIfRunning(guest)));
            world.Actor("gpu driver", ("unmap", gpu.UnmapMappingRange), ("free", () => gpu.FreePages(buffer)));
        });
        Assert.Equal(hasNotifier ? null : HazardKind.DmaIntoFreedFrame, exploration.Witness?.Hazard.Kind);
    }

    [Fact]
    public void TheWitnessIsTheShortestAndHasNoNeedlessStep()
    {
        var witness = Explore("B2", BufferOfTheGpu).Witness!;
        Assert.Equal(["camera driver: queue", "gpu driver: free", "camera driver: finish"], witness.Steps.Select(step => $"{step}"));
        Assert.Equal("camera wrote into pfn 1, which belonged to gpu when the device was told, and is free now.", witness.Hazard.Sentence);
        Assert.Equal(witness.Machine.Snapshot(), MachineSnapshot.FromTrace(witness.Machine.Trace));
    }

    [Theory]
    [InlineData(new[] { 8, 8 }, 12870)]
    [InlineData(new[] { 2, 2, 2 }, 90)]
    [InlineData(new[] { 3 }, 1)]
    public void CountsSchedules(int[] lengths, long expected)
    {
        var scenario = new Scenario(world =>
        {
            for (var actor = 0; actor < lengths.Length; actor++)
            {
                world.Actor($"actor {actor}", [.. Enumerable.Repeat<(string, Action)>(("nothing", () => { }), lengths[actor])]);
            }
        });
        Assert.Equal(new Exploration(expected, expected, 0, null), InterleavingExplorer.Explore(scenario, KernelEras.A));
    }

    private static void BufferOfTheGpu(ScenarioBuilder world)
    {
        var gpu = world.Machine.AddDriver("gpu");
        var buffer = gpu.AllocPages(1);
        var user = new User(world, gpu, buffer);
        world.Actor("camera driver", ("queue", user.Queue), ("finish", user.Finish));
        world.Actor("process", ("unmap", () => user.App.Munmap(user.Vma)));
        world.Actor("gpu driver", ("free", () => gpu.FreePages(buffer)));
    }

    private static Exploration Explore(string era, Action<ScenarioBuilder> setUp) =>
        InterleavingExplorer.Explore(new Scenario(setUp), KernelEras.All.First(known => known.Name == era));

    private static void MoveUnlessFree(Machine machine, Pfn pfn)
    {
        if (!machine.Memory.PfnToPage(pfn).IsFree)
        {
            machine.MigratePage(pfn);
        }
    }

    private static void LookUpAndStart(MemoryDescriptor app, VmArea vma, Device guest)
    {
        var found = app.FollowPfnmapStart(vma, vma.Start);
        if (found.IsSuccess)
        {
            using var entry = found.Value;
            guest.StartDma([entry.Pfn], "G");
        }
    }

    private static void StopIfRunning(Device device)
    {
        if (device.State == DeviceState.Running)
        {
            device.StopDma();
        }
    }

    private static void FinishIfRunning(Device device)
    {
        if (device.State == DeviceState.Running)
        {
            device.CompleteDma();
        }
    }

    /// <summary>A process with one page, and a camera that is told of it through a frame vector.</summary>
    private sealed class User
    {
        private readonly Device _camera;
        private readonly FrameVector _frames;

        public User(ScenarioBuilder world, MappedObject? of = null)
        {
            App = world.Machine.CreateProcess("app");
            _camera = world.Machine.AddDevice("camera");
            _frames = world.Machine.CreateFrameVector("frames", 1);
            Vma = App.Mmap(1, "buffer", of is null ? Sharing.Private : Sharing.Shared, of: of);
        }

        public User(ScenarioBuilder world, Driver driver, PfnRange frames, Protection protection = Protection.ReadWrite)
        {
            App = world.Machine.CreateProcess("app");
            _camera = world.Machine.AddDevice("camera");
            _frames = world.Machine.CreateFrameVector("frames", 1);
            Vma = App.Mmap(1, "buffer", Sharing.Shared, protection, driver);
            driver.RemapPfnRange(Vma, frames);
        }

        public MemoryDescriptor App { get; }

        public VmArea Vma { get; }

        public void Queue()
        {
            if (App.GetVaddrFrames(Vma.Start, 1, _frames).IsSuccess)
            {
                _frames.ToPages();
                _camera.StartDma(_frames, "IMG");
            }
        }

        public void Finish() => FinishIfRunning(_camera);

        public void Release()
        {
            if (_frames.FrameCount > 0)
            {
                _frames.PutVaddrFrames();
            }
        }
    }
}
