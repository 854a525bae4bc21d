namespace LinuxMm.Tests.UserPages;

/// <summary>Corners of slow GUP: pages that will not move, forced writes after fork, entries without a page, and who may ask at all.</summary>
public sealed class SlowPath
{
    /// <summary>A page in lent memory that somebody holds: the old rule pins it where it is, the new one fails. Its neighbour has moved.</summary>
    [Theory]
    [InlineData("5.12", "2", Zone.Cma)]
    [InlineData("5.10.262", "-ENOMEM", Zone.Cma)] // mm/gup.c, check_and_migrate_cma_pages(ret > 0), v5.10.262
    [InlineData("5.12.5", "-ENOMEM", Zone.Cma)]
    [InlineData("5.13", "-ENOMEM", Zone.Cma)]
    public void APageThatWillNotMove(string release, string expected, Zone zone)
    {
        var machine = new Machine(KernelReleases.Find(release));
        var app = machine.CreateProcess("app");
        var area = app.Mmap(new MmapRequest(2) { Name = "heap", Zone = Zone.Cma });
        app.Touch(area);
        var held = machine.CreatePageArray("held", 1);
        Assert.Equal(1, app.GetUserPages(area.Start, 1, FollFlags.Write, held).Value);
        var pages = machine.CreatePageArray("pages", 2);
        Assert.Equal(expected, $"{app.PinUserPages(area.Start, 2, FollFlags.Write | FollFlags.Longterm, pages)}");
        Assert.Equal((zone, Zone.Normal), (app.PageAt(area.Start)!.Zone, app.PageAt(area.Start.Page(1))!.Zone));
        var pins = expected == "2" ? 1 : 0;
        Assert.Equal((pins, pins), (app.PageAt(area.Start)!.PinCount, app.PageAt(area.Start.Page(1))!.PinCount));
    }

    /// <summary>A forced write never reaches the page that a child shares.</summary>
    [Theory]
    [InlineData("A")]
    [InlineData("B2")]
    [InlineData("C3")]
    public void AForcedWriteAfterFork(string era)
    {
        var machine = new Machine(KernelEras.All.First(known => known.Name == era));
        var app = machine.CreateProcess("app");
        var area = app.Mmap(1, "heap");
        app.Write(area.Start, "A");
        Assert.Equal(0, app.Mprotect(area.Start, 1, Protection.Read).Value);
        var child = app.Fork("child");
        var pages = machine.CreatePageArray("pages", 1);
        Assert.Equal(1, app.PinUserPages(area.Start, 1, FollFlags.Write | FollFlags.Force, pages).Value);
        Assert.Equal((pages[0], true), (app.PageAt(area.Start), child.PageAt(area.Start) != pages[0]));
    }

    /// <summary>A read-only raw entry in a mixed mapping has no page, and nothing that could be unshared.</summary>
    [Theory]
    [InlineData("5.15.39", true, "1")]
    [InlineData("5.15.224", true, "-EFAULT")] // mm/gup.c, follow_pfn_pte(FOLL_GET | FOLL_PIN), v5.15.224
    [InlineData("5.15.224", false, "-EFAULT")]
    [InlineData("5.15.39", false, "-EFAULT")]
    [InlineData("5.18", true, "-EEXIST")]
    [InlineData("7.3", true, "-EEXIST")]
    [InlineData("7.3", false, "-EEXIST")]
    public void AnEntryWithoutAPage(string release, bool isPin, string expected)
    {
        var machine = new Machine(KernelReleases.Find(release));
        var app = machine.CreateProcess("app");
        var gpu = machine.AddDriver("gpu");
        var area = app.Mmap(1, "view", Sharing.Shared, Protection.Read, gpu);
        gpu.SetVmFlags(area, VmFlags.MixedMap);
        gpu.VmfInsertPfn(area, area.Start, gpu.AddDeviceMemory(1).First);
        var pages = machine.CreatePageArray("pages", 1);
        Assert.Equal(expected, $"{(isPin ? app.PinUserPages(area.Start, 1, FollFlags.None, pages) : app.GetUserPages(area.Start, 1, FollFlags.None, pages))}");
    }

