namespace LinuxMm.Figures.Tests;

/// <summary>Scatter lists and reference counts.</summary>
internal static class StoriesOfTables
{
    public static DmaViewStory WithAndWithoutIommu()
    {
        var machine = new Machine(KernelEras.C3);
        var plain = machine.AddDevice("camera");
        var behind = machine.AddDevice("camera behind an IOMMU", new DeviceOptions { HasIommu = true });
        Pfn[] frames = [new(3), new(4), new(9), new(6)];
        var story = new DmaViewStory("Four frames for a device").Step("sg_alloc_table_from_pages()", SgTable.FromPages(frames, 0x10, 0x3ff0));
        var table = SgTable.FromPages(frames, 0x10, 0x3ff0);
        plain.MapSgTable(table);
        story.Step("dma_map_sgtable(), no IOMMU", table, "Bus addresses are physical ones.");
        table = SgTable.FromPages(frames, 0x10, 0x3ff0);
        behind.MapSgTable(table);
        return story.Step("dma_map_sgtable(), IOMMU", table, "The IOMMU puts the pieces beside one another.");
    }

    /// <summary>More pieces than are drawn, one of them of forty frames.</summary>
    public static DmaViewStory ManyPieces()
    {
        List<Pfn> frames = [.. Enumerable.Range(0x100, 40).Select(number => new Pfn((ulong)number)), .. Enumerable.Range(1, 20).Select(number => new Pfn((ulong)(number * 2)))];
        return new DmaViewStory("Many pieces").Step("scattered", SgTable.FromPages(frames, 0, 60 << 12));
    }

    public static RefCountBars PinAndUnpin()
    {
        var machine = new Machine(KernelEras.C3);
        var app = machine.CreateProcess("app");
        var vma = app.Mmap(1);
        var pages = machine.CreatePageArray("pages", 1);
        var pfn = app.Touch(vma.Start).Value;
        app.PinUserPagesFast(vma.Start, 1, FollFlags.Write, pages);
        app.Munmap(vma);
        pages.UnpinUserPages();
        return new("A page outlives its mapping", machine.Trace, pfn);
    }

    public static RefCountBars ManyChanges()
    {
        var machine = new Machine(KernelEras.C3);
        var app = machine.CreateProcess("a process whose name is longer than any name should ever be");
        var vma = app.Mmap(1);
        var pfn = app.Touch(vma.Start).Value;
        for (var i = 0; i < 30; i++)
        {
            app.GetUserPages(vma.Start, 1, FollFlags.Write, machine.CreatePageArray($"pages {i}", 1));
        }

        return new("Many references", machine.Trace, pfn);
    }
}
