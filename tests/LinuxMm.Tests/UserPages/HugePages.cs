namespace LinuxMm.Tests.UserPages;

/// <summary>Pages of 2 MiB, release by release. Each case names where it is read: file, function, kernel.</summary>
public sealed class HugePages
{
    private const int Frames = 512;
    private const FollFlags Forced = FollFlags.Write | FollFlags.Force;
    private static readonly VirtualAddress Base = new(0x40000000);

    private static readonly IReadOnlyDictionary<string, Func<Machine, string>> Cases = new Dictionary<string, Func<Machine, string>>
    {
        ["forced write, THP read-only"] = m => Pinned(m, Protect(Transparent(m), 0, Frames), Forced),
        ["forced write, one page of a THP read-only"] = m => Pinned(m, Protect(Transparent(m), 2, 1), Forced),
        ["write in a child, THP"] = m => Pinned(m, Transparent(m).Fork("child"), FollFlags.Write),
        ["write in a child, hugetlb"] = m => Pinned(m, HugeTlb(m, Sharing.Private).Fork("child"), FollFlags.Write),
        ["write in a child, hugetlb shared"] = m => Pinned(m, HugeTlb(m, Sharing.Shared).Fork("child"), FollFlags.Write),
        ["read for long in a child, hugetlb"] = m => Pinned(m, HugeTlb(m, Sharing.Private).Fork("child"), FollFlags.Longterm),
        ["forced write, hugetlb read-only"] = m => Pinned(m, HugeTlb(m, Sharing.Private, Protection.Read), Forced),
        ["private mapping of a written hugetlb file"] = m => Pinned(m, PrivateView(m), FollFlags.Write),
        ["beyond the end of a hugetlb file"] = m => Pinned(m, Shortened(m), FollFlags.Write),
    };

    [Theory]
    [InlineData("forced write, THP read-only", "5.10.262", "4: 5 5 5 5")] // mm/huge_memory.c, do_huge_pmd_wp_page(reuse_swap_page), v5.10.262
    [InlineData("forced write, THP read-only", "6.12", "4: 5 5 5 5")] // mm/huge_memory.c, do_huge_pmd_wp_page(PageAnonExclusive), v6.12.117
    [InlineData("forced write, one page of a THP read-only", "5.10.262", "4: 514 514 1025 514")] // mm/memory.c, do_wp_page(page_count), v5.10.262: 512 - 1 maps, 3 pins
    [InlineData("forced write, one page of a THP read-only", "6.1.192", "4: 516 516 516 516")] // mm/huge_memory.c, __split_huge_pmd_locked(anon_exclusive), v6.1.192
    [InlineData("write in a child, THP", "6.1.192", "4: 1025 1025 1025 1025")] // mm/huge_memory.c, do_huge_pmd_wp_page(fallback), v6.1.192
    [InlineData("write in a child, hugetlb", "5.10.262", "4: 5 5 5 5")] // mm/hugetlb.c, hugetlb_cow, v5.10.262
    [InlineData("write in a child, hugetlb", "6.12", "4: 5 5 5 5")] // mm/hugetlb.c, hugetlb_wp, v6.12.117
    [InlineData("write in a child, hugetlb shared", "6.12", "4: 7 7 7 7")] // mm/hugetlb.c, copy_hugetlb_page_range, v6.12.117
    [InlineData("read for long in a child, hugetlb", "5.10.262", "4: 6 6 6 6")] // mm/gup.c, follow_hugetlb_page, v5.10.262
    [InlineData("read for long in a child, hugetlb", "6.1.192", "4: 5 5 5 5")] // mm/hugetlb.c, hugetlb_wp(FAULT_FLAG_UNSHARE), v6.1.192
    [InlineData("forced write, hugetlb read-only", "5.10.262", "4: 5 5 5 5")] // mm/hugetlb.c, set_huge_ptep_writable, v5.10.262
    [InlineData("forced write, hugetlb read-only", "6.12", "-EFAULT")] // mm/gup.c, check_vma_flags, v6.12.117
    [InlineData("forced write, hugetlb read-only", "7.3", "4: 5 5 5 5")] // mm/gup.c, can_follow_write_common, v7.3.4
    [InlineData("private mapping of a written hugetlb file", "6.12", "4: 5 5 5 5 film")] // mm/hugetlb.c, hugetlb_no_page, v6.12.117
    [InlineData("beyond the end of a hugetlb file", "6.12", "-EFAULT")] // mm/hugetlb.c, hugetlb_no_page(idx >= size), v6.12.117
    public void PinsFourPages(string name, string release, string expected)
    {
        var machine = new Machine(KernelReleases.Find(release), new MachineOptions { NormalFrames = 0x1fff });
        Assert.Equal(expected, Cases[name](machine));
        Assert.Equal(machine.Snapshot(), MachineSnapshot.FromTrace(machine.Trace));
    }

