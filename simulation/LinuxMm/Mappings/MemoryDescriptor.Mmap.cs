namespace LinuxMm;

public sealed partial class MemoryDescriptor
{
    private const ulong FirstMapping = 0x10000;

    /// <summary>Maps memory; nothing is allocated before it is used.</summary>
    /// <param name="pages">How many pages, at least 1.</param>
    /// <param name="name">What to call the mapping.</param>
    /// <param name="sharing">Private or shared.</param>
    /// <param name="protection">What the CPU may do.</param>
    /// <param name="of">The driver or file to map; null for anonymous memory.</param>
    [LinuxSource("mm/mmap.c", "do_mmap", Tag = "v5.17")]
    public VmArea Mmap(
        int pages,
        string name = "anonymous",
        Sharing sharing = Sharing.Private,
        Protection protection = Protection.ReadWrite,
        MappedObject? of = null) =>
        Mmap(new MmapRequest(pages) { Name = name, Sharing = sharing, Protection = protection, Of = of });

    /// <summary>Maps memory at a wanted place or from a wanted offset.</summary>
    /// <remarks>Shared anonymous memory is a shmem file without a name, as in the kernel.</remarks>
    /// <param name="request">What to map and where.</param>
    /// <exception cref="ArgumentException">The address is not page-aligned, or the object belongs to another machine.</exception>
    [LinuxSource("mm/mmap.c", "do_mmap", Tag = "v5.17")]
    public VmArea Mmap(MmapRequest request)
    {
        RequireRunning();
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Pages, 1, nameof(request));
        if (request.At is { IsPageAligned: false } at)
        {
            throw new ArgumentException($"{at} is not page-aligned: a mapping begins at a page.", nameof(request));
        }

        if (request.Of is { } other && other.Machine != Machine)
        {
            throw new ArgumentException($"{other.Name} belongs to another machine.", nameof(request));
        }

        using var call = Enter();
        var start = request.At ?? NextFree(request.Pages);
        var range = new AddressRange(start, start.Page(request.Pages));
        Unmap(range);
        var mapped = request.Of ?? (request.Sharing == Sharing.Shared ? Machine.NewSharedAnonymous(request.Name, request.Pages) : null);
        var vma = new VmArea(this, StateFor(request, range, mapped), mapped, request.PageOffset) { PreferredZone = request.Zone };
        AddVma(vma);
        return call.Returned("mmap", (request.Pages, request.Protection, request.Sharing), vma);
    }

    private static VmAreaSnapshot StateFor(MmapRequest request, AddressRange range, MappedObject? mapped) => new()
    {
        Name = request.Name,
        Range = range,
        Protection = request.Protection,
        Sharing = request.Sharing,
        Flags = FlagsFor(request),
        Kind = mapped?.Kind ?? MappedKind.Anonymous,
    };

    private static VmFlags FlagsFor(MmapRequest request)
    {
        var flags = FlagsFor(request.Protection) | VmFlags.MayRead | VmFlags.MayWrite | VmFlags.MayExec;
        if (request.Sharing == Sharing.Private)
        {
            return flags;
        }

        // A shared mapping of a descriptor without write permission is, for the kernel, not a shared one.
        return request.IsReadOnlyDescriptor ? (flags | VmFlags.MayShare) & ~VmFlags.MayWrite : flags | VmFlags.Shared | VmFlags.MayShare;
    }

    private static VmFlags FlagsFor(Protection protection) =>
        ((protection & Protection.Read) != 0 ? VmFlags.Read : VmFlags.None)
        | ((protection & Protection.Write) != 0 ? VmFlags.Write : VmFlags.None)
        | ((protection & Protection.Execute) != 0 ? VmFlags.Exec : VmFlags.None);

    /// <summary>The first round address beyond all mappings below the top, with a gap.</summary>
    private VirtualAddress NextFree(int pages)
    {
        var start = new VirtualAddress(FirstMapping);
        foreach (var vma in _vmAreas)
        {
            if (start.Page(pages) < vma.Start)
            {
                break;
            }

            start = new VirtualAddress((vma.Range.End.Value | (FirstMapping - 1)) + 1);
        }

        return start;
    }

    private Call Enter() => Machine.Enter(Name);
}
