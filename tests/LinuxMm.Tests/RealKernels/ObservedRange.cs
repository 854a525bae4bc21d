namespace LinuxMm.Tests.RealKernels;

/// <summary>The ranges of the README, built from mappings, protections, residency and geometry.</summary>
internal static class ObservedRange
{
    private const int Huge = 512;
    private static readonly VirtualAddress Base = new(0x10000000);

    /// <summary>Cases that the model does not build, with the reason.</summary>
    public static IReadOnlyDictionary<string, string> Excluded { get; } = new Dictionary<string, string>
    {
        ["perf_ring"] = "the ring's driver refuses writes by page_mkwrite, which no other range does",
        ["len_zero"] = "vb2_create_framevec refuses it before get_vaddr_frames is called",
        ["len_4g_minus_page"] = "a million frames; whether the array for them can be allocated is not the model's question",
    };

    public static World Build(KernelEra era, string kernel, string name, bool isMovable, bool isScattered = false)
    {
        var world = new World(era, isMovable ? Zone.Movable : Zone.Normal, isScattered);
        Layouts(kernel)[name](world);
        return world;
    }

    private static Dictionary<string, Action<World>> Layouts(string kernel) => new()
    {
        ["anon_touched"] = w => w.Anonymous(4).Touch(),
        ["anon_untouched"] = w => w.Anonymous(4),
        ["anon_ro_untouched"] = w => w.Anonymous(4, Protection.Read),
        ["anon_none_untouched"] = w => w.Anonymous(4, Protection.None),
        ["anon_wo"] = w => w.Anonymous(4, Protection.Write),
        ["anon_shared_ro"] = w => w.SharedAnonymous(4, Protection.Read),
        ["mlock_onfault"] = w => w.Anonymous(4),
        ["dontfork"] = w => w.Anonymous(4).Touch(),
        ["anon_in_child_of_fork"] = w => w.Anonymous(4).Touch().UseChild(),
        ["stack"] = w => w.Anonymous(4).Touch(),
        ["vdso"] = w => w.DriverPages(1, Protection.Read | Protection.Execute, Sharing.Private).MappedByOthers(2),
        ["vvar"] = w => w.Reserved(1, Protection.Read, Sharing.Private),
        ["tmpfs_shared"] = w => w.OfFile(MappedKind.Shmem, Sharing.Shared).Touch(),
        ["tmpfs_shared_ro_rdwrfd"] = w => w.OfFile(MappedKind.Shmem, Sharing.Shared, Protection.Read).See(),
        ["tmpfs_shared_ro_rofd"] = w => w.OfFile(MappedKind.Shmem, Sharing.Shared, Protection.Read, isReadOnlyDescriptor: true).See(),
        ["tmpfs_private"] = w => w.OfFile(MappedKind.Shmem, Sharing.Private),
        ["tmpfs_private_cowed"] = w => w.OfFile(MappedKind.Shmem, Sharing.Private).Touch(),
        ["rootfs_shared"] = w => w.OfFile(MappedKind.Shmem, Sharing.Shared).Touch(),
        ["memfd"] = w => w.OfFile(MappedKind.Shmem, Sharing.Shared).Touch(),
        ["memfd_secret"] = w => w.OfFile(MappedKind.Secret, Sharing.Shared).Touch(),
        ["ext4_shared_clean"] = w => w.OfFile(MappedKind.File, Sharing.Shared),
        ["ext4_private"] = w => w.OfFile(MappedKind.File, Sharing.Private),
        ["ext4_private_ro"] = w => w.OfFile(MappedKind.File, Sharing.Private, Protection.Read).See(),
        ["fsdax_shared"] = w => w.OfFile(MappedKind.FsDax, Sharing.Shared).Touch(),
        ["fsdax_private_cowed"] = w => w.OfFile(MappedKind.FsDax, Sharing.Private).Touch(),
        ["hugetlb_ro"] = w => w.HugeTlb(Sharing.Private, Protection.Read),
        ["hugetlb_whole"] = w => w.HugeTlb(Sharing.Private, Protection.ReadWrite).Touch(),
        ["hugetlbfs_shared"] = w => w.HugeTlb(Sharing.Shared, Protection.ReadWrite).Touch(),
        ["thp"] = w => w.Transparent().Touch().StartAt(Base.Page(8)),
        ["thp_whole"] = w => w.Transparent().Touch(),
        ["bar_edu"] = w => w.Window(4),
        ["bar_vga"] = w => w.Window(4),
        ["bar_ivshmem"] = w => w.Window(4),
        ["bar_unaligned"] = w => w.Window(5),
        ["bar_private_cowed"] = w => w.Window(4, sharing: Sharing.Private).Touch(),
        ["devmem_bios_rom"] = w => w.Reserved(4, Protection.ReadWrite, Sharing.Shared),
        ["fb0"] = w => w.Block(2),
        ["v4l_mmap_vmalloc"] = w => w.Inserted(4),
        ["vgem"] = w => Vgem(w, kernel, 4),
        ["vgem_half_touched"] = w => Vgem(w, kernel, 2),
        ["hole_first"] = w => w.Anonymous(3, at: 1).Touch(),
        ["none_middle"] = w => w.Anonymous(4).Touch().Protect(2, Protection.None),
        ["ro_middle"] = w => w.Anonymous(4).Touch().Protect(2, Protection.Read),
        ["two_vmas"] = w => w.Anonymous(2).OfFile(MappedKind.Shmem, Sharing.Shared, pages: 2, at: 2),
        ["anon_then_pfnmap"] = w => w.Anonymous(2).Touch().Window(2, at: 2),
        ["anon_then_1pfnmap"] = w => w.Anonymous(3).Touch().Window(1, at: 3),
        ["pfnmap_then_anon"] = w => w.Window(2).Anonymous(2, at: 2).Touch(),
        ["two_pfnmap_contig"] = w => w.WindowInTwo(),
        ["pfnmap_then_hole"] = w => w.Window(2),
        ["hole_then_pfnmap"] = w => w.Window(2, at: 2),
        ["len_plus1"] = w => w.Anonymous(4),
        ["last_page_of_user_space"] = w => w.LastPage(),
        ["last_page_and_beyond"] = w => w.LastPage(),
        ["anon_then_fsdax"] = w => w.Anonymous(2).Touch().OfFile(MappedKind.FsDax, Sharing.Shared, pages: 2, at: 2).Touch(),
        ["len_beyond_mapping"] = w => w.Anonymous(4).Touch(),
        ["len_into_prot_none"] = w => w.Anonymous(5).TouchFirst(4).Protect(4, Protection.None),
        ["low_unmapped"] = w => w.StartAt(new VirtualAddress(0x10000)),
        ["below_task_size"] = w => w.StartAt(VirtualAddress.TaskSize.Page(-1)),
        ["straddle_task_size"] = w => w.StartAt(VirtualAddress.TaskSize.Page(-1)),
        ["kernel_text"] = w => w.StartAt(new VirtualAddress(0xffffffff81000000)),
        ["vsyscall"] = w => w.StartAt(new VirtualAddress(0xffffffffff600000)),
    };

