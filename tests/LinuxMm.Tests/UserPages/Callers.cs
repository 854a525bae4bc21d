namespace LinuxMm.Tests.UserPages;

/// <summary>What callers of GUP may ask for, and what they get, in releases that differ. Each case names where it is read.</summary>
public sealed class Callers
{
    /// <summary>What callers may ask for, release by release.</summary>
    [Theory]
    [InlineData("5.4.23", "get", FollFlags.Longterm, "1")] // mm/gup.c, get_user_pages, v5.4
    [InlineData("5.9", "get", FollFlags.Longterm, "1")] // mm/gup.c, get_user_pages(FOLL_PIN), before 447f3e45c186
    [InlineData("5.10", "get", FollFlags.Longterm, "-EINVAL")] // mm/gup.c, is_valid_gup_flags, v5.10
    [InlineData("5.9", "get fast", FollFlags.Longterm, "1")] // mm/gup.c, get_user_pages_fast, before 447f3e45c186
    [InlineData("5.2", "get fast", FollFlags.Force, "1")] // mm/gup.c, get_user_pages_fast, before 817be129e6f2
    [InlineData("5.4.23", "get fast", FollFlags.Force, "-EINVAL")] // mm/gup.c, get_user_pages_fast, v5.4
    [InlineData("5.4.24", "get fast", FollFlags.Force, "1")] // f4000fdf435b in the review of 5.4.24, 3 March 2020
    [InlineData("5.6", "get fast", FollFlags.Force, "1")] // mm/gup.c, get_user_pages_fast, f4000fdf435b
    [InlineData("6.6", "get", FollFlags.Touch, "1")] // mm/gup.c, is_valid_gup_args, before 0f20bba1688b
    [InlineData("6.7", "get", FollFlags.Touch, "-EINVAL")] // mm/gup.c, is_valid_gup_args(INTERNAL_GUP_FLAGS), v6.12.117
    [InlineData("6.7", "pin fast", FollFlags.Touch, "-EINVAL")] // mm/gup.c, is_valid_gup_args(INTERNAL_GUP_FLAGS), v6.12.117
    [InlineData("6.7", "pin", FollFlags.Touch, "0")] // mm/gup.c, pin_user_pages(!is_valid_gup_args), v6.12.117
    [InlineData("6.2", "pin", FollFlags.Get, "-EINVAL")] // mm/gup.c, pin_user_pages(FOLL_GET), v6.1.192
    [InlineData("6.3", "pin", FollFlags.Get, "0")] // mm/gup.c, pin_user_pages(!is_valid_gup_args), v6.3
    [InlineData("6.3", "pin fast", FollFlags.Get, "-EINVAL")] // mm/gup.c, pin_user_pages_fast(!is_valid_gup_args), v6.3
    public void MayAsk(string release, string call, FollFlags flags, string expected)
    {
        var machine = new Machine(KernelReleases.Find(release));
        var app = machine.CreateProcess("app");
        var area = app.Mmap(1);
        var pages = machine.CreatePageArray("pages", 1);
        Assert.Equal(expected, $"{call switch
        {
            "pin" => app.PinUserPages(area.Start, 1, flags, pages),
            "get" => app.GetUserPages(area.Start, 1, flags, pages),
            "pin fast" => app.PinUserPagesFast(area.Start, 1, flags, pages),
            _ => app.GetUserPagesFast(area.Start, 1, flags, pages),
        }}");
        Assert.Equal(expected != "1", machine.Warnings.Count == 1);
        Assert.All(machine.Snapshot().Frames, frame => Assert.Equal(0, frame.PinCount));
    }

    /// <summary>Up to 5.5 there are references only, for long as well.</summary>
    [Theory]
    [InlineData("5.5", 2)] // fs/io_uring.c, io_sqe_buffer_register(get_user_pages), v5.5
    [InlineData("5.6", 1025)] // fs/io_uring.c, io_sqe_buffer_register(pin_user_pages), 2113b05d039c
    public void PinsCameWith56(string release, int references)
    {
        var machine = new Machine(KernelReleases.Find(release));
        var app = machine.CreateProcess("app");
        var area = app.Mmap(1);
        var ring = new IoUring(app);
        Assert.Equal(1, ring.RegisterBuffer(area.Start, 4096));
        Assert.Equal(references, app.PageAt(area.Start)!.RefCount);
        ring.UnregisterBuffers();
        Assert.Equal(1, app.PageAt(area.Start)!.RefCount);
        var pages = machine.CreatePageArray("pages", 1);
        Assert.Equal(references == 2, Record.Exception(() => app.PinUserPages(area.Start, 1, FollFlags.None, pages)) is InvalidOperationException);
    }

