namespace LinuxMm.Tests.UserPages;

/// <summary>Pins and madvise. Each case names where it is read: file, function, kernel.</summary>
public sealed class Advised
{
    private static readonly VirtualAddress Base = new(0x40000000);

    private static readonly IReadOnlyDictionary<string, Func<Machine, string>> Cases = new Dictionary<string, Func<Machine, string>>
    {
        ["holes"] = m => WithHole(m) is var app ? $"{app.Madvise(Base, 3, Advice.DontNeed)} {app.PfnAt(Base)} {app.PfnAt(Base.Page(2))}" : "",
        ["holes, mprotect"] = m => WithHole(m) is var app ? $"{app.Mprotect(Base, 3, Protection.Read)} {app.FindVma(Base)!.Protection} {app.FindVma(Base.Page(2))!.Protection}" : "",
        ["free, then page-out"] = m => Freed(m) is var app ? $"{app.PfnAt(Base) is null}" : "",
        ["free, write, then page-out"] = m => Freed(m, app => app.Write(Base, "new")) is var app ? $"{app.PfnAt(Base) is null}" : "",
        ["free, pin, then page-out"] = m => Freed(m, app => Pin(m, app)) is var app ? $"{app.PfnAt(Base) is null} {app.PageAt(Base)?.RefCount}" : "",
        ["free of a file"] = m => $"{File(m).Madvise(Base, 1, Advice.Free)}",
        ["wipe on fork"] = m => Wiped(m) is var app ? $"{app.Fork("child").Read(Base)}" : "",
        ["wipe a file on fork"] = m => $"{File(m).Madvise(Base, 1, Advice.WipeOnFork)}",
        ["fork device memory again"] = m => $"{Window(m).Madvise(Base, 1, Advice.DoFork)}",
        ["populate device memory"] = m => $"{Window(m).Madvise(Base, 1, Advice.PopulateRead)}",
        ["populate for writing"] = m => Mapped(m, Protection.ReadWrite) is var app ? $"{app.Madvise(Base, 3, Advice.PopulateWrite)} {app.PageAt(Base.Page(2))?.RefCount}" : "",
        ["populate for writing, read-only"] = m => $"{Mapped(m, Protection.Read).Madvise(Base, 3, Advice.PopulateWrite)}",
        ["drop locked"] = m => Locked(m) is var app ? $"{app.Madvise(Base, 1, Advice.DontNeed)} {app.Madvise(Base, 1, Advice.DontNeedLocked)}" : "",
        ["drop hugetlb"] = m => HugeTlb(m) is var app ? $"{app.Madvise(Base, 512, Advice.DontNeed)} {app.Madvise(Base.Page(1), 511, Advice.DontNeed)} {app.Madvise(Base, 5, Advice.DontNeed)}" : "",
        ["page-out of a dirty file page"] = DirtyFile,
    };

    [Theory]
    [InlineData("holes", "5.10", "-ENOMEM  ")] // mm/madvise.c, madvise_walk_vmas(unmapped_error), v6.12.117
    [InlineData("holes, mprotect", "5.10", "-ENOMEM Read ReadWrite")] // mm/mprotect.c, do_mprotect_pkey(vma->vm_start != nstart), v5.17
    [InlineData("free, then page-out", "5.10", "True")] // mm/rmap.c, try_to_unmap_one(!PageSwapBacked), v5.10
    [InlineData("free, write, then page-out", "5.10", "False")] // mm/rmap.c, try_to_unmap_one(PageDirty), v5.10
    [InlineData("free, pin, then page-out", "5.10", "False 1025")] // mm/rmap.c, try_to_unmap_one(ref_count), v5.10.262
    [InlineData("free of a file", "5.10", "-EINVAL")] // mm/madvise.c, madvise_free_single_vma, v5.10
    [InlineData("wipe on fork", "5.10", "")] // kernel/fork.c, dup_mmap(VM_WIPEONFORK), v5.10
    [InlineData("wipe a file on fork", "5.10", "-EINVAL")] // mm/madvise.c, madvise_behavior, v5.10
    [InlineData("fork device memory again", "6.12", "-EINVAL")] // mm/madvise.c, madvise_vma_behavior, v6.12.117
    [InlineData("populate device memory", "5.13", "-EINVAL")] // mm/madvise.c, madvise_behavior_valid, v5.13
    [InlineData("populate device memory", "5.14", "-EINVAL")] // mm/madvise.c, madvise_populate, v5.14
    [InlineData("populate for writing", "5.14", "0 1")] // mm/madvise.c, madvise_populate, v5.14
    [InlineData("populate for writing", "5.13", "-EINVAL ")] // mm/madvise.c, madvise_behavior_valid, v5.13
    [InlineData("populate for writing, read-only", "5.14", "-EINVAL")] // mm/gup.c, faultin_vma_page_range, v5.14
    [InlineData("drop locked", "5.17", "-EINVAL -EINVAL")] // mm/madvise.c, can_madv_lru_vma, v5.17
    [InlineData("drop locked", "5.18", "-EINVAL 0")] // mm/madvise.c, madvise_dontneed_free_valid_vma, v5.18
    [InlineData("drop hugetlb", "5.17", "-EINVAL -EINVAL -EINVAL")] // mm/madvise.c, can_madv_lru_vma, v5.17
    [InlineData("drop hugetlb", "5.18", "0 -EINVAL 0")] // mm/madvise.c, madvise_dontneed_free_valid_vma, v5.18
    [InlineData("page-out of a dirty file page", "6.1.192", "2 Dirty")] // mm/vmscan.c, shrink_folio_list(current_is_kswapd), v6.1.192
    public void SaysAndDoes(string name, string release, string expected)
    {
        var machine = new Machine(KernelReleases.Find(release));
        Assert.Equal(expected, Cases[name](machine));
        Assert.Equal(machine.Snapshot(), MachineSnapshot.FromTrace(machine.Trace));
    }