    /// <summary>A device writes into a page of hugetlb while its owner forks and writes: since 5.12 both keep seeing the same page.</summary>
    [Theory]
    [InlineData("5.10.262", false)] // mm/hugetlb.c, copy_hugetlb_page_range, v5.10.262
    [InlineData("5.12", true)] // mm/hugetlb.c, copy_hugetlb_page_range(page_needs_cow_for_dma), v5.12
    [InlineData("6.1.192", true)] // mm/hugetlb.c, copy_hugetlb_page_range(page_try_dup_anon_rmap), v6.1.192
    public void ForkLeavesAPinnedPageToItsOwner(string release, bool isKept)
    {
        var machine = new Machine(KernelReleases.Find(release), new MachineOptions { NormalFrames = 0x1fff });
        var app = HugeTlb(machine, Sharing.Private);
        app.Write(Base, "early");
        var pinned = machine.CreatePageArray("pages", 1);
        Assert.Equal(1, app.PinUserPagesFast(Base, 1, FollFlags.Write | FollFlags.Longterm, pinned));
        var child = app.Fork("child");
        app.Write(Base, "later");
        Assert.Equal((isKept, "early", "later"), (app.PfnAt(Base) == pinned[0].Pfn, child.Read(Base).Value, app.Read(Base).Value));
    }

    private static MemoryDescriptor Transparent(Machine machine)
    {
        var app = machine.CreateProcess("app");
        app.Mmap(new MmapRequest(Frames) { At = Base });
        Assert.Equal(0, app.Madvise(Base, Frames, Advice.HugePage));
        app.Touch(Base);
        return app;
    }

    private static MemoryDescriptor Protect(MemoryDescriptor app, int first, int pages)
    {
        Assert.Equal(0, app.Mprotect(Base.Page(first), pages, Protection.Read));
        return app;
    }

    private static MemoryDescriptor HugeTlb(Machine machine, Sharing sharing, Protection protection = Protection.ReadWrite)
    {
        var app = machine.CreateProcess("app");
        app.Mmap(new MmapRequest(Frames) { At = Base, Of = machine.CreateFile("pool", MappedKind.HugeTlb, Frames), Sharing = sharing, Protection = protection });
        _ = protection == Protection.Read ? app.Read(Base).IsSuccess : app.Touch(Base).IsSuccess;
        return app;
    }

    private static MemoryDescriptor PrivateView(Machine machine)
    {
        var file = machine.CreateFile("pool", MappedKind.HugeTlb, Frames);
        var writer = machine.CreateProcess("writer");
        writer.Write(writer.Mmap(new MmapRequest(Frames) { Of = file, Sharing = Sharing.Shared }).Start, "film");
        var app = machine.CreateProcess("app");
        app.Mmap(new MmapRequest(Frames) { At = Base, Of = file });
        return app;
    }

    private static MemoryDescriptor Shortened(Machine machine)
    {
        var app = machine.CreateProcess("app");
        var file = machine.CreateFile("pool", MappedKind.HugeTlb, 2 * Frames);
        app.Mmap(new MmapRequest(Frames) { At = Base, Of = file, PageOffset = Frames });
        file.Truncate(Frames);
        return app;
    }

    private static string Pinned(Machine machine, MemoryDescriptor app, FollFlags flags)
    {
        var pages = machine.CreatePageArray("pages", 4);
        var result = app.PinUserPagesFast(Base, 4, flags, pages);
        return result.IsSuccess
            ? $"{result}: {string.Join(' ', Enumerable.Range(0, 4).Select(i => pages[i].RefCount))} {pages[0].Contents}".TrimEnd()
            : $"{result}";
    }
}
