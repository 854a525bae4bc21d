namespace LinuxMm;

/// <summary>The bug class of the thread, each member as a scenario of a few calls.</summary>
[ModelOnly("The kernel's schedules are chosen by hardware; here they are all tried.")]
public static class KnownRaces
{
    /// <summary>A driver frees memory while a camera has only the frame numbers of it.</summary>
    public static KnownRace FreeAfterFollowPfn { get; } = new("free after follow_pfn", "message of 6647e76ab623", new Scenario(world =>
    {
        var gpu = world.Machine.AddDriver("gpu");
        var buffer = gpu.AllocPages(1);
        var camera = CameraUser.OfDriver(world, gpu, buffer);
        world.Actor("camera driver", ("queue", camera.Queue), ("finish", camera.Finish));
        world.Actor("process", ("unmap", camera.Unmap));
        world.Actor("gpu driver", ("zap", gpu.UnmapMappingRange), ("free", () => gpu.FreePages(buffer)));
    }));

    /// <summary>A driver moves a buffer within the memory of its card: nothing there counts references.</summary>
    public static KnownRace MoveOfDeviceMemory { get; } = new("move of device memory", "Daniel Vetter, 10 May 2021", new Scenario(world =>
    {
        var gpu = world.Machine.AddDriver("gpu");
        var window = gpu.AddDeviceMemory(1);
        var camera = CameraUser.OfDriver(world, gpu, window);
        world.Actor("camera driver", ("queue", camera.Queue), ("finish", camera.Finish));
        world.Actor("gpu driver", ("zap", gpu.UnmapMappingRange), ("reuse", () => gpu.ReuseDeviceMemory(window, "another buffer")));
    }));

    /// <summary>A file of shared memory is cut while a camera writes to its page.</summary>
    public static KnownRace TruncationOfSharedMemory { get; } = new("truncation of shared memory", "core-api/pin_user_pages.rst", Truncation(MappedKind.Shmem));

    /// <summary>The same for a file system that wants to know who writes.</summary>
    public static KnownRace TruncationOfAFile { get; } = new("truncation of a file", "8ac268436e6d", Truncation(MappedKind.File));

    /// <summary>A process forks and writes while a camera writes to its page.</summary>
    public static KnownRace ForkAndWrite { get; } = new("fork and write", "CVE-2020-29374 and what followed", new Scenario(world =>
    {
        var camera = CameraUser.OfMemory(world);
        camera.App.Touch(camera.Vma);
        world.Actor("camera driver", ("queue", camera.Queue), ("finish", camera.Finish));
        world.Actor("process", ("fork", () => camera.App.Fork("child")), ("write", () => camera.App.Write(camera.Vma.Start, "W")));
    }));

    /// <summary>A private copy of a page of device memory moves while a camera has its number.</summary>
    public static KnownRace MigrationOfACopiedPage { get; } = new("migration of a copied page", "mm/migrate.c, migrate_page_move_mapping", new Scenario(world =>
    {
        var gpu = world.Machine.AddDriver("gpu");
        var camera = CameraUser.OfDriver(world, gpu, gpu.AddDeviceMemory(1), sharing: Sharing.Private);
        camera.App.Touch(camera.Vma);
        world.Actor("camera driver", ("queue", camera.Queue), ("finish", camera.Finish));
        world.Actor("compaction", ("move", camera.Migrate));
    }));

    /// <summary>An ordinary page moves while a camera writes to it.</summary>
    public static KnownRace MigrationOfAPinnedPage { get; } = new("migration of a pinned page", "mm/migrate.c, migrate_page_move_mapping", new Scenario(world =>
    {
        var camera = CameraUser.OfMemory(world);
        camera.App.Touch(camera.Vma);
        world.Actor("camera driver", ("queue", camera.Queue), ("finish", camera.Finish));
        world.Actor("compaction", ("move", camera.Migrate));
    }));

    /// <summary>A camera is given a mapping that its owner may only read.</summary>
    public static KnownRace WriteToAReadOnlyMapping { get; } = new("write to a read-only mapping", "Jason Gunthorpe, 10 May 2021; bd2fae8da794", new Scenario(world =>
    {
        var gpu = world.Machine.AddDriver("gpu");
        var camera = CameraUser.OfDriver(world, gpu, gpu.AddDeviceMemory(1), Protection.Read);
        world.Actor("camera driver", ("queue", camera.Queue), ("finish", camera.Finish));
    }));

