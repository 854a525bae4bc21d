namespace LinuxMm.Tests.Dma;

/// <summary>Devices that cannot reach the memory, or whose IOMMU or bounce buffers are used up. Each case names where it is read: file, function, kernel.</summary>
public sealed class FailingMappings
{
    private const int Page = VirtualAddress.PageSize;

    /// <summary>Two frames above the mask, not next to each other; the driver's buffer and the window lie above it as well.</summary>
    private static readonly Dictionary<string, DeviceOptions> Devices = new()
    {
        ["reaches all"] = new(),
        ["reaches nothing"] = new() { DmaMask = 0xfff },
        ["bounces"] = new() { DmaMask = 0xffffff, BounceBytes = 2 * Page },
        ["bounces one page"] = new() { DmaMask = 0xffffff, BounceBytes = Page },
        ["IOMMU"] = new() { HasIommu = true, IommuBytes = 2 * Page, DmaMask = 0xfff },
        ["IOMMU of one page"] = new() { HasIommu = true, IommuBytes = Page },
    };

    [Theory]
    [InlineData("reaches all", "5.10", "0")]
    [InlineData("reaches nothing", "5.10.262", "-EINVAL")] // include/linux/dma-mapping.h, dma_map_sgtable(nents <= 0), v5.10.262
    [InlineData("reaches nothing", "5.14", "-EINVAL")]
    [InlineData("reaches nothing", "5.15", "-EIO")] // kernel/dma/mapping.c, __dma_map_sg_attrs(ents != -EINVAL ...), v5.15.224
    [InlineData("reaches nothing", "7.3", "-EIO")] // kernel/dma/direct.c, dma_direct_map_sg(DMA_MAPPING_ERROR), v7.3.4
    [InlineData("bounces", "7.3", "0")]
    [InlineData("bounces one page", "5.10", "-EINVAL")]
    [InlineData("bounces one page", "7.3", "-EIO")] // kernel/dma/direct.h, dma_direct_map_phys(swiotlb_map), v7.3.4
    [InlineData("IOMMU", "7.3", "0")]
    [InlineData("IOMMU of one page", "5.10", "-EINVAL")] // drivers/iommu/dma-iommu.c, iommu_dma_map_sg(out_restore_sg), v5.10.262
    [InlineData("IOMMU of one page", "6.1", "-ENOMEM")] // drivers/iommu/dma-iommu.c, iommu_dma_map_sg(!iova), v6.1.192
    public void OfATable(string device, string release, string expected)
    {
        var world = new World(release, device);
        var table = world.Table();
        Assert.Equal(expected, $"{world.Camera.MapSgTable(table)}");
        Assert.Equal(expected == "0", table.IsMapped);
    }

    /// <summary>What a failed or ended mapping had taken is there again.</summary>
    [Theory]
    [InlineData("bounces")]
    [InlineData("IOMMU")]
    public void GiveBackWhatTheyTook(string device)
    {
        var world = new World("7.3", device);
        var (first, second) = (world.Table(), world.Table());
        Assert.True(world.Camera.MapSgTable(first).IsSuccess);
        Assert.False(world.Camera.MapSgTable(second).IsSuccess);
        world.Camera.UnmapSgTable(first);
        Assert.True(world.Camera.MapSgTable(second).IsSuccess);
        Assert.False(world.Camera.MapSgTable(first).IsSuccess);
    }

    /// <summary>A piece that fits is given back when a later one does not.</summary>
    [Fact]
    public void KeepNothingOfAPart()
    {
        var world = new World("7.3", "bounces one page");
        Assert.False(world.Camera.MapSgTable(world.Table()).IsSuccess);
        Assert.True(world.Camera.MapSgTable(world.OnePage(0)).IsSuccess);
    }

    /// <summary>The device is told addresses that it can reach, and of one piece in a row.</summary>
    [Fact]
    public void BounceBelowTheMask()
    {
        var world = new World("7.3", "bounces");
        var table = world.Table();
        world.Camera.MapSgTable(table);
        Assert.All(table.Entries, entry => Assert.InRange(entry.DmaAddress!.Value.Value, 1ul, 0xffffff - (ulong)Page));
        Assert.Equal(table.Entries.Count, table.Entries.Select(entry => entry.DmaAddress).Distinct().Count());
    }

