namespace LinuxMm.Tests.UserPages;

/// <summary>What is marked when pages are given back, what a debugger reads through a raw mapping, and what the log says of flags that are not the caller's.</summary>
public sealed class Releases
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void MarkDirtyIfTheDeviceWrote(bool hasWritten)
    {
        var world = new World();
        world.App.Touch(world.Heap);
        Assert.Equal(2, world.App.PinUserPages(world.Heap.Start, 2, FollFlags.None, world.Pages).Value);
        var pages = new[] { world.Pages[0], world.Pages[1] };
        Assert.All(pages, page => Assert.Equal(PageFlags.None, page.Flags & PageFlags.Dirty));
        world.Pages.UnpinUserPagesDirtyLock(hasWritten);
        Assert.All(pages, page => Assert.Equal((hasWritten, true, 0), ((page.Flags & PageFlags.Dirty) != 0, (page.Flags & PageFlags.Lru) != 0, page.PinCount)));
        Assert.Equal("unpin_user_pages", Assert.IsType<TraceEvent.Returned>(world.Machine.Trace[^1]).Function);
    }

    /// <summary>A large page is dirty as a whole, whichever part was written. 6.1.192 showed it of a THP and put_userptr.</summary>
    [Fact]
    public void MarkALargePageAtItsHead()
    {
        var machine = new Machine(KernelEras.C1);
        var app = machine.CreateProcess("app");
        var area = app.Mmap(new MmapRequest(512) { At = new(0x40000000) });
        Assert.Equal(0, app.Madvise(area.Start, 512, Advice.HugePage));
        var pages = machine.CreatePageArray("pages", 2);
        Assert.Equal(2, app.PinUserPagesFast(area.Start.Page(8), 2, FollFlags.Write, pages).Value);
        var (first, head) = (pages[0], pages[0].Head);
        Assert.Equal(PageFlags.None, head.Flags & PageFlags.Dirty);
        pages.UnpinUserPagesDirtyLock(makeDirty: true);
        Assert.Equal((PageFlags.Dirty, PageFlags.None), (head.Flags & PageFlags.Dirty, first.Flags & PageFlags.Dirty));
        Assert.Equal(machine.Snapshot(), MachineSnapshot.FromTrace(machine.Trace));
    }

    [Fact]
    public void WithoutAWordNothingIsMarked()
    {
        var world = new World();
        world.App.PinUserPages(world.Heap.Start, 1, FollFlags.None, world.Pages);
        var page = world.Pages[0];
        world.Pages.UnpinUserPages();
        Assert.Equal(PageFlags.None, page.Flags & PageFlags.Dirty);
    }

    /// <summary>Up to the end of the page, and from 7.3 on not out of ordinary memory.</summary>
    [Theory]
    [InlineData("7.2", "memory", 0, 8, "AAAAAAAA")]
    [InlineData("7.2", "memory", 4092, 8, "AAAA")]
    [InlineData("7.2", "memory", 4092, 2, "AA")]
    [InlineData("7.3", "memory", 0, 8, "-EINVAL")]
    [InlineData("7.3", "reserved", 0, 4, "AAAA")]
    [InlineData("7.3", "window", 0, 4, "AAAA")]
    public void ADebuggerReads(string release, string what, int offset, int length, string expected)
    {
        var machine = new Machine(KernelReleases.Find(release));
        var gpu = machine.AddDriver("gpu");
        var app = machine.CreateProcess("app");
        var area = app.Mmap(1, "raw", Sharing.Shared, of: gpu);
        gpu.RemapPfnRange(area, what switch { "memory" => gpu.AllocPages(1), "reserved" => gpu.AddReservedMemory(1), _ => gpu.AddDeviceMemory(1) });
        app.Write(area.Start, new string('A', VirtualAddress.PageSize));
        var result = app.GenericAccessPhys(area, area.Start + offset, length);
        Assert.Equal(expected, result.IsSuccess ? result.Value : $"{result}");
        Assert.Equal("length", Assert.Throws<ArgumentOutOfRangeException>(() => app.GenericAccessPhys(area, area.Start, 0)).ParamName);
        Assert.Throws<ArgumentException>(() => machine.CreateProcess("other").FollowPfnmapStart(area, area.Start));
    }

    [Theory]
    [InlineData("C2", "pin", FollFlags.Pin, "pin_user_pages: FOLL_PIN and FOLL_GET are not the caller's to set")]
    [InlineData("C2", "pin", FollFlags.Get, "pin_user_pages: FOLL_PIN and FOLL_GET are not the caller's to set")]
    [InlineData("C3", "get", FollFlags.Pin, "get_user_pages: FOLL_PIN and FOLL_GET are not the caller's to set")]
    [InlineData("C3", "get", FollFlags.Longterm, "get_user_pages: FOLL_LONGTERM is for pins")]
    [InlineData("C3", "fast", FollFlags.Touch, "pin_user_pages_fast: FOLL_TOUCH is set by the slow path")]
    [InlineData("A", "locked", FollFlags.Longterm, "pin_user_pages_locked: FOLL_LONGTERM with a lock that may be dropped")]
    public void FlagsThatAreNotTheCallers(string era, string how, FollFlags flags, string warning)
    {
        var world = new World(era);
        var (at, pages) = (world.Heap.Start, world.Pages);
        var result = how switch
        {
            "pin" => world.App.PinUserPages(at, 1, flags, pages),
            "get" => world.App.GetUserPages(at, 1, flags, pages),
            "fast" => world.App.PinUserPagesFast(at, 1, flags, pages),
            _ => world.App.PinUserPagesLocked(at, 1, flags, pages),
        };
        Assert.Equal((Errno.EINVAL, warning), (result.Errno, string.Concat(world.Machine.Warnings)));
    }

    [Fact]
    public void WhoHasExitedAsksForNothing()
    {
        var world = new World("B1");
        world.App.Exit();
        Assert.Equal("app has exited.", Assert.Throws<InvalidOperationException>(() => world.App.PinUserPages(world.Heap.Start, 1, FollFlags.None, world.Pages)).Message);
        Assert.Equal("app has exited.", Assert.Throws<InvalidOperationException>(() => world.App.FollowPte(world.Heap.Start)).Message);
    }

    private sealed class World
    {
        public World(string era = "C3")
        {
            Machine = new Machine(KernelEras.All.First(known => known.Name == era));
            App = Machine.CreateProcess("app");
            Heap = App.Mmap(2, "heap");
            Pages = Machine.CreatePageArray("pages", 2);
        }

        public Machine Machine { get; }

        public MemoryDescriptor App { get; }

        public VmArea Heap { get; }

        public PageArray Pages { get; }
    }
}
