namespace LinuxMm.Tests.RealKernels;

/// <summary>The ranges of the README, built from mappings, protections, residency and geometry.</summary>
internal static class ObservedRange
{
    private static readonly VirtualAddress Base = new(0x10000000);

    public static RangeWorld Build(KernelEra era, string kernel, string name, bool isMovable, bool isScattered = false)
    {
        var world = new RangeWorld(era, isMovable ? Zone.Movable : Zone.Normal, isScattered);
        Layouts(kernel)[name](world);
        return world;
    }

    private static Dictionary<string, Action<RangeWorld>> Layouts(string kernel) => new()
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
        ["vdso"] = w => w.Pages(1, Protection.Read | Protection.Execute, Sharing.Private).MappedByOthers(2),
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
        ["v4l_mmap_vmalloc"] = w => w.Inserted(4).Touch(),
        ["vgem"] = w => Vgem(w, kernel, 4),
        ["vgem_half_touched"] = w => Vgem(w, kernel, 2),
        ["perf_ring"] = w => w.Pages(4, wantsToKnowOfWrites: true),
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
        ["len_zero"] = w => w.Anonymous(4),
        ["len_4g_minus_page"] = w => w.Anonymous(4),
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
    private static void Vgem(RangeWorld world, string kernel, int touched)
    {
        if (kernel == "5.10")
        {
            world.Pages(4).TouchFirst(touched);
        }
        else
        {
            world.RamByFault(4, touched);
        }
    }
}
