namespace LinuxMm;

/// <summary>The kinds of pages that a range may consist of.</summary>
/// <remarks>Left out: pages of 2 MiB, which do not fit into a range of few pages.</remarks>
[ModelOnly("A kernel is asked about ranges that exist.")]
public static class PageKinds
{
    /// <summary>All of them, in the order in which layouts are tried.</summary>
    public static SnapshotList<PageKind> All { get; } =
    [
        new('a', "anonymous", (app, _, at) => app.Touch(Anonymous(app, at, Protection.ReadWrite))),
        new('u', "anonymous, untouched", (app, _, at) => Anonymous(app, at, Protection.ReadWrite)),
        new('o', "anonymous, read-only", (app, _, at) => app.Read(Anonymous(app, at, Protection.Read).Start)),
        new('m', "anonymous, in the movable zone", (app, _, at) => app.Touch(app.Mmap(new MmapRequest(1) { At = at, Zone = Zone.Movable }))),
        new('p', "private page of a file", (app, _, at) => app.Read(OfFile(app, at, MappedKind.File, Sharing.Private).Start)),
        new('f', "shared page of a file", (app, _, at) => app.Touch(OfFile(app, at, MappedKind.File, Sharing.Shared))),
        new('s', "shared memory", (app, _, at) => app.Touch(OfFile(app, at, MappedKind.Shmem, Sharing.Shared))),
        new('q', "shared memory, read-only", (app, _, at) => app.Read(OfFile(app, at, MappedKind.Shmem, Sharing.Shared, Protection.Read).Start)),
        new('x', "fsdax", (app, _, at) => app.Touch(OfFile(app, at, MappedKind.FsDax, Sharing.Shared))),
        new('k', "memfd_secret", (app, _, at) => app.Touch(OfFile(app, at, MappedKind.Secret, Sharing.Shared))),
        new('-', "nothing", (_, _, _) => { }),
        new('d', "device memory", (app, gpu, at) => gpu.RemapPfnRange(OfDriver(app, gpu, at), gpu.AddDeviceMemory(1))),
        new('w', "device memory, read-only", (app, gpu, at) => gpu.RemapPfnRange(OfDriver(app, gpu, at, protection: Protection.Read), gpu.AddDeviceMemory(1))),
        new('n', "device memory, not present", (app, gpu, at) => gpu.SetVmFlags(OfDriver(app, gpu, at), VmFlags.Io | VmFlags.PfnMap)),
        new('r', "memory as raw frames", (app, gpu, at) => gpu.RemapPfnRange(OfDriver(app, gpu, at), gpu.AllocPages(1))),
        new('c', "private copy of device memory", CopiedWindow),
        new('e', "inserted page", (app, gpu, at) => gpu.VmInsertPage(OfDriver(app, gpu, at), at, gpu.AllocPages(1).First)),
        new('i', "inserted page with VM_IO", InsertedPage),
        new('g', "special entry in a mixed mapping", MixedWindow),
    ];

    private static VmArea Anonymous(MemoryDescriptor app, VirtualAddress at, Protection protection) => app.Mmap(new MmapRequest(1) { At = at, Protection = protection });

    private static VmArea OfFile(MemoryDescriptor app, VirtualAddress at, MappedKind kind, Sharing sharing, Protection protection = Protection.ReadWrite) =>
        app.Mmap(new MmapRequest(1) { At = at, Of = app.Machine.CreateFile($"{kind} {at}", kind, 1), Sharing = sharing, Protection = protection });

    private static VmArea OfDriver(MemoryDescriptor app, Driver gpu, VirtualAddress at, Sharing sharing = Sharing.Shared, Protection protection = Protection.ReadWrite) =>
        app.Mmap(new MmapRequest(1) { Of = gpu, Sharing = sharing, At = at, Protection = protection });

    private static void CopiedWindow(MemoryDescriptor app, Driver gpu, VirtualAddress at)
    {
        gpu.RemapPfnRange(OfDriver(app, gpu, at, Sharing.Private), gpu.AddDeviceMemory(1));
        app.Touch(at);
    }

    private static void InsertedPage(MemoryDescriptor app, Driver gpu, VirtualAddress at)
    {
        var vma = OfDriver(app, gpu, at);
        gpu.SetVmFlags(vma, VmFlags.Io);
        gpu.VmInsertPage(vma, at, gpu.AllocPages(1).First);
    }

    private static void MixedWindow(MemoryDescriptor app, Driver gpu, VirtualAddress at)
    {
        var vma = OfDriver(app, gpu, at);
        gpu.SetVmFlags(vma, VmFlags.MixedMap);
        gpu.VmfInsertPfn(vma, at, gpu.AddDeviceMemory(1).First);
    }
}