    /// <summary>6.1 maps the pages as raw frames when they are touched; 5.10 gives them to the fault handler's caller.</summary>
    private static void Vgem(World world, string kernel, int touched)
    {
        if (kernel == "5.10")
        {
            world.DriverPages(4, Protection.ReadWrite, Sharing.Shared).TouchFirst(touched);
        }
        else
        {
            world.RamByFault(4, touched);
        }
    }

    /// <summary>A machine, a process and the range.</summary>
    internal sealed class World
    {
        private readonly Zone _zone;
        private readonly Driver _driver;
        private VmArea? _last;
        private int _names;

        public World(KernelEra era, Zone zone, bool isScattered)
        {
            Machine = new Machine(era, new MachineOptions { NormalFrames = 0x17ff, MovableFrames = 0x800, IsTracing = false, ChecksInvariants = !isScattered });
            App = Machine.CreateProcess("app");
            _driver = Machine.AddDriver("driver");
            _zone = zone;
            if (isScattered)
            {
                Scatter();
            }
        }

        public Machine Machine { get; }

        public MemoryDescriptor App { get; private set; }

        public VirtualAddress Start { get; private set; } = Base;

        public World StartAt(VirtualAddress start)
        {
            Start = start;
            return this;
        }

        public World Anonymous(int pages, Protection protection = Protection.ReadWrite, int at = 0) => Map(new MmapRequest(pages) { Protection = protection, At = Base.Page(at) });

        public World SharedAnonymous(int pages, Protection protection) => Map(new MmapRequest(pages) { Protection = protection, Sharing = Sharing.Shared, At = Base });

        public World Transparent()
        {
            Map(new MmapRequest(Huge) { At = Base });
            Assert.Equal(0, App.Madvise(Base, Huge, Advice.HugePage));
            return this;
        }

        public World LastPage()
        {
            Map(new MmapRequest(1) { At = VirtualAddress.TaskSize.Page(-1) });
            return Touch().StartAt(_last!.Start);
        }

        public World OfFile(MappedKind kind, Sharing sharing, Protection protection = Protection.ReadWrite, int pages = 4, int at = 0, bool isReadOnlyDescriptor = false)
        {
            var file = Machine.CreateFile($"file {_names++}", kind, pages);
            file.Zone = _zone;
            return Map(new MmapRequest(pages) { Of = file, Sharing = sharing, Protection = protection, At = Base.Page(at), IsReadOnlyDescriptor = isReadOnlyDescriptor });
        }

