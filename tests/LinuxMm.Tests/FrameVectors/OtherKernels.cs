namespace LinuxMm.Tests.FrameVectors;

/// <summary>Kinds of memory and releases that nobody asked a real kernel about: 4 pages for videobuf2. Each case names where it is read: file, function, kernel.</summary>
public sealed class OtherKernels
{
    private const int Bytes = 4 * VirtualAddress.PageSize;
    private static readonly VirtualAddress Base = new(0x40000000);

    private static readonly Dictionary<string, Func<Machine, MemoryDescriptor>> Cases = new()
    {
        ["PROT_NONE afterwards"] = m => Protected(m, Protection.None),
        ["PROT_EXEC afterwards"] = m => Protected(m, Protection.Execute),
        ["PROT_EXEC, untouched"] = m => Mapped(m, new MmapRequest(4) { Protection = Protection.Execute }),
        ["given up"] = m => Advised(m, Advice.Free),
        ["child of who wiped"] = m => Advised(m, Advice.WipeOnFork).Fork("child"),
        ["child of who kept it"] = m => Advised(m, Advice.DontFork).Fork("child"),
        ["file, private, untouched"] = m => Mapped(m, new MmapRequest(4) { Of = m.CreateFile("film", MappedKind.File, 4) }),
        ["file, private, shorter"] = m => Mapped(m, new MmapRequest(4) { Of = m.CreateFile("film", MappedKind.File, 1) }),
        ["DAX, private, written"] = m => Touched(Mapped(m, new MmapRequest(4) { Of = m.CreateFile("film", MappedKind.FsDax, 4) })),
        ["DAX, private, untouched"] = m => Mapped(m, new MmapRequest(4) { Of = m.CreateFile("film", MappedKind.FsDax, 4) }),
        ["secret memory, read-only"] = m => Mapped(m, new MmapRequest(4) { Of = m.CreateFile("secret", MappedKind.Secret, 4), Sharing = Sharing.Shared, Protection = Protection.Read }),
        ["hugetlb, private, read-only"] = m => Mapped(m, new MmapRequest(512) { Of = m.CreateFile("pool", MappedKind.HugeTlb, 512), Protection = Protection.Read }),
        ["hugetlb, shared, read-only"] = m => Mapped(m, new MmapRequest(512) { Of = m.CreateFile("pool", MappedKind.HugeTlb, 512), Sharing = Sharing.Shared, Protection = Protection.Read }),
        ["inserted, VM_IO"] = m => Inserted(m, VmFlags.Io, Protection.ReadWrite),
        ["inserted, read-only"] = m => Inserted(m, VmFlags.None, Protection.Read),
        ["raw in a mixed mapping"] = m => Mixed(m, pages: 0),
        ["raw behind a page"] = m => Mixed(m, pages: 1),
        ["window, half of it mapped"] = m => Window(m, Sharing.Shared, 2),
        ["window, half of it copied"] = m => Touched(Window(m, Sharing.Private, 4), 2),
        ["in a place to be left, held"] = m => Held(m),
    };

