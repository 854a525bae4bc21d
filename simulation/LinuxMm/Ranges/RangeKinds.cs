namespace LinuxMm;

/// <summary>The kinds of user ranges that a driver may be given, by mappings, protections, residency and geometry.</summary>
[ModelOnly("A kernel is asked about ranges that exist.")]
public static class RangeKinds
{
    private static readonly VirtualAddress Base = new(0x10000000);

    /// <summary>All of them. Four pages each, to be written to, unless the name says something else.</summary>
    public static SnapshotList<RangeKind> All { get; } =
    [
        new("anonymous, resident, writable", true, c => c.Anonymous(4).Touched()),
        new("anonymous, untouched", true, c => c.Anonymous(4)),
        new("private file, clean page mapped r/o, write wanted", true, c => c.OfFile(MappedKind.File, Sharing.Private).Seen()),
        new("private file, only read wanted (DMA_TO_DEVICE)", true, c => c.OfFile(MappedKind.File, Sharing.Private).Seen().ReadOnlyWanted()),
        new("shared file on a dirty-tracking fs, writable", false, c => c.OfFile(MappedKind.File, Sharing.Shared).Touched()),
        new("shared shmem/memfd, writable", false, c => c.OfFile(MappedKind.Shmem, Sharing.Shared).Touched()),
        new("read-only private anon, write wanted", true, c => c.Anonymous(4, Protection.Read).Forced()),
        new("read-only shared (shmem), write wanted", false, c => c.OfFile(MappedKind.Shmem, Sharing.Shared, Protection.Read).Seen()),
        new("read-only shared (shmem), only read wanted", false, c => c.OfFile(MappedKind.Shmem, Sharing.Shared, Protection.Read).Seen().ReadOnlyWanted()),
        new("hole at page 2 of 4", false, c => c.Anonymous(2).Touched().Anonymous(1, at: 3).Touched()),
        new("nothing mapped at start", false, c => c),
        new("VM_PFNMAP+VM_IO, no struct page, present", false, c => c.Window(4)),
        new("VM_PFNMAP+VM_IO, pte 0 not yet faulted", false, c => c.WindowByFault(1, 2, 3)),
        new("VM_PFNMAP+VM_IO, pte 2 not present", false, c => c.WindowByFault(0, 1, 3)),
        new("VM_PFNMAP over RAM (struct page exists, special pte)", false, c => c.MappedRam(4)),
        new("VM_PFNMAP, r/o mapping, write wanted", false, c => c.Window(4, Protection.Read)),
        new("private VM_PFNMAP, all pages COWed", false, c => c.PrivateWindow(4).Touched()),
        new("VM_MIXEDMAP (no VM_IO) with struct pages", false, c => c.InsertedPages(VmFlags.None)),
        new("VM_MIXEDMAP+VM_IO with struct pages, resident", false, c => c.InsertedPages(VmFlags.Io)),
        new("VM_MIXEDMAP (no VM_IO), special ptes without page", false, c => c.MixedWindow(4)),
        new("hugetlb / THP, resident", false, c => c.HugeTlb().Touched()),
        new("mixed: 2 normal then 2 PFNMAP", false, c => c.Anonymous(2).Touched().Window(2, at: 2)),
        new("mixed: 2 PFNMAP then 2 normal", false, c => c.Window(2).Anonymous(2, at: 2).Touched()),
        new("two adjacent PFNMAP VMAs", false, c => c.Window(2).Window(2, at: 2)),
        new("fsdax file", false, c => c.OfFile(MappedKind.FsDax, Sharing.Shared).Touched()),
        new("normal 2 pages then fsdax 2 pages", true, c => c.Anonymous(2).Touched().OfFile(MappedKind.FsDax, Sharing.Shared, pages: 2, at: 2).Touched()),
        new("memfd_secret", false, c => c.OfFile(MappedKind.Secret, Sharing.Shared).Touched()),
        new("start above TASK_SIZE", false, c => c.StartingAt(VirtualAddress.TaskSize.Page(2))),
        new("last page of user space, range runs past TASK_SIZE", false, c => c.LastPage().Frames(2)),
        new("range wraps at 2^64", false, c => c.StartingAt(new VirtualAddress(ulong.MaxValue).PageStart).Frames(2)),
        new("nr_frames = 0", false, c => c.Anonymous(4).Touched().Frames(0)),
        new("start not page aligned (+0x10), anon, nr=4", false, c => c.Anonymous(4).Touched().StartingAt(Base + 0x10)),
        new("start not page aligned (+0x10), PFNMAP VMA of 4, nr=4", false, c => c.Window(4).StartingAt(Base + 0x10)),
        new("anon page in CMA / ZONE_MOVABLE (resident)", false, c => c.Anonymous(4, zone: Zone.Movable).Touched()),
    ];

    /// <summary>One of them.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InvalidOperationException">There is no such kind.</exception>
    public static RangeKind Named(string name) => All.FirstOrDefault(kind => kind.Name == name) ?? throw new InvalidOperationException($"there is no kind of range with the name {name}");
}
