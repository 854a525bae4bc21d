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
    /// <exception cref="InvalidOperationException">The kernel refuses: <see cref="TryMmap"/> says so by an errno.</exception>
    [LinuxSource("mm/mmap.c", "do_mmap", Tag = "v5.17")]
    public VmArea Mmap(MmapRequest request)
    {
        var result = TryMmap(request);
        return result.Errno is { } error
            ? throw new InvalidOperationException($"mmap of {request.Name} answers -{error}: call TryMmap to go on with the error.")
            : result.Value;
    }

    /// <summary>The same for who wants to see the kernel refuse.</summary>
    /// <remarks>
    /// Returns on failure: EACCES for shared writing through a descriptor that is open for reading only, EPERM where a seal
    /// or a driver's claim on device memory forbids it, EINVAL for a hugetlb mapping that is not made of whole pages or a part of
    /// a PCI resource that is not there or is claimed, ENOMEM beyond the end of user space.
    /// </remarks>
    /// <param name="request">What to map and where.</param>
    /// <returns>The mapping, or an error with nothing changed.</returns>
    /// <exception cref="ArgumentException">The address is not page-aligned, or the object belongs to another machine.</exception>
    [LinuxSource("mm/mmap.c", "do_mmap", Tag = "v5.17")]
    public KernelResult<VmArea> TryMmap(MmapRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequireRunning();
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Pages, 1, nameof(request));
        ArgumentOutOfRangeException.ThrowIfNegative(request.PageOffset, nameof(request));
        Machine.RequireZone(request.Zone ?? Machine.Options.UserZone, nameof(request));
        if (!Enum.IsDefined(request.Sharing) || (request.Protection & ~(Protection.ReadWrite | Protection.Execute)) != 0)
        {
            throw new ArgumentException($"{request.Sharing} and {request.Protection} are not what mmap can be asked for.", nameof(request));
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(request.Name, nameof(request));
        if (request.At is { IsPageAligned: false } at)
        {
            throw new ArgumentException($"{at} is not page-aligned: a mapping begins at a page.", nameof(request));
        }

        if (request.Of is { } other && other.Machine != Machine)
        {
            throw new ArgumentException($"{other.Name} belongs to another machine.", nameof(request));
        }

        using var call = Enter();
        var start = request.At ?? NextFree(request.Pages, request.Of is PageCacheFile { Kind: MappedKind.HugeTlb } ? HugePages.Frames : 1);
        var range = new AddressRange(start, start.Page(request.Pages));
        return call.Returned("mmap", (request.Pages, request.Protection, request.Sharing), Refusal(request, range) is { } error ? error : Map(request, range));
    }

    private Errno? Refusal(MmapRequest request, AddressRange range)
    {
        var writesShared = request.Sharing == Sharing.Shared && (request.Protection & Protection.Write) != 0;
        if (range.End < range.Start || range.End > VirtualAddress.TaskSize)
        {
            return Errno.ENOMEM;
        }

        if (request.PageOffset > long.MaxValue - request.Pages)
        {
            return Errno.EOVERFLOW;
        }

        if (writesShared && request.IsReadOnlyDescriptor)
        {
            return Errno.EACCES;
        }

        return request.Of switch
        {
            PageCacheFile { IsSealedForFutureWrite: true } when writesShared => Errno.EPERM,
            PageCacheFile { Kind: MappedKind.HugeTlb } when HugePages.Around(range.Start).Start != range.Start || HugePages.Around(range.End).Start != range.End => Errno.EINVAL,
            IomemNode node when node.Refusal(request) is { } refused => refused,
            _ when CutsHugeTlb(range) => Errno.EINVAL,
            _ => null,
        };
    }

    private KernelResult<VmArea> Map(MmapRequest request, AddressRange range)
    {
        Unmap(range);
        var zone = request.Zone ?? Machine.Options.UserZone;
        var isSharedMemory = request is { Sharing: Sharing.Shared, Of: null or DevZero };
        var mapped = isSharedMemory ? Machine.NewSharedAnonymous(request.Name, request.Pages, zone) : request.Of;
        var vma = new VmArea(this, StateFor(request, range, mapped), mapped, request.PageOffset) { PreferredZone = zone };
        AddVma(vma);
        (mapped as IomemNode)?.Fill(vma);
        return vma;
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
        flags |= request.GrowsDown ? VmFlags.GrowsDown : VmFlags.None;
        if (request.Sharing == Sharing.Private)
        {
            return flags;
        }

        // A shared mapping of a descriptor without write permission is, for the kernel, not a shared one.
        if (request.IsReadOnlyDescriptor)
        {
            return (flags | VmFlags.MayShare) & ~VmFlags.MayWrite;
        }

        flags |= VmFlags.Shared | VmFlags.MayShare;
        return request.Of is PageCacheFile { IsSealedForFutureWrite: true } ? flags & ~VmFlags.MayWrite : flags;
    }

    private static VmFlags FlagsFor(Protection protection) =>
        ((protection & Protection.Read) != 0 ? VmFlags.Read : VmFlags.None)
        | ((protection & Protection.Write) != 0 ? VmFlags.Write : VmFlags.None)
        | ((protection & Protection.Execute) != 0 ? VmFlags.Exec : VmFlags.None);

    /// <summary>The first round address beyond all mappings below the top, with a gap.</summary>
    private VirtualAddress NextFree(int pages, int alignment = 1)
    {
        var step = Math.Max(FirstMapping, (ulong)alignment << VirtualAddress.PageShift);
        var start = new VirtualAddress(step);
        foreach (var vma in _vmAreas)
        {
            if (start.Page(pages) < vma.Start)
            {
                break;
            }

            start = new VirtualAddress((vma.Range.End.Value | (step - 1)) + 1);
        }

        return start;
    }

    private Call Enter() => Machine.Enter(Name);
}
