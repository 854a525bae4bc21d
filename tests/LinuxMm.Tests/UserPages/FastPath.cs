namespace LinuxMm.Tests.UserPages;

/// <summary>Where the fast path decides alone: in mappings that the slow path would refuse, and in what each of them marks.</summary>
public sealed class FastPath
{
    /// <summary>A driver inserted its own page into a VM_IO mapping: only the fast path, which looks at no mapping, ever takes it.</summary>
    [Theory]
    [InlineData("6.4", "page", FollFlags.Write, "1")]
    [InlineData("6.4", "page", FollFlags.Write | FollFlags.Longterm, "1")]
    [InlineData("6.5", "page", FollFlags.Write, "1")]
    [InlineData("6.5", "page", FollFlags.Longterm, "1")]
    [InlineData("6.5", "page", FollFlags.Write | FollFlags.Longterm, "-EFAULT")]
    [InlineData("6.10", "page", FollFlags.Write, "-EFAULT")]
    [InlineData("6.10", "page", FollFlags.Write | FollFlags.Longterm, "-EFAULT")]
    [InlineData("6.10", "compound", FollFlags.Write, "1")]
    [InlineData("6.10", "compound", FollFlags.Write | FollFlags.Longterm, "-EFAULT")]
    [InlineData("7.3", "page", FollFlags.Write, "1")]
    [InlineData("7.3", "page", FollFlags.Write | FollFlags.Longterm, "-EFAULT")]
    [InlineData("6.4", "read-only", FollFlags.None, "1")]
    [InlineData("6.4", "read-only", FollFlags.Write, "-EFAULT")]
    public void TakesPagesOfDrivers(string release, string what, FollFlags flags, string expected)
    {
        var machine = new Machine(KernelReleases.Find(release));
        var app = machine.CreateProcess("app");
        var gpu = machine.AddDriver("gpu");
        var area = app.Mmap(1, "view", Sharing.Shared, what == "read-only" ? Protection.Read : Protection.ReadWrite, gpu);
        gpu.SetVmFlags(area, VmFlags.Io | VmFlags.MixedMap);
        Assert.Equal(0, gpu.VmInsertPage(area, area.Start, (what == "compound" ? gpu.AllocCompound(1) : gpu.AllocPages(1)).First).Value);
        Assert.Equal(expected, $"{app.PinUserPagesFast(area.Start, 1, flags, machine.CreatePageArray("fast", 1))}");
        Assert.Equal("-EFAULT", $"{app.PinUserPages(area.Start, 1, flags, machine.CreatePageArray("slow", 1))}");
    }

    /// <summary>What the fast path finds first and the slow one after it is what was asked for, and no page more.</summary>
    [Fact]
    public void IsCompletedByTheSlowOne()
    {
        var machine = new Machine(KernelEras.C3);
        var app = machine.CreateProcess("app");
        var area = app.Mmap(4);
        app.Write(area.Start, "A");
        var pages = machine.CreatePageArray("pages", 4);
        Assert.Equal(2, app.PinUserPagesFast(area.Start, 2, FollFlags.Write, pages).Value);
        Assert.Equal((2, 1, 1), (pages.FrameCount, pages[0].PinCount, pages[1].PinCount));
        Assert.Null(app.PageAt(area.Start.Page(2)));
    }

    /// <summary>The slow path marks what will be written where the entry is clean, for all but pin_user_pages(). Debian's 6.1.192 showed a clean page after a fault.</summary>
    [Theory]
    [InlineData("pin fast", false, FollFlags.Write, false)] // mm/gup.c, follow_page_pte(!pte_dirty), v6.1.192
    [InlineData("pin fast, rest", true, FollFlags.Write, false)] // mm/gup.c, gup_pte_range, v6.1.192
    [InlineData("pin", true, FollFlags.Write, false)] // mm/gup.c, pin_user_pages, v6.1.192
    [InlineData("pin", true, FollFlags.Write | FollFlags.Touch, true)] // mm/gup.c, follow_page_pte(FOLL_TOUCH), v6.1.192
    [InlineData("get", true, FollFlags.None, false)] // mm/gup.c, follow_page_pte(FOLL_WRITE), v6.1.192
    [InlineData("get", true, FollFlags.Write, true)] // mm/gup.c, get_user_pages(FOLL_TOUCH), v6.1.192
    [InlineData("get", false, FollFlags.Write, false)] // mm/gup.c, follow_page_pte(!pte_dirty), v6.1.192
    public void TouchesWhatIsClean(string call, bool isFreed, FollFlags flags, bool isDirty)
    {
        var machine = new Machine(KernelEras.C1);
        var app = machine.CreateProcess("app");
        var area = app.Mmap(1);
        app.Touch(area.Start);
        _ = isFreed ? app.Madvise(area.Start, 1, Advice.Free) : app.Madvise(area.Start, 1, Advice.DontNeed);
        var pages = machine.CreatePageArray("pages", 1);
        Assert.Equal(1, (call switch
        {
            "pin" => app.PinUserPages(area.Start, 1, flags, pages),
            "get" => app.GetUserPages(area.Start, 1, flags, pages),
            _ => app.PinUserPagesFast(area.Start, 1, flags, pages),
        }).Value);
        Assert.Equal(isDirty, (pages[0].Flags & PageFlags.Dirty) != 0);
    }