    /// <summary>A write makes a page of a raw entry in a private mapping, so there is one to pin.</summary>
    [Theory]
    [InlineData("5.10")]
    [InlineData("6.1")]
    [InlineData("7.3")]
    public void AWriteToAPrivateRawEntry(string release)
    {
        var machine = new Machine(KernelReleases.Find(release));
        var app = machine.CreateProcess("app");
        var gpu = machine.AddDriver("gpu");
        var area = app.Mmap(1, "view", Sharing.Private, Protection.ReadWrite, gpu);
        gpu.SetVmFlags(area, VmFlags.MixedMap);
        gpu.VmfInsertPfn(area, area.Start, gpu.AddDeviceMemory(1).First);
        var pages = machine.CreatePageArray("pages", 1);
        Assert.Equal(1, app.PinUserPages(area.Start, 1, FollFlags.Write, pages).Value);
        Assert.True(pages[0].Flags.HasFlag(PageFlags.Anon));
    }

    /// <summary>For a while whoever wanted to read a private mapping got a page of its own, as if to write: CVE-2020-29374.</summary>
    [Theory]
    [InlineData("5.7", Protection.Read, "zero page")]
    [InlineData("5.4.291", Protection.Read, "own page, read-only")] // mm/gup.c, should_force_cow_break, v5.4.291
    [InlineData("5.4.291", Protection.ReadWrite, "own page")]
    [InlineData("5.8", Protection.ReadWrite, "own page")]
    [InlineData("5.9", Protection.ReadWrite, "zero page")]
    public void AReadOfAPrivateMapping(string release, Protection protection, string expected)
    {
        foreach (var isFast in new[] { false, true })
        {
            var machine = new Machine(KernelReleases.Find(release));
            var app = machine.CreateProcess("app");
            var area = app.Mmap(1, "heap", protection: protection);
            app.Read(area.Start);
            var pages = machine.CreatePageArray("pages", 1);
            Assert.Equal(1, (isFast ? app.GetUserPagesFast(area.Start, 1, FollFlags.None, pages) : app.GetUserPages(area.Start, 1, FollFlags.None, pages)).Value);
            var entry = machine.Snapshot().Processes[0].VmAreas[0].Ptes[0];
            Assert.Equal(expected, entry.Pfn == machine.Memory.ZeroPage.Pfn ? "zero page" : entry.IsWritable ? "own page" : "own page, read-only");
            Assert.Equal(entry.Pfn, pages[0].Pfn);
        }
    }

    /// <summary>get_user_pages() looks at the mapping, get_user_pages_fast() does not.</summary>
    [Fact]
    public void AsksTheMapping()
    {
        var machine = new Machine(KernelEras.B1);
        var app = machine.CreateProcess("app");
        var gpu = machine.AddDriver("gpu");
        var area = app.Mmap(1, "view", Sharing.Shared, of: gpu);
        gpu.SetVmFlags(area, VmFlags.Io | VmFlags.MixedMap);
        gpu.VmInsertPage(area, area.Start, gpu.AllocPages(1).First);
        Assert.Equal(Errno.EFAULT, app.GetUserPages(area.Start, 1, FollFlags.None, machine.CreatePageArray("slow", 1)).Errno);
        Assert.Equal(1, app.GetUserPagesFast(area.Start, 1, FollFlags.None, machine.CreatePageArray("fast", 1)).Value);
    }

    [Fact]
    public void WhoHasExitedFollowsNothing()
    {
        var machine = new Machine(KernelEras.B1);
        var app = machine.CreateProcess("app");
        var area = app.Mmap(1, "heap");
        app.Exit();
        Assert.Equal("app has exited.", Assert.Throws<InvalidOperationException>(() => app.FollowPfn(area, area.Start)).Message);
        Assert.Equal("app has exited.", Assert.Throws<InvalidOperationException>(() => app.FollowPfnmapStart(area, area.Start)).Message);
    }

    [Fact]
    public void FewerThanNoPages()
    {
        var machine = new Machine(KernelEras.C3);
        var app = machine.CreateProcess("app");
        var pages = machine.CreatePageArray("pages", 1);
        Assert.Equal("pageCount", Assert.Throws<ArgumentOutOfRangeException>(() => app.PinUserPages(app.Mmap(1).Start, -1, FollFlags.None, pages)).ParamName);
    }
}