    /// <summary>What the fast path leaves to the slow one, here because it has to move, is touched for long only from 6.3 on.</summary>
    [Theory]
    [InlineData("6.2", false)] // mm/gup.c, __gup_longterm_unlocked(FOLL_LONGTERM), v6.1.192: a page pinned so had no KPF_REFERENCED
    [InlineData("6.3", true)] // mm/gup.c, internal_get_user_pages_fast(FOLL_TOUCH | FOLL_UNLOCKABLE), v6.3
    public void TouchForLong(string release, bool isDirty)
    {
        var machine = new Machine(KernelReleases.Find(release));
        var app = machine.CreateProcess("app");
        var area = app.Mmap(new MmapRequest(1) { Zone = Zone.Movable });
        app.Touch(area);
        app.Madvise(area.Start, 1, Advice.Free);
        Assert.Equal(1, app.PinUserPagesFast(area.Start, 1, FollFlags.Write | FollFlags.Longterm, machine.CreatePageArray("pages", 1)));
        Assert.Equal(isDirty, (app.PageAt(area.Start)!.Flags & PageFlags.Dirty) != 0);
    }

    /// <summary>A forced write to an empty place leaves a clean entry where one fault is enough; where it takes two, the second one dirties it.</summary>
    [Theory]
    [InlineData("5.17", FollFlags.None, false)] // mm/memory.c, do_wp_page(wp_page_reuse), v5.17
    [InlineData("6.2", FollFlags.None, true)] // mm/gup.c, can_follow_write_pte(PageAnonExclusive), v6.1.192
    [InlineData("6.2", FollFlags.Longterm, false)] // mm/gup.c, __gup_longterm_unlocked(FOLL_LONGTERM), v6.1.192
    [InlineData("6.3", FollFlags.Longterm, true)] // mm/gup.c, internal_get_user_pages_fast(FOLL_TOUCH), v6.3
    public void ForceAndTouch(string release, FollFlags flags, bool isDirty)
    {
        var machine = new Machine(KernelReleases.Find(release));
        var app = machine.CreateProcess("app");
        var area = app.Mmap(1, "area", protection: Protection.Read);
        Assert.Equal(1, app.PinUserPagesFast(area.Start, 1, FollFlags.Write | FollFlags.Force | flags, machine.CreatePageArray("pages", 1)));
        Assert.Equal(isDirty, (app.PageAt(area.Start)!.Flags & PageFlags.Dirty) != 0);
    }

    /// <summary>Until 5.6 the fast path did not look where a page lies, and until 5.9 only that of pins did.</summary>
    [Theory]
    [InlineData("5.5", "get", Zone.Cma)] // mm/gup.c, gup_pte_range, v5.4
    [InlineData("5.6", "pin", Zone.Cma)] // mm/gup.c, try_grab_compound_head, before df3a0a21b698
    [InlineData("5.7", "pin", Zone.Normal)] // mm/gup.c, try_grab_compound_head, df3a0a21b698
    [InlineData("5.9", "get", Zone.Cma)] // mm/gup.c, try_grab_compound_head(FOLL_GET), df3a0a21b698
    public void ALongFastOneInLentMemory(string release, string call, Zone expected)
    {
        var machine = new Machine(KernelReleases.Find(release));
        var app = machine.CreateProcess("app");
        var area = app.Mmap(new MmapRequest(1) { Zone = Zone.Cma });
        app.Touch(area);
        var pages = machine.CreatePageArray("pages", 1);
        var result = call == "pin" ? app.PinUserPagesFast(area.Start, 1, FollFlags.Longterm, pages) : app.GetUserPagesFast(area.Start, 1, FollFlags.Longterm, pages);
        Assert.Equal((1, expected), (result.Value, pages[0].Zone));
    }
}