    /// <summary>Up to 5.10 a long pin kept a pointer to each page's mapping, in one array of at most 4 MiB.</summary>
    [Theory]
    [InlineData("A", 524288, "1")]
    [InlineData("A", 524289, "-ENOMEM")]
    [InlineData("C3", 524289, "1")]
    public void KeepsAPointerForEachPage(string era, int count, string expected)
    {
        var machine = new Machine(KernelEras.All.First(known => known.Name == era));
        var app = machine.CreateProcess("app");
        var area = app.Mmap(1);
        var pages = machine.CreatePageArray("pages", count);
        Assert.Equal(expected, $"{app.PinUserPages(area.Start, count, FollFlags.Longterm | FollFlags.Write, pages)}");
        var others = machine.CreatePageArray("others", count);
        Assert.Equal("1", $"{app.PinUserPages(area.Start, count, FollFlags.Write, others)}");
    }

    /// <summary>Only while somebody pins for long do new pages come from elsewhere.</summary>
    [Fact]
    public void LendsAgainAfterALongPin()
    {
        var machine = new Machine(KernelEras.C3);
        var app = machine.CreateProcess("app");
        var area = app.Mmap(new MmapRequest(1) { Name = "pinned", Zone = Zone.Cma });
        var pages = machine.CreatePageArray("pages", 1);
        Assert.Equal(1, app.PinUserPages(area.Start, 1, FollFlags.Longterm | FollFlags.Write, pages).Value);
        Assert.Equal(Zone.Normal, pages[0].Zone);
        var later = app.Mmap(new MmapRequest(1) { Name = "later", Zone = Zone.Cma });
        app.Touch(later);
        Assert.Equal(Zone.Cma, app.PageAt(later.Start)!.Zone);
    }

    /// <summary>A long pin that runs out of frames gives back what it took, and no longer decides where pages come from.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void LendsAgainAfterALongPinWithoutFrames(bool isFast)
    {
        var machine = new Machine(KernelEras.C3, new MachineOptions { NormalFrames = 3 });
        var app = machine.CreateProcess("app");
        var area = app.Mmap(new MmapRequest(8) { Name = "lent", Zone = Zone.Cma });
        var pages = machine.CreatePageArray("pages", 8);
        const FollFlags Flags = FollFlags.Longterm | FollFlags.Write;
        Assert.Throws<InvalidOperationException>(() => isFast ? app.PinUserPagesFast(area.Start, 8, Flags, pages) : app.PinUserPages(area.Start, 8, Flags, pages));
        Assert.All(machine.Snapshot().Frames, frame => Assert.Equal(0, frame.PinCount));
        app.Touch(area.Start.Page(7));
        Assert.Equal(Zone.Cma, app.PageAt(area.Start.Page(7))!.Zone);
    }

    /// <summary>An exported buffer names pages by pointer and the window of a device by number.</summary>
    [Theory]
    [InlineData(true, SlotKind.PagePointer)]
    [InlineData(false, SlotKind.Number)]
    public void ExportedFrames(bool isMemory, SlotKind expected)
    {
        var machine = new Machine(KernelEras.C3);
        var gpu = machine.AddDriver("gpu");
        var buffer = gpu.ExportDmaBuf("buffer", isMemory ? gpu.AllocPages(1) : gpu.AddDeviceMemory(1));
        Assert.Equal(expected, buffer.Slot(0).Kind);
    }

    /// <summary>Pins of compound pages are counted one by one; those of two frames only from 5.18 on.</summary>
    [Theory]
    [InlineData("5.15", 1, 1024)]
    [InlineData("5.15", 2, 1)]
    [InlineData("5.18", 1, 1)]
    [InlineData("5.18", 2, 1)]
    public void PinsOfCompoundPages(string release, int order, int references)
    {
        var machine = new Machine(KernelReleases.Find(release));
        var app = machine.CreateProcess("app");
        var gpu = machine.AddDriver("gpu");
        var area = app.Mmap(1, "view", Sharing.Shared, of: gpu);
        gpu.SetVmFlags(area, VmFlags.MixedMap);
        var head = machine.Memory.PfnToPage(gpu.AllocCompound(order).First);
        Assert.Equal(0, gpu.VmInsertPage(area, area.Start, head.Pfn).Value);
        var before = head.RefCount;
        var (first, second) = (machine.CreatePageArray("first", 1), machine.CreatePageArray("second", 1));
        app.PinUserPages(area.Start, 1, FollFlags.Write, first);
        app.PinUserPages(area.Start, 1, FollFlags.Write, second);
        Assert.Equal((2, before + (2 * references)), (head.PinCount, head.RefCount));
        first.UnpinUserPages();
        Assert.Equal((1, before + references), (head.PinCount, head.RefCount));
        second.UnpinUserPages();
        Assert.Equal((0, before), (head.PinCount, head.RefCount));
    }
}