        public World HugeTlb(Sharing sharing, Protection protection) => OfFile(MappedKind.HugeTlb, sharing, protection, Huge);

        public World Window(int pages, int at = 0, Sharing sharing = Sharing.Shared)
        {
            MapDriver(pages, Protection.ReadWrite, sharing, at);
            return Remap(_driver.AddDeviceMemory(pages));
        }

        /// <summary>Two mappings of one window, side by side.</summary>
        public World WindowInTwo()
        {
            var window = _driver.AddDeviceMemory(4);
            MapDriver(2, Protection.ReadWrite, Sharing.Shared, 0);
            Remap(new PfnRange(window[0], 2));
            MapDriver(2, Protection.ReadWrite, Sharing.Shared, 2);
            return Remap(new PfnRange(window[2], 2));
        }

        public World Reserved(int pages, Protection protection, Sharing sharing)
        {
            MapDriver(pages, protection, sharing, 0);
            return Remap(_driver.AddReservedMemory(pages));
        }

        public World Block(int order)
        {
            MapDriver(1 << order, Protection.ReadWrite, Sharing.Shared, 0);
            return Remap(_driver.AllocBlock(order));
        }

        public World RamByFault(int pages, int touched)
        {
            MapDriver(pages, Protection.ReadWrite, Sharing.Shared, 0);
            _driver.SetVmFlags(_last!, VmFlags.PfnMap);
            var frames = SinglePages(pages);
            _driver.FaultHandler = (vma, at) =>
            {
                _driver.VmfInsertPfn(vma, at, frames[(int)((at.Value - vma.Start.Value) >> VirtualAddress.PageShift)]);
                return true;
            };
            return TouchFirst(touched);
        }

        public World DriverPages(int pages, Protection protection, Sharing sharing)
        {
            MapDriver(pages, protection, sharing, 0);
            var frames = SinglePages(pages);
            _driver.FaultHandler = (vma, at) => _driver.VmInsertPage(vma, at, frames[(int)((at.Value - vma.Start.Value) >> VirtualAddress.PageShift)]).IsSuccess;
            return this;
        }

        /// <summary>Other processes have the same pages of the driver.</summary>
        public World MappedByOthers(int processes)
        {
            for (var i = 0; i < processes; i++)
            {
                var other = Machine.CreateProcess($"other {i}");
                var vma = other.Mmap(new MmapRequest(_last!.Range.Pages) { Of = _driver, Protection = _last.Protection, Sharing = _last.Sharing });
                Assert.True(other.Read(vma.Start).IsSuccess);
            }

            return this;
        }

        public World Inserted(int pages)
        {
            MapDriver(pages, Protection.ReadWrite, Sharing.Shared, 0);
            var frames = SinglePages(pages);
            for (var i = 0; i < pages; i++)
            {
                Assert.Equal(0, _driver.VmInsertPage(_last!, Base.Page(i), frames[i]));
            }

            return this;
        }

        public World Touch() => TouchFirst(_last!.Kind == MappedKind.HugeTlb ? 1 : _last.Range.Pages);

        public World TouchFirst(int pages)
        {
            for (var i = 0; i < pages; i++)
            {
                Assert.True(App.Touch(_last!.Start.Page(i)).IsSuccess);
            }

            return this;
        }

        public World See()
        {
            for (var i = 0; i < _last!.Range.Pages; i++)
            {
                Assert.True(App.Read(_last.Start.Page(i)).IsSuccess);
            }

            return this;
        }

        public World Protect(int page, Protection protection)
        {
            Assert.Equal(0, App.Mprotect(Base.Page(page), 1, protection));
            return this;
        }

        public World UseChild()
        {
            App = App.Fork("child");
            return this;
        }

        /// <summary>Leaves free frames that never follow one another.</summary>
        private void Scatter()
        {
            var filler = Machine.CreateProcess("filler");
            foreach (var zone in new[] { Zone.Normal, Zone.Movable })
            {
                var vma = filler.Mmap(new MmapRequest(64) { Zone = zone });
                filler.Touch(vma);
                for (var i = 0; i < 64; i += 2)
                {
                    filler.Madvise(vma.Start.Page(i), 1, Advice.DontNeed);
                }
            }
        }

        private Pfn[] SinglePages(int pages) => [.. Enumerable.Range(0, pages).Select(_ => _driver.AllocPages(1).First)];

        private World Remap(PfnRange frames)
        {
            Assert.Equal(0, _driver.RemapPfnRange(_last!, frames));
            return this;
        }

        private void MapDriver(int pages, Protection protection, Sharing sharing, int at) =>
            Map(new MmapRequest(pages) { Of = _driver, Protection = protection, Sharing = sharing, At = Base.Page(at) });

        private World Map(MmapRequest request)
        {
            _last = App.Mmap(request with { Zone = _zone });
            return this;
        }
    }
}