    [Theory]
    [InlineData("PROT_NONE afterwards", "5.15.224", true, "4 own")] // mm/gup.c, check_vma_flags(FOLL_FORCE), v5.15.224
    [InlineData("PROT_NONE afterwards", "6.6.100", false, "-EFAULT")] // mm/gup.c, check_vma_flags(!VM_READ), v6.8
    [InlineData("PROT_EXEC afterwards", "6.18.5", false, "4 own")] // mm/gup.c, gup_fast_pte_range(pte_access_permitted), v6.17
    [InlineData("PROT_EXEC afterwards", "6.18.5", true, "-EFAULT")]
    [InlineData("PROT_EXEC, untouched", "7.0.14", false, "-EFAULT")] // mm/gup.c, check_vma_flags(!VM_READ), v7.0.14
    [InlineData("PROT_EXEC, untouched", "5.4.291", false, "4 own")] // mm/gup.c, check_vma_flags(FOLL_FORCE), v5.4.291
    [InlineData("given up", "6.18.5", true, "4 own")]
    [InlineData("child of who wiped", "5.4.291", true, "4 own")]
    [InlineData("child of who kept it", "5.4.291", true, "-EFAULT")] // mm/frame_vector.c, get_vaddr_frames(!vma), v5.4.291
    [InlineData("file, private, untouched", "6.1.170", false, "4 own")]
    [InlineData("file, private, untouched", "7.3", false, "4 own")] // mm/gup.c, gup_must_unshare(is_cow_mapping), v7.3.4
    [InlineData("file, private, shorter", "7.3", true, "-EFAULT")]
    [InlineData("DAX, private, written", "5.4.291", true, "-EOPNOTSUPP")] // mm/frame_vector.c, get_vaddr_frames(vma_is_fsdax), v5.4.291
    [InlineData("DAX, private, written", "5.15.224", true, "4 own")] // mm/gup.c, gup_pte_range, v5.15.224
    [InlineData("DAX, private, untouched", "5.15.224", true, "-EOPNOTSUPP")] // mm/gup.c, check_vma_flags(vma_is_fsdax), v5.15.224
    [InlineData("secret memory, read-only", "6.18.5", false, "-EFAULT")] // mm/gup.c, check_vma_flags(vma_is_secretmem), v6.17
    [InlineData("hugetlb, private, read-only", "5.15.224", true, "4 own")] // mm/gup.c, check_vma_flags, v5.15.224
    [InlineData("hugetlb, private, read-only", "6.1.170", true, "-EFAULT")] // mm/gup.c, check_vma_flags(is_vm_hugetlb_page), v6.1.170
    [InlineData("hugetlb, private, read-only", "6.18.5", false, "4 own")]
    [InlineData("hugetlb, shared, read-only", "6.1.170", false, "-EFAULT")]
    [InlineData("hugetlb, shared, read-only", "7.0.14", false, "4 others'")]
    [InlineData("inserted, VM_IO", "5.4.291", true, "-EFAULT")] // mm/frame_vector.c, get_vaddr_frames(VM_IO), v5.4.291
    [InlineData("inserted, VM_IO", "5.15.224", true, "4 others'")] // mm/gup.c, gup_pte_range, v5.15.224
    [InlineData("inserted, VM_IO", "6.6.100", true, "-EFAULT")]
    [InlineData("inserted, VM_IO", "6.6.100", false, "4 others'")]
    [InlineData("inserted, VM_IO", "7.0.14", false, "-EFAULT")] // mm/gup.c, gup_fast_folio_allowed(!mapping), v6.17
    [InlineData("inserted, VM_IO", "7.3", false, "4 others'")] // mm/gup.c, gup_fast_folio_allowed(!reject_file_backed), v7.3.4
    [InlineData("inserted, read-only", "6.1.170", false, "-EFAULT")]
    [InlineData("inserted, read-only", "7.0.14", false, "4 others'")]
    [InlineData("raw in a mixed mapping", "5.4.291", true, "-EFAULT")] // mm/gup.c, follow_pfn_pte(FOLL_GET), v5.4.291
    [InlineData("raw in a mixed mapping", "5.10.262", true, "4 unset")] // mm/gup.c, __get_user_pages(next_page), v5.10.262
    [InlineData("raw in a mixed mapping", "5.15.224", true, "-EFAULT")] // mm/gup.c, follow_pfn_pte(FOLL_PIN), v5.15.224
    [InlineData("raw in a mixed mapping", "6.18.5", false, "-EEXIST")] // mm/gup.c, __get_user_pages(EEXIST), v6.17
    [InlineData("raw behind a page", "6.18.5", true, "-EFAULT")]
    [InlineData("window, half of it mapped", "5.15.40", true, "-EFAULT")]
    [InlineData("window, half of it copied", "5.15.40", true, "-EFAULT")]
    [InlineData("window, half of it copied", "7.3", true, "-EFAULT")]
    [InlineData("in a place to be left, held", "5.10.262", true, "4 own")]
    [InlineData("in a place to be left, held", "5.15.224", true, "-ENOMEM")] // mm/gup.c, check_and_migrate_movable_pages(ret > 0), v5.15.224
    [InlineData("in a place to be left, held", "7.3", false, "-ENOMEM")] // mm/gup.c, migrate_longterm_unpinnable_folios, v7.3.4
    public void AnswerAsTheirSourcesSay(string name, string release, bool isWritten, string expected)
    {
        var machine = new Machine(KernelReleases.Find(release), new MachineOptions { NormalFrames = 0x1000, MovableFrames = 0x100 });
        var app = Cases[name](machine);
        var pins = Pins(machine);
        var taken = Vb2Memops.CreateFramevec(new Vb2UserPointer(machine.AddDevice("camera"), app, Base, Bytes, isWritten ? DmaDirection.FromDevice : DmaDirection.ToDevice));
        Assert.Equal(expected, taken.IsSuccess ? $"{taken.Value.FrameCount} {KindOf(taken.Value)}" : $"{taken}");
        if (!taken.IsSuccess)
        {
            Assert.Equal(pins, Pins(machine));
        }
    }