    /// <summary>A place that was given back is taken again, whatever lies behind it.</summary>
    [Fact]
    public void BounceInTheFirstPlaceThatIsFree()
    {
        var world = new World("7.3", "bounces");
        var (first, second, third) = (world.OnePage(0), world.OnePage(1), world.OnePage(0));
        Assert.True(world.Camera.MapSgTable(first).IsSuccess && world.Camera.MapSgTable(second).IsSuccess);
        var address = first.Entries[0].DmaAddress;
        Assert.False(world.Camera.MapSgTable(third).IsSuccess);
        world.Camera.UnmapSgTable(first);
        Assert.True(world.Camera.MapSgTable(third).IsSuccess);
        Assert.Equal(address, third.Entries[0].DmaAddress);
    }

    /// <summary>No piece may need more than 128 slots of 2 KiB, however much room there is.</summary>
    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void BounceAtMost256KiB(int pages, bool expected)
    {
        var world = new World("7.3", new DeviceOptions { DmaMask = 0xffffff, BounceBytes = 1 << 20 });
        Assert.Equal(expected, world.Camera.MapSgTable(SgTable.FromPages([.. Enumerable.Range(0, pages).Select(i => world.Frames[0] + i)], 0, (long)pages * Page)).IsSuccess);
    }

    [Theory]
    [InlineData("reaches all", 0)]
    [InlineData("reaches nothing", Errno.EIO)] // kernel/dma/direct.c, dma_direct_map_resource(dma_capable), v5.17
    [InlineData("bounces", Errno.EIO)]
    [InlineData("IOMMU", 0)]
    [InlineData("IOMMU of one page", Errno.EIO)] // drivers/iommu/dma-iommu.c, __iommu_dma_map(DMA_MAPPING_ERROR), v5.17
    public void OfAWindow(string device, Errno expected)
    {
        var world = new World("5.10", device);
        var window = world.Gpu.AddDeviceMemory(2);
        var mapped = world.Camera.MapResource(window);
        Assert.Equal(expected == 0 ? null : expected, mapped.Errno);
        if (device == "IOMMU")
        {
            Assert.False(world.Camera.MapResource(window).IsSuccess);
            world.Camera.UnmapResource(window);
            Assert.True(world.Camera.MapResource(window).IsSuccess);
        }
    }

    /// <summary>dma-contig calls it EIO, and ENOMEM for a window; dma-sg calls everything ENOMEM; vmalloc maps nothing for the device.</summary>
    [Theory]
    [InlineData("5.4", "memory", "reaches nothing", "-EIO -ENOMEM VmMapRam")] // videobuf2-dma-contig.c, vb2_dc_get_userptr(fail_sgt_init), v5.4.291
    [InlineData("5.10", "memory", "reaches nothing", "-EIO -ENOMEM VmMapRam")]
    [InlineData("7.3", "memory", "reaches nothing", "-EIO -ENOMEM VmMapRam")] // videobuf2-dma-sg.c, vb2_dma_sg_get_userptr(userptr_fail_map), v7.3.4
    [InlineData("7.3", "memory", "IOMMU of one page", "-EIO -ENOMEM VmMapRam")]
    [InlineData("7.3", "memory", "IOMMU", "ScatterList ScatterList VmMapRam")]
    [InlineData("7.3", "memory", "reaches all", "-EFAULT ScatterList VmMapRam")]
    [InlineData("5.15", "window", "reaches nothing", "-ENOMEM -ENOMEM IoRemap")] // videobuf2-dma-contig.c, vb2_dc_get_userptr(dma_mapping_error), v5.17
    [InlineData("5.15", "window", "reaches all", "MapResource -ENOMEM IoRemap")]
    [InlineData("5.15", "window", "IOMMU of one page", "-ENOMEM -ENOMEM IoRemap")]
    public void OfAUserPointer(string release, string what, string device, string expected)
    {
        var world = new World(release, device);
        var area = what == "window" ? world.Window() : world.Heap;
        Vb2Memops[] allocators = [Vb2Memops.DmaContig, Vb2Memops.DmaSg, Vb2Memops.Vmalloc];

        // Twice: whatever the first round took, it has given back.
        for (var round = 0; round < 2; round++)
        {
            Assert.Equal(expected, string.Join(' ', allocators.Select(allocator => Taken(world, allocator, area))));
        }

        Assert.All(world.Machine.Snapshot().Frames, frame => Assert.Equal(0, frame.PinCount));
    }

