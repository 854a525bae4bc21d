namespace LinuxMm.Tests.RealKernels;

/// <summary>A camera streams into somebody else's mapping, under each of the rules that were put into the running kernels.</summary>
public sealed class HooksObserved
{
    public static TheoryData<string, string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string, string>();
        foreach (var row in Observation.Of("scenario").Where(row => row.Case.StartsWith("hook", StringComparison.Ordinal)))
        {
            rows.Add(row.Kernel, row.Boot, row.Case, row.Row.GetProperty("rule").GetString()!);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Predicts(string kernel, string boot, string scenario, string rule)
    {
        var row = Observation.Of("scenario").First(found => found.Kernel == kernel && found.Boot == boot && found.Case == scenario && found.Row.GetProperty("rule").GetString() == rule);
        var world = new ScenarioWorld(row, ObservedKernel.Era(kernel, rule));
        var owner = world.Machine.CreateQueue(world.Machine.AddDevice("owner"), new Vb2QueueOptions(Vb2Memops.DmaContig, world.SizeBytes));
        owner.Reqbufs(Vb2Memory.Mmap, 1);
        var vma = scenario switch
        {
            "hook_stream_into_readonly_mapping_of_bar" => Window(world, world.Machine.AddDriver("gpu"), Protection.Read),
            "hook_stream_into_vgem_mmap" => Vgem(world, kernel),
            _ => owner.Mmap(world.App, 0),
        };
        if (scenario == "hook_use_after_free_dmacontig")
        {
            UseAfterFree(world, owner, vma);
        }
        else
        {
            Stream(world, vma);
        }
    }

    private static void Stream(ScenarioWorld world, VmArea vma)
    {
        var frame = ScenarioWorld.Frames(vma)[0];
        var result = world.Queue.Qbuf(0, world.App, vma.Start, world.SizeBytes);
        world.Returned("qbuf", result);
        if (world.Has("ref_while_queued") && vma.Kind == MappedKind.Driver && world.Machine.Memory.OwnerOf(frame) == "owner driver")
        {
            world.Number("ref_while_queued", world.Machine.Memory.PfnToPage(frame).RefCount);
        }

        if (result.IsSuccess)
        {
            world.Stream();
        }

        var field = world.Has("changed_pages") ? "changed_pages" : "changed_pages_seen_through_rw_mapping";
        world.Number(field, ScenarioWorld.Changed(vma));
    }

    private static void UseAfterFree(ScenarioWorld world, Vb2Queue owner, VmArea vma)
    {
        var frames = ScenarioWorld.Frames(vma);
        world.Counts("buffer_pages", frames);
        var result = world.Queue.Qbuf(0, world.App, vma.Start, world.SizeBytes);
        world.Returned("qbuf", result);
        world.Counts("queued", frames);
        if (!result.IsSuccess)
        {
            return;
        }

        world.App.Munmap(vma);
        owner.Reqbufs(Vb2Memory.Mmap, 0);
        world.Counts("after_owner_freed", frames);
        world.Stream();
        Assert.Equal(frames.Count, world.Machine.Hazards.Count(hazard => hazard.Kind == HazardKind.DmaIntoFreedFrame));
    }

    private static VmArea Window(ScenarioWorld world, Driver driver, Protection protection)
    {
        var vma = world.App.Mmap(world.Pages, "window", Sharing.Shared, protection, driver);
        driver.RemapPfnRange(vma, driver.AddDeviceMemory(world.Pages));
        return vma;
    }

    private static VmArea Vgem(ScenarioWorld world, string kernel)
    {
        var driver = world.Machine.AddDriver("vgem");
        var frames = driver.AllocPages(world.Pages);
        var vma = world.App.Mmap(world.Pages, "vgem", Sharing.Shared, of: driver);
        if (kernel != "5.10")
        {
            driver.SetVmFlags(vma, VmFlags.PfnMap);
        }

        for (var i = 0; i < frames.Count; i++)
        {
            if (kernel == "5.10")
            {
                Assert.Equal(0, driver.VmInsertPage(vma, vma.Start.Page(i), frames[i]));
            }
            else
            {
                driver.VmfInsertPfn(vma, vma.Start.Page(i), frames[i]);
            }
        }

        return vma;
    }
}
