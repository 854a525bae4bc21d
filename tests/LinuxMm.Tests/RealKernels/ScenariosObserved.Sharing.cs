namespace LinuxMm.Tests.RealKernels;

/// <summary>The scenarios with a dma-buf: exported here, imported there.</summary>
public sealed partial class ScenariosObserved
{
    private static ScenarioWorld Importer(Observation row, Vb2Memops memops)
    {
        var world = new ScenarioWorld(row, Stock(row), memops);
        world.Queue.Reqbufs(Vb2Memory.DmaBuf, 2);
        return world;
    }

    private static void ImportContiguous(Observation row)
    {
        var world = Importer(row, Vb2Memops.Vmalloc);
        var exporter = world.Machine.CreateQueue(world.Machine.AddDevice("exporter"), new Vb2QueueOptions(Vb2Memops.DmaContig, world.SizeBytes));
        exporter.Reqbufs(Vb2Memory.Mmap, 1);
        var mapping = exporter.Mmap(world.App, 0);
        var buffer = exporter.Expbuf(0).Value;
        world.Returned("qbuf", world.Queue.Qbuf(0, buffer));
        world.Stream();
        world.Number("nonzero_pages_seen_by_exporter_mapping", ScenarioWorld.Changed(mapping));
        world.Returned("exporter_reqbufs0_while_imported", exporter.Reqbufs(Vb2Memory.Mmap, 0));
        Assert.All(buffer.Frames, pfn => Assert.False(world.Machine.Memory.PfnToPage(pfn).IsFree));
        buffer.Put();
        world.App.Munmap(mapping);
        Assert.All(buffer.Frames, pfn => Assert.False(world.Machine.Memory.PfnToPage(pfn).IsFree));
        world.Returned("reqbufs0", world.Queue.Reqbufs(Vb2Memory.DmaBuf, 0));
        Assert.All(buffer.Frames, pfn => Assert.True(world.Machine.Memory.PfnToPage(pfn).IsFree));
        Assert.Empty(world.Machine.Hazards);
    }

    private static void ImportScattered(Observation row)
    {
        var world = Importer(row, Vb2Memops.DmaContig);
        var vgem = world.Machine.AddDriver("vgem");
        var filler = vgem.AllocPages(2 * world.Pages);
        for (var i = 0; i < filler.Count; i += 2)
        {
            vgem.FreePages(new PfnRange(filler[i], 1));
        }

        var exporter = world.Machine.CreateQueue(world.Machine.AddDevice("exporter"), new Vb2QueueOptions(Vb2Memops.DmaSg, world.SizeBytes));
        exporter.Reqbufs(Vb2Memory.Mmap, 1);
        world.Returned("qbuf", world.Queue.Qbuf(0, exporter.Expbuf(0).Value));
    }

    private static void ImportTooSmall(Observation row)
    {
        var world = Importer(row, Vb2Memops.Vmalloc);
        var gpu = world.Machine.AddDriver("gpu");
        world.Returned("qbuf", world.Queue.Qbuf(0, gpu.ExportDmaBuf("small", gpu.AllocPages(1))));
    }

    /// <summary>vgem builds its buffers of pages of a shmem file.</summary>
    private static void ImportPagesOfAFile(Observation row)
    {
        var world = Importer(row, Vb2Memops.Vmalloc);
        var vgem = world.Machine.AddDriver("vgem");
        var file = world.Machine.CreateFile("drm mm object", MappedKind.Shmem, world.Pages);
        var pages = world.Machine.CreatePageArray("object pages", world.Pages);
        Assert.Equal(world.Pages, file.ReadMappingPages(0, world.Pages, pages));
        var mapping = world.App.Mmap(world.Pages, "object", Sharing.Shared, Protection.Read, file);
        var buffer = vgem.ExportDmaBuf("object", pages);
        world.Returned("qbuf", world.Queue.Qbuf(0, buffer));
        world.Stream();
        world.Number("nonzero_pages_seen_by_exporter_mapping", ScenarioWorld.Changed(mapping));
        world.Returned("reqbufs0", world.Queue.Reqbufs(Vb2Memory.DmaBuf, 0));
        buffer.Put();
        Assert.Equal((0, true), (pages.FrameCount, buffer.IsDestroyed));
    }

    private static void ImportIntoExporter(Observation row)
    {
        var world = new ScenarioWorld(row, Stock(row));
        world.Queue.Reqbufs(Vb2Memory.Mmap, 2);
        var buffer = world.Queue.Expbuf(0).Value;
        Assert.Equal(row.Row.GetProperty("reqbufs_dmabuf_on_busy_queue").GetProperty("ret").GetInt32(), world.Queue.Reqbufs(Vb2Memory.DmaBuf, 2));
        Assert.Equal(0, world.Queue.Qbuf(0, buffer));
    }
}