    /// <summary>An exporter passes on what it was told; those of videobuf2 call it EIO, and who imports into videobuf2 calls it EINVAL.</summary>
    [Theory]
    [InlineData("5.10", "-EINVAL", "-EIO")]
    [InlineData("7.3", "-ENOMEM", "-EIO")] // drivers/dma-buf/udmabuf.c, get_sg_table; videobuf2-dma-contig.c, vb2_dc_dmabuf_ops_map, v7.3.4
    public void OfASharedBuffer(string release, string ofADriver, string ofAQueue)
    {
        var world = new World(release, "IOMMU of one page");
        var buffer = world.Gpu.ExportDmaBuf("buffer", world.Gpu.AllocPages(2));
        Assert.Equal(ofADriver, $"{buffer.Attach(world.Camera).Map()}");

        var queue = world.Machine.CreateQueue(world.Machine.AddDevice("exporter"), new Vb2QueueOptions(Vb2Memops.DmaContig, 2 * Page));
        Assert.True(queue.Reqbufs(Vb2Memory.Mmap, 1).IsSuccess);
        var exported = queue.Expbuf(0).Value;
        var attachment = exported.Attach(world.Camera);
        Assert.Equal(ofAQueue, $"{attachment.Map()}");
        Assert.Null(attachment.Table);

        var importer = world.Machine.CreateQueue(world.Camera, new Vb2QueueOptions(Vb2Memops.DmaContig, 2 * Page));
        Assert.True(importer.Reqbufs(Vb2Memory.DmaBuf, 1).IsSuccess);
        Assert.Equal("-EINVAL", $"{importer.Qbuf(0, exported)}");
    }

    private static string Taken(World world, Vb2Memops allocator, VmArea area)
    {
        var taken = allocator.GetUserptr(new Vb2UserPointer(world.Camera, world.App, area.Start, 2 * Page, DmaDirection.FromDevice));
        if (taken.Errno is { } error)
        {
            return $"-{error}";
        }

        allocator.PutUserptr(taken.Value);
        return $"{taken.Value.Mapping}";
    }

    private sealed class World
    {
        public World(string release, string device)
            : this(release, Devices[device])
        {
        }

        public World(string release, DeviceOptions device)
        {
            Machine = new Machine(KernelReleases.Find(release), new MachineOptions { NormalFrames = 0x2000 });
            Gpu = Machine.AddDriver("gpu");
            Gpu.AllocPages(0x1000);
            Camera = Machine.AddDevice("camera", device);
            App = Machine.CreateProcess("app");
            Heap = App.Mmap(2, "heap");
            App.Touch(Heap.Start);
            Gpu.AllocPages(1);
            App.Touch(Heap.Start.Page(1));
            Frames = [App.PfnAt(Heap.Start)!.Value, App.PfnAt(Heap.Start.Page(1))!.Value];
        }

        public Machine Machine { get; }

        public Driver Gpu { get; }

        public Device Camera { get; }

        public MemoryDescriptor App { get; }

        public VmArea Heap { get; }

        public IReadOnlyList<Pfn> Frames { get; }

        public SgTable Table() => SgTable.FromPages(Frames, 0, 2 * Page);

        public SgTable OnePage(int index) => SgTable.FromPages([Frames[index]], 0, Page);

        public VmArea Window()
        {
            var area = App.Mmap(2, "window", Sharing.Shared, of: Gpu);
            Gpu.RemapPfnRange(area, Gpu.AddDeviceMemory(2));
            return area;
        }
    }
}
