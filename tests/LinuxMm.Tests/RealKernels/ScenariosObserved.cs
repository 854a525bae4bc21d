namespace LinuxMm.Tests.RealKernels;

/// <summary>What happens to a buffer while it is queued: the memory part of the recorded scenarios.</summary>
public sealed partial class ScenariosObserved
{
    private static readonly IReadOnlyDictionary<string, Action<Observation>> Scripts = new Dictionary<string, Action<Observation>>
    {
        ["munmap_while_queued_shm"] = MunmapShared,
        ["munmap_while_queued_anon"] = MunmapAnonymous,
        ["remap_same_address_then_requeue"] = RemapAndRequeue,
        ["fork_after_qbuf"] = ForkAfter,
        ["fork_before_qbuf"] = ForkBefore,
        ["madvise_dontneed_while_queued"] = DontNeed,
        ["mremap_while_queued"] = Mremap,
        ["owner_exits_while_queued"] = OwnerExits,
        ["requeue_with_other_pointer"] = OtherPointer,
        ["same_pointer_in_two_buffers"] = SamePointerTwice,
        ["close_without_reqbufs0"] = Close,
        ["movable_zone_migration"] = Migration,
        ["pageout_while_queued_shm"] = PageOut,
        ["exhaust_pins_same_page"] = ManyPins,
        ["memlock_limit_unprivileged"] = NoLockedMemory,
        ["memlock_limit_64k_unprivileged"] = LittleLockedMemory,
        ["dmabuf_dmacontig_to_vmalloc"] = ImportContiguous,
        ["dmabuf_vgem_to_vmalloc"] = ImportPagesOfAFile,
        ["dmabuf_vgem_to_dmacontig"] = ImportScattered,
        ["dmabuf_import_into_exporting_queue"] = ImportIntoExporter,
        ["dmabuf_fd_is_regular_file"] = row => new ScenarioWorld(row, Stock(row)).Returned("qbuf", Importer(row, Vb2Memops.Vmalloc).Queue.Qbuf(0, (DmaBuf?)null)),
        ["dmabuf_too_small"] = ImportTooSmall,
    };

    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var row in Observation.Of("scenario").Where(row => !row.Case.StartsWith("hook", StringComparison.Ordinal)))
        {
            rows.Add(row.Kernel, row.Boot, row.Case);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Predicts(string kernel, string boot, string scenario) => Scripts[scenario](Observation.Find("scenario", kernel, boot, scenario));

    private static KernelEra Stock(Observation row) => ObservedKernel.Era(row.Kernel, "stock");

    private static void MunmapShared(Observation row)
    {
        var world = new ScenarioWorld(row, Stock(row));
        var file = world.Machine.CreateFile("memfd", MappedKind.Shmem, world.Pages);
        var vma = world.Shared(file);
        var frames = ScenarioWorld.Frames(vma);
        world.Counts("before", frames);
        world.Returned("qbuf", world.Queue.Qbuf(0, world.App, vma.Start, world.SizeBytes));
        frames = ScenarioWorld.Frames(vma);
        world.Counts("queued", frames);
        world.Returned("munmap", world.App.Munmap(vma));
        world.Counts("after_munmap", frames);
        world.Stream();
        var second = world.Shared(file);
        world.Number("changed_pages_via_second_mapping", ScenarioWorld.Changed(second));
        Assert.Equal(frames, ScenarioWorld.Frames(second));
        world.Queue.Close();
        world.Counts("released", frames);
    }

    private static void MunmapAnonymous(Observation row)
    {
        var world = new ScenarioWorld(row, Stock(row));
        var vma = world.Anonymous();
        world.Returned("qbuf", world.Queue.Qbuf(0, world.App, vma.Start, world.SizeBytes));
        var frames = ScenarioWorld.Frames(vma);
        world.Counts("queued", frames);
        world.App.Munmap(vma);
        world.Counts("after_munmap", frames);
        world.Stream();
        world.Counts("after_dqbuf", frames);
        world.Queue.Close();
        world.Counts("released", frames);
    }

    private static void RemapAndRequeue(Observation row)
    {
        var world = new ScenarioWorld(row, Stock(row));
        var vma = world.Anonymous();
        var start = vma.Start;
        world.Returned("qbuf1", world.Queue.Qbuf(0, world.App, start, world.SizeBytes));
        var old = ScenarioWorld.Frames(vma);
        world.Stream();
        world.Number("changed_old_1", ScenarioWorld.Changed(vma));
        var fresh = world.App.Mmap(new MmapRequest(world.Pages) { At = start, Zone = world.Zone });
        world.App.Touch(fresh);
        world.Number("pfn_differs_after_remap", ScenarioWorld.Frames(fresh)[0] == old[0] ? 0 : 1);
        world.Returned("qbuf2_same_ptr_len", world.Queue.Qbuf(0, world.App, start, world.SizeBytes));
        world.Stream();
        world.Number("changed_new_mapping", ScenarioWorld.Changed(fresh));
        world.Number("changed_old_pages", world.Changed(old));
    }

    private static void ForkAfter(Observation row)
    {
        var world = new ScenarioWorld(row, Stock(row));
        var vma = world.Anonymous();
        world.Returned("qbuf", world.Queue.Qbuf(0, world.App, vma.Start, world.SizeBytes));
        var frames = ScenarioWorld.Frames(vma);
        world.Counts("queued", frames);
        var child = world.App.Fork("child");
        world.Number("child_shares_pinned_page", child.PfnAt(vma.Start) == frames[0] ? 1 : 0);
        world.Number("parent_pfn_unchanged_after_fork", world.App.PfnAt(vma.Start) == frames[0] ? 1 : 0);
        world.Counts("after_fork", frames);
        world.App.Touch(vma);
        world.Number("parent_pfn_unchanged_after_parent_write", world.App.PfnAt(vma.Start) == frames[0] ? 1 : 0);
        world.Stream();
        world.Number("parent_changed_pages", ScenarioWorld.Changed(vma));
        world.Number("child_changed_pages", ScenarioWorld.Changed(child.FindVma(vma.Start)!));
        world.Queue.Close();
        world.Counts("released", frames);
        Assert.Empty(world.Machine.Hazards);
    }

    private static void ForkBefore(Observation row)
    {
        var world = new ScenarioWorld(row, Stock(row));
        var vma = world.Anonymous();
        var old = ScenarioWorld.Frames(vma);
        var child = world.App.Fork("child");
        world.Counts("shared_before", old);
        world.Returned("qbuf", world.Queue.Qbuf(0, world.App, vma.Start, world.SizeBytes));
        world.Number("parent_pfn_changed_by_qbuf", world.App.PfnAt(vma.Start) == old[0] ? 0 : 1);
        world.Counts("queued", ScenarioWorld.Frames(vma));
        world.Counts("old_page", old);
        world.Stream();
        world.Number("parent_changed_pages", ScenarioWorld.Changed(vma));
        world.Number("child_has_old_page", child.PfnAt(vma.Start) == old[0] ? 1 : 0);
        world.Number("child_changed_pages", ScenarioWorld.Changed(child.FindVma(vma.Start)!));
    }

    private static void DontNeed(Observation row)
    {
        var world = new ScenarioWorld(row, Stock(row));
        var vma = world.Anonymous();
        world.Returned("qbuf", world.Queue.Qbuf(0, world.App, vma.Start, world.SizeBytes));
        var frames = ScenarioWorld.Frames(vma);
        world.Returned("madvise", world.App.Madvise(vma.Start, world.Pages, Advice.DontNeed));
        world.Counts("after_madvise", frames);
        world.App.Touch(vma);
        world.Number("va_has_new_page", world.App.PfnAt(vma.Start) == frames[0] ? 0 : 1);
        world.Stream();
        world.Number("changed_pages_at_va", ScenarioWorld.Changed(vma));
        world.Queue.Close();
        world.Counts("released", frames);
    }

    private static void Mremap(Observation row)
    {
        var world = new ScenarioWorld(row, Stock(row));
        var vma = world.Anonymous();
        var start = vma.Start;
        world.Returned("qbuf", world.Queue.Qbuf(0, world.App, start, world.SizeBytes));
        var frames = ScenarioWorld.Frames(vma);
        var moved = world.App.Mremap(vma, world.Pages, mustMove: true).Value;
        world.Number("moved", moved.Start == start ? 0 : 1);
        world.Number("same_pfn", ScenarioWorld.Frames(moved)[0] == frames[0] ? 1 : 0);
        world.Stream();
        world.Number("changed_pages_at_new_va", ScenarioWorld.Changed(moved));
    }

    private static void OwnerExits(Observation row)
    {
        var world = new ScenarioWorld(row, Stock(row));
        var child = world.App.Fork("child");
        var vma = world.Anonymous(child);
        world.Returned("qbuf_in_child", world.Queue.Qbuf(0, child, vma.Start, world.SizeBytes));
        var frames = ScenarioWorld.Frames(vma);
        child.Exit();
        world.Counts("after_owner_exit", frames);
        world.Stream();
        world.Counts("after_dqbuf", frames);
        world.Queue.Close();
        world.Counts("released", frames);
    }

    private static void OtherPointer(Observation row)
    {
        var world = new ScenarioWorld(row, Stock(row));
        var (a, b) = (world.Anonymous(), world.Anonymous());
        world.Returned("qbuf_a", world.Queue.Qbuf(0, world.App, a.Start, world.SizeBytes));
        var framesOfA = ScenarioWorld.Frames(a);
        world.Returned("qbuf_b_while_queued", world.Queue.Qbuf(0, world.App, b.Start, world.SizeBytes));
        world.Stream();
        world.Counts("a_after_dqbuf", framesOfA);
        world.Returned("qbuf_b", world.Queue.Qbuf(0, world.App, b.Start, world.SizeBytes));
        world.Counts("a_after_qbuf_b", framesOfA);
        world.Counts("b_after_qbuf_b", ScenarioWorld.Frames(b));
    }

    private static void SamePointerTwice(Observation row)
    {
        var world = new ScenarioWorld(row, Stock(row));
        var vma = world.Anonymous();
        world.Returned("qbuf0", world.Queue.Qbuf(0, world.App, vma.Start, world.SizeBytes));
        world.Counts("after_first", ScenarioWorld.Frames(vma));
        world.Returned("qbuf1", world.Queue.Qbuf(1, world.App, vma.Start, world.SizeBytes));
        world.Counts("after_second", ScenarioWorld.Frames(vma));
        world.Queue.Close();
        world.Counts("released", ScenarioWorld.Frames(vma));
    }

    private static void Close(Observation row)
    {
        var world = new ScenarioWorld(row, Stock(row));
        var vma = world.Anonymous();
        world.Returned("qbuf", world.Queue.Qbuf(0, world.App, vma.Start, world.SizeBytes));
        world.Counts("queued", ScenarioWorld.Frames(vma));
        world.Queue.Close();
        world.Counts("after_close", ScenarioWorld.Frames(vma));
    }

    private static void Migration(Observation row)
    {
        var world = new ScenarioWorld(row, Stock(row));
        var vma = world.Anonymous();
        world.App.Write(vma.Start, "kept");
        var before = ScenarioWorld.Frames(vma);
        world.Number("in_movable_before", InMovable(world, before));
        world.Returned("qbuf", world.Queue.Qbuf(0, world.App, vma.Start, world.SizeBytes));
        var after = ScenarioWorld.Frames(vma);
        world.Number("in_movable_after", InMovable(world, after));
        world.Number("pages_moved", before.Zip(after).Count(pair => pair.First != pair.Second));
        world.Number("data_intact", world.App.Read(vma.Start) == "kept" ? 1 : 0);
    }

    private static int InMovable(ScenarioWorld world, IEnumerable<Pfn> frames) => frames.Count(pfn => world.Machine.Memory.PfnToPage(pfn).Zone == Zone.Movable);

    /// <summary>Page-out unmaps before it looks whether anybody holds the page; then the page stays where it is.</summary>
    private static void PageOut(Observation row)
    {
        var world = new ScenarioWorld(row, Stock(row));
        var vma = world.Shared(world.Machine.CreateFile("memfd", MappedKind.Shmem, world.Pages));
        world.Returned("qbuf", world.Queue.Qbuf(0, world.App, vma.Start, world.SizeBytes));
        var frames = ScenarioWorld.Frames(vma);
        world.Returned("madvise_pageout", world.App.Madvise(vma.Start, world.Pages, Advice.PageOut));
        world.Number("still_mapped", world.App.PfnAt(vma.Start) is null ? 0 : 1);
        world.Counts("after", frames);
        world.App.Touch(vma);
        world.Number("same_pfn_after_touch", world.App.PfnAt(vma.Start) == frames[0] ? 1 : 0);
        world.Counts("after_touch", frames);
    }

    private static void ManyPins(Observation row)
    {
        var world = new ScenarioWorld(row, Stock(row));
        world.Queue.Reqbufs(Vb2Memory.UserPtr, 32);
        var vma = world.Anonymous();
        for (var i = 0; i < 32; i++)
        {
            Assert.Equal(0, world.Queue.Qbuf(i, world.App, vma.Start, world.SizeBytes));
        }

        world.Counts("page", ScenarioWorld.Frames(vma));
    }
}