    private static int Pins(Machine machine) => machine.Snapshot().Frames.Sum(frame => frame.PinCount);

    private static string KindOf(FrameVector frames) => Enumerable.Range(0, frames.FrameCount)
        .Select(i => frames.Slot(i).Kind == SlotKind.Uninitialised ? "unset" : (frames.PageAt(i).Head.Flags & PageFlags.Anon) != 0 ? "own" : "others'").Distinct().Single();

    private static MemoryDescriptor Mapped(Machine machine, MmapRequest request)
    {
        var app = machine.CreateProcess("app");
        app.Mmap(request with { At = Base });
        return app;
    }

    private static MemoryDescriptor Touched(MemoryDescriptor app, int pages = 4)
    {
        for (var i = 0; i < pages; i++)
        {
            Assert.True(app.Touch(Base.Page(i)).IsSuccess);
        }

        return app;
    }

    private static MemoryDescriptor Protected(Machine machine, Protection protection)
    {
        var app = Touched(Mapped(machine, new MmapRequest(4)));
        app.Mprotect(Base, 4, protection);
        return app;
    }

    private static MemoryDescriptor Advised(Machine machine, Advice advice)
    {
        var app = Touched(Mapped(machine, new MmapRequest(4)));
        Assert.Equal(0, app.Madvise(Base, 4, advice).Value);
        return app;
    }

    private static MemoryDescriptor Held(Machine machine)
    {
        var app = Touched(Mapped(machine, new MmapRequest(4) { Zone = Zone.Movable }));
        app.GetUserPages(Base.Page(2), 1, FollFlags.None, machine.CreatePageArray("holder", 1));
        return app;
    }

    private static MemoryDescriptor Inserted(Machine machine, VmFlags flags, Protection protection)
    {
        var gpu = machine.AddDriver("gpu");
        var app = Mapped(machine, new MmapRequest(4) { Of = gpu, Sharing = Sharing.Shared, Protection = protection });
        Insert(gpu, app, flags, 4);
        return app;
    }

    private static MemoryDescriptor Mixed(Machine machine, int pages)
    {
        var gpu = machine.AddDriver("gpu");
        var app = Mapped(machine, new MmapRequest(4) { Of = gpu, Sharing = Sharing.Shared });
        Insert(gpu, app, VmFlags.MixedMap, pages);
        var window = gpu.AddDeviceMemory(4);
        for (var i = pages; i < 4; i++)
        {
            gpu.VmfInsertPfn(app.VmAreas[0], Base.Page(i), window[i]);
        }

        return app;
    }

    private static void Insert(Driver gpu, MemoryDescriptor app, VmFlags flags, int pages)
    {
        gpu.SetVmFlags(app.VmAreas[0], flags);
        for (var i = 0; i < pages; i++)
        {
            Assert.Equal(0, gpu.VmInsertPage(app.VmAreas[0], Base.Page(i), gpu.AllocPages(1).First).Value);
        }
    }

    private static MemoryDescriptor Window(Machine machine, Sharing sharing, int pages)
    {
        var gpu = machine.AddDriver("gpu");
        var app = Mapped(machine, new MmapRequest(4) { Of = gpu, Sharing = sharing });
        Assert.Equal(0, gpu.RemapPfnRange(app.VmAreas[0], Base, gpu.AddDeviceMemory(pages)).Value);
        return app;
    }
}