    private static MemoryDescriptor Mapped(Machine machine, Protection protection)
    {
        var app = machine.CreateProcess("app");
        app.Mmap(new MmapRequest(3) { At = Base, Protection = protection });
        return app;
    }

    private static MemoryDescriptor WithHole(Machine machine)
    {
        var app = Mapped(machine, Protection.ReadWrite);
        app.Touch(app.VmAreas[0]);
        app.Munmap(Base.Page(1), 1);
        return app;
    }

    private static MemoryDescriptor Freed(Machine machine, Action<MemoryDescriptor>? then = null)
    {
        var app = Mapped(machine, Protection.ReadWrite);
        app.Write(Base, "old");
        Assert.Equal(0, app.Madvise(Base, 1, Advice.Free));
        then?.Invoke(app);
        Assert.Equal(0, app.Madvise(Base, 1, Advice.PageOut));
        return app;
    }

    private static void Pin(Machine machine, MemoryDescriptor app) =>
        Assert.Equal(1, app.PinUserPagesFast(Base, 1, FollFlags.Longterm, machine.CreatePageArray("pages", 1)));

    private static MemoryDescriptor Wiped(Machine machine)
    {
        var app = Mapped(machine, Protection.ReadWrite);
        app.Write(Base, "secret");
        Assert.Equal(0, app.Madvise(Base, 1, Advice.WipeOnFork));
        return app;
    }

    private static MemoryDescriptor Locked(Machine machine)
    {
        var app = Mapped(machine, Protection.ReadWrite);
        Assert.Equal(0, app.Mlock(Base, 1));
        return app;
    }

    private static MemoryDescriptor File(Machine machine)
    {
        var app = machine.CreateProcess("app");
        app.Mmap(new MmapRequest(1) { At = Base, Of = machine.CreateFile("film", MappedKind.File, 1), Sharing = Sharing.Shared });
        return app;
    }

    private static MemoryDescriptor HugeTlb(Machine machine)
    {
        var app = machine.CreateProcess("app");
        app.Mmap(new MmapRequest(512) { At = Base, Of = machine.CreateFile("pool", MappedKind.HugeTlb, 512) });
        app.Touch(Base);
        return app;
    }

    private static MemoryDescriptor Window(Machine machine)
    {
        var (app, gpu) = (machine.CreateProcess("app"), machine.AddDriver("gpu"));
        gpu.RemapPfnRange(app.Mmap(new MmapRequest(1) { At = Base, Of = gpu, Sharing = Sharing.Shared }), gpu.AddDeviceMemory(1));
        return app;
    }

    private static string DirtyFile(Machine machine)
    {
        var app = File(machine);
        app.Write(Base, "kept");
        var page = app.PageAt(Base)!;
        app.Madvise(Base, 1, Advice.PageOut);
        app.Read(Base);
        return $"{page.RefCount} {page.Flags & PageFlags.Dirty}";
    }
}