    /// <summary>A camera is given a mixed mapping with an entry behind which there is no page.</summary>
    public static KnownRace GarbageSlot { get; } = new("garbage slot", "7196040e19ad", new Scenario(world =>
    {
        var gpu = world.Machine.AddDriver("gpu");
        var camera = CameraUser.OfObject(world, gpu);
        gpu.SetVmFlags(camera.Vma, VmFlags.MixedMap);
        gpu.VmfInsertPfn(camera.Vma, camera.Vma.Start, gpu.AddDeviceMemory(1).First);
        world.Actor("camera driver", ("queue", camera.Queue), ("finish", camera.Finish));
    }));

    /// <summary>A driver releases what its device is still writing to.</summary>
    public static KnownRace ReleaseBeforeTheEndOfDma { get; } = new("release before the end of DMA", "core-api/pin_user_pages.rst", new Scenario(world =>
    {
        var camera = CameraUser.OfMemory(world);
        world.Actor("camera driver", ("queue", camera.Queue), ("release", camera.Release));
        world.Actor("camera", ("finish", camera.Finish));
    }));

    /// <summary>A process unmaps device memory, its driver frees it, and a thread on another processor writes.</summary>
    public static KnownRace StaleTranslation { get; } = new("stale translation", "CVE-2022-39188; b67fbebd4cf9", new Scenario(world =>
    {
        var gpu = world.Machine.AddDriver("gpu");
        var buffer = gpu.AllocPages(1);
        var app = world.Machine.CreateProcess("app");
        var cpu = world.Machine.AddCpu("cpu 1");
        var vma = app.Mmap(1, "buffer", Sharing.Shared, of: gpu);
        gpu.RemapPfnRange(vma, buffer);
        cpu.Write(app, vma.Start, "A");
        MmuGather? gather = null;
        world.Actor("process", ("unmap", () => gather = app.BeginMunmap(vma)), ("flush", () => gather!.Finish()));
        world.Actor("gpu driver", ("zap", gpu.UnmapMappingRange), ("free", () => gpu.FreePages(buffer)));
        world.Actor("cpu 1", ("write", () => cpu.Write(app, vma.Start, "B")));
    }));

    /// <summary>A driver looks up a frame under the lock and uses its number after it.</summary>
    public static KnownRace NumberKeptAfterTheLock { get; } = new("number kept after the lock", "Jason Gunthorpe, 10 May 2021, on VFIO", FollowingPageTables(hasNotifier: false));

    /// <summary>The same by a driver that is told when entries go away.</summary>
    public static KnownRace NumberKeptWithANotifier { get; } = new("number kept with a notifier", "mm/mmu_notifier.c", FollowingPageTables(hasNotifier: true));

    /// <summary>All of them, in the order of the explanation.</summary>
    public static SnapshotList<KnownRace> All { get; } =
    [
        FreeAfterFollowPfn, MoveOfDeviceMemory, TruncationOfSharedMemory, TruncationOfAFile, ForkAndWrite, MigrationOfACopiedPage, MigrationOfAPinnedPage,
        WriteToAReadOnlyMapping, GarbageSlot, ReleaseBeforeTheEndOfDma, StaleTranslation, NumberKeptAfterTheLock, NumberKeptWithANotifier,
    ];

    private static Scenario Truncation(MappedKind kind) => new(world =>
    {
        var file = world.Machine.CreateFile("film", kind, 1);
        var camera = CameraUser.OfObject(world, file);
        camera.App.Touch(camera.Vma);
        world.Actor("camera driver", ("queue", camera.Queue), ("finish", camera.Finish));
        world.Actor("process", ("truncate", () => file.Truncate(0)));
    });

    private static Scenario FollowingPageTables(bool hasNotifier) => new(world =>
    {
        var gpu = world.Machine.AddDriver("gpu");
        var buffer = gpu.AllocPages(1);
        var app = world.Machine.CreateProcess("app");
        var guest = world.Machine.AddDevice("guest");
        var vma = app.Mmap(1, "buffer", Sharing.Shared, of: gpu);
        gpu.RemapPfnRange(vma, buffer);
        if (hasNotifier)
        {
            app.Register(new MmuNotifier("kvm") { InvalidateRange = _ => WhenRunning(guest, guest.StopDma) });
        }

        world.Actor("guest", ("look up", () => LookUpAndStart(app, vma, guest)), ("write", () => WhenRunning(guest, guest.CompleteDma)));
        world.Actor("gpu driver", ("zap", gpu.UnmapMappingRange), ("free", () => gpu.FreePages(buffer)));
    });

    private static void LookUpAndStart(MemoryDescriptor app, VmArea vma, Device guest)
    {
        var found = app.FollowPfnmapStart(vma, vma.Start);
        if (found.IsSuccess)
        {
            using var entry = found.Value;
            guest.StartDma([entry.Pfn], "IMG");
        }
    }

    private static void WhenRunning(Device device, Action then)
    {
        if (device.State == DeviceState.Running)
        {
            then();
        }
    }
}
