namespace LinuxMm.Figures.Tests;

/// <summary>Schedules, as the explorer finds them.</summary>
internal static class StoriesOfSchedules
{
    public static InterleavingSequence FreeAfterFollowPfn() => new("Free after follow_pfn()", KnownRaces.FreeAfterFollowPfn.Explore(KernelEras.B2).Witness!);

    public static InterleavingSequence StaleTranslation() => new("A stale translation", KnownRaces.StaleTranslation.Explore(KernelEras.A).Witness!);

    public static InterleavingSequence Migration() => new("A pinned page stays", KnownRaces.MigrationOfAPinnedPage.Explore(KernelEras.C3).Classes[0]);

    public static InterleavingSequence Fork() => new("Fork and write", KnownRaces.ForkAndWrite.Explore(KernelEras.A0).Witness!);

    /// <summary>No actors at all.</summary>
    public static InterleavingSequence Nothing() => new("Nothing happens", InterleavingExplorer.Explore(new Scenario(_ => { }), KernelEras.B2).Classes[0]);

    /// <summary>More actors than columns, more steps than rows, and names that are hard to draw.</summary>
    public static InterleavingSequence ManyActorsAndSteps()
    {
        var scenario = new Scenario(world =>
        {
            var camera = world.Machine.AddDevice("الكاميرا");
            var first = world.Machine.AddDriver("gpu").AllocPages(1).First;
            for (var i = 0; i < 7; i++)
            {
                world.Actor(i == 0 ? "a driver with quite a long name that does not end" : $"📷 {i}", ("start", () => StartIfIdle(camera, first)), ("finish the transfer that was begun long ago", () => { }));
            }

            world.Actor("last", ("wait", () => { }));
        });
        return new("Many <actors> & \"steps\"", InterleavingExplorer.Explore(scenario, KernelEras.B2).Classes[0]);
    }

    /// <summary>Four ways to end, one of them a BUG, and more steps than a panel has lines.</summary>
    public static ScheduleMultiples SeveralEndings()
    {
        var scenario = new Scenario(world =>
        {
            var gpu = world.Machine.AddDriver("gpu");
            var camera = world.Machine.AddDevice("camera");
            var app = world.Machine.CreateProcess("app");
            var frames = world.Machine.CreatePageArray("pages", 1);
            var vma = app.Mmap(1);
            var window = app.Mmap(1, "buffer", Sharing.Shared, of: gpu);
            world.Actor("driver", ("pin", () => app.PinUserPagesFast(vma.Start, 1, FollFlags.Write, frames)), ("start", () => camera.StartDma(frames, "IMG")), ("release", frames.UnpinUserPages));
            world.Actor("camera", ("finish", () => FinishIfRunning(camera)));
            world.Actor("gpu driver", ("insert", () => gpu.VmfInsertPfn(window, window.Start, gpu.AllocPages(1).First)));
            world.Actor("gpu driver's mmap", ("set the flags", () => gpu.SetVmFlags(window, VmFlags.MixedMap)));
            world.Actor("idle", [.. Enumerable.Range(0, 8).Select(i => ($"wait {i}", (Action)(() => { })))]);
        });
        return new("Several endings", InterleavingExplorer.Explore(scenario, KernelEras.C3));
    }

    public static ScheduleMultiples MultiplesOfNothing() => new("Nothing", InterleavingExplorer.Explore(new Scenario(_ => { }), KernelEras.B2));

    private static void FinishIfRunning(Device camera)
    {
        if (camera.State == DeviceState.Running)
        {
            camera.CompleteDma();
        }
    }

    private static void StartIfIdle(Device camera, Pfn pfn)
    {
        if (camera.State != DeviceState.Running)
        {
            camera.StartDma([pfn], "IMG");
        }
    }
}
