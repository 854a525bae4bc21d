namespace LinuxMm.Tests.KernelFacts;

/// <summary>The ranges of outcomes.md, built from mappings, protections, residency and geometry.</summary>
internal static class Ranges
{
    private static readonly VirtualAddress Base = new(0x10000000);

    public static IReadOnlyDictionary<string, Func<RangeCase, RangeCase>> ByName { get; } = new Dictionary<string, Func<RangeCase, RangeCase>>
    {
        ["anonymous, resident, writable"] = c => c.Anonymous(4).Touched(),
        ["anonymous, untouched"] = c => c.Anonymous(4),
        ["private file, clean page mapped r/o, write wanted"] = c => c.OfFile(MappedKind.File, Sharing.Private).Seen(),
        ["private file, only read wanted (DMA_TO_DEVICE)"] = c => c.OfFile(MappedKind.File, Sharing.Private).Seen().ReadOnlyWanted(),
        ["shared file on a dirty-tracking fs, writable"] = c => c.OfFile(MappedKind.File, Sharing.Shared).Touched(),
        ["shared shmem/memfd, writable"] = c => c.OfFile(MappedKind.Shmem, Sharing.Shared).Touched(),
        ["read-only private anon, write wanted"] = c => c.Anonymous(4, Protection.Read).Forced(),
        ["read-only shared (shmem), write wanted"] = c => c.OfFile(MappedKind.Shmem, Sharing.Shared, Protection.Read).Seen(),
        ["read-only shared (shmem), only read wanted"] = c => c.OfFile(MappedKind.Shmem, Sharing.Shared, Protection.Read).Seen().ReadOnlyWanted(),
        ["hole at page 2 of 4"] = c => c.Anonymous(2).Touched().Anonymous(1, at: 3).Touched(),
        ["nothing mapped at start"] = c => c,
        ["VM_PFNMAP+VM_IO, no struct page, present"] = c => c.Window(4),
        ["VM_PFNMAP+VM_IO, pte 0 not yet faulted"] = c => c.WindowByFault(1, 2, 3),
        ["VM_PFNMAP+VM_IO, pte 2 not present"] = c => c.WindowByFault(0, 1, 3),
        ["VM_PFNMAP over RAM (struct page exists, special pte)"] = c => c.MappedRam(4),
        ["VM_PFNMAP, r/o mapping, write wanted"] = c => c.Window(4, Protection.Read),
        ["private VM_PFNMAP, all pages COWed"] = c => c.PrivateWindow(4).Touched(),
        ["VM_MIXEDMAP (no VM_IO) with struct pages"] = c => c.InsertedPages(VmFlags.None),
        ["VM_MIXEDMAP+VM_IO with struct pages, resident"] = c => c.InsertedPages(VmFlags.Io),
        ["VM_MIXEDMAP (no VM_IO), special ptes without page"] = c => c.MixedWindow(4),
        ["hugetlb / THP, resident"] = c => c.HugeTlb().Touched(),
        ["mixed: 2 normal then 2 PFNMAP"] = c => c.Anonymous(2).Touched().Window(2, at: 2),
        ["mixed: 2 PFNMAP then 2 normal"] = c => c.Window(2).Anonymous(2, at: 2).Touched(),
        ["two adjacent PFNMAP VMAs"] = c => c.Window(2).Window(2, at: 2),
        ["fsdax file"] = c => c.OfFile(MappedKind.FsDax, Sharing.Shared).Touched(),
        ["normal 2 pages then fsdax 2 pages"] = c => c.Anonymous(2).Touched().OfFile(MappedKind.FsDax, Sharing.Shared, pages: 2, at: 2).Touched(),
        ["memfd_secret"] = c => c.OfFile(MappedKind.Secret, Sharing.Shared).Touched(),
        ["start above TASK_SIZE"] = c => c.StartingAt(VirtualAddress.TaskSize.Page(2)),
        ["last page of user space, range runs past TASK_SIZE"] = c => c.LastPage().Frames(2),
        ["range wraps at 2^64"] = c => c.StartingAt(new VirtualAddress(ulong.MaxValue).PageStart).Frames(2),
        ["nr_frames = 0"] = c => c.Anonymous(4).Touched().Frames(0),
        ["start not page aligned (+0x10), anon, nr=4"] = c => c.Anonymous(4).Touched().StartingAt(Base + 0x10),
        ["start not page aligned (+0x10), PFNMAP VMA of 4, nr=4"] = c => c.Window(4).StartingAt(Base + 0x10),
        ["anon page in CMA / ZONE_MOVABLE (resident)"] = c => c.Anonymous(4, zone: Zone.Movable).Touched(),
    };
}
