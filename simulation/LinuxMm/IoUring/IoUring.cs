namespace LinuxMm;

/// <summary>A ring with fixed buffers: the other long-term pin that any process can ask for, and a second opinion on each range.</summary>
/// <remarks>What it charges for locked memory is not modelled: <see cref="MemoryDescriptor.AccountLockedVm"/> does it for who wants to see it.</remarks>
[LinuxSource("io_uring/rsrc.c", "io_sqe_buffers_register", Tag = "v6.1")]
public sealed class IoUring
{
    private readonly MemoryDescriptor _mm;
    private readonly List<PageArray> _buffers = [];

    /// <summary>A ring of a process.</summary>
    /// <param name="mm">The process.</param>
    [LinuxSource("io_uring/io_uring.c", "io_uring_setup", Tag = "v6.1")]
    public IoUring(MemoryDescriptor mm)
    {
        ArgumentNullException.ThrowIfNull(mm);
        _mm = mm;
    }

    /// <summary>What is registered, in order.</summary>
    [LinuxSource("include/linux/io_uring_types.h", "io_ring_ctx.user_bufs", Tag = "v6.1")]
    public IReadOnlyList<PageArray> Buffers => _buffers;

    /// <summary>Pins a buffer for reading and writing, as long as the ring lives: all of it or nothing.</summary>
    /// <remarks>
    /// Returns on failure: EFAULT for no length, more than 1 GiB, or a part that cannot be pinned; from 7.2 on EINVAL for more than 1 TiB;
    /// EOVERFLOW for a range that wraps;
    /// from 5.13 to 6.4 EINVAL for more than one file and EOPNOTSUPP for one that is not in memory; up to 5.12 EOPNOTSUPP for any file
    /// but those of hugetlb; else what GUP says.
    /// </remarks>
    /// <param name="start">Any address; 0 with no length is an empty slot, which up to 5.12 was an EFAULT.</param>
    /// <param name="lengthBytes">The length, 0 or more.</param>
    /// <returns>The number of pages, or an error with nothing held.</returns>
    [LinuxSource("io_uring/rsrc.c", "io_sqe_buffer_register", Tag = "v6.1")]
    [LinuxSource("io_uring/rsrc.c", "io_buffer_validate", Tag = "v6.1")]
    public KernelResult<int> RegisterBuffer(VirtualAddress start, long lengthBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lengthBytes);
        using var call = _mm.Machine.Enter(_mm.Name);
        return call.Returned("io_sqe_buffer_register", (start, lengthBytes), Refusal(start, lengthBytes) is { } refused ? refused : Register(start, lengthBytes));
    }

    /// <summary>Gives all buffers back.</summary>
    [LinuxSource("io_uring/rsrc.c", "io_sqe_buffers_unregister", Tag = "v6.1")]
    public void UnregisterBuffers()
    {
        using var call = _mm.Machine.Enter(_mm.Name);
        _buffers.ForEach(Release);
        _buffers.Clear();
        call.Returned("io_sqe_buffers_unregister", _mm.Name, "done");
    }

    private Errno? Refusal(VirtualAddress start, long lengthBytes)
    {
        var rules = _mm.Machine.Era.UserPages;
        if (start.Value == 0)
        {
            return lengthBytes == 0 && rules.BufferPin != BufferPinRule.HugeTlbFilesOnly ? null : Errno.EFAULT;
        }

        var isOld = rules.BufferLength == BufferLengthRule.OneGibibyte;
        if (lengthBytes == 0 || lengthBytes > (isOld ? 1L << 30 : 1L << 40))
        {
            return lengthBytes == 0 || isOld ? Errno.EFAULT : Errno.EINVAL;
        }

        return start + (lengthBytes + VirtualAddress.PageSize - 1) < start ? Errno.EOVERFLOW : null;
    }

    private KernelResult<int> Register(VirtualAddress start, long lengthBytes)
    {
        if (lengthBytes == 0)
        {
            return 0;
        }

        const FollFlags Flags = FollFlags.Write | FollFlags.Longterm;
        var rule = _mm.Machine.Era.UserPages.BufferPin;
        var count = (int)((start + (lengthBytes - 1)).PageNumber - start.PageNumber) + 1;
        if (count > FrameHolder.MostSlots)
        {
            return Errno.ENOMEM;
        }

        var pages = _mm.Machine.CreatePageArray(_mm.Machine.FreshName($"{_mm.Name} buffer"), count);
        var pinned = rule == BufferPinRule.FastPath ? _mm.PinUserPagesFast(start, count, Flags, pages) : _mm.TakeForLong(start, count, Flags, pages);
        var refused = pinned.Errno ?? (pinned.Value < count ? Errno.EFAULT : FileRefusal(start, count, rule));
        if (refused is { } error)
        {
            Release(pages);
            return error;
        }

        _buffers.Add(pages);
        return count;
    }

    private Errno? FileRefusal(VirtualAddress start, int count, BufferPinRule rule)
    {
        if (rule is not (BufferPinRule.HugeTlbFilesOnly or BufferPinRule.MemoryFilesOnly))
        {
            return null;
        }

        var files = Enumerable.Range(0, count).Select(i => _mm.FindVma(start.Page(i))!.Object).Distinct().ToList();
        return rule == BufferPinRule.MemoryFilesOnly && files.Count > 1 ? Errno.EINVAL
            : files.TrueForAll(file => IsAllowed(file, rule)) ? null
            : Errno.EOPNOTSUPP;
    }

    private static bool IsAllowed(MappedObject? file, BufferPinRule rule) => file switch
    {
        null => true,
        PageCacheFile { Kind: MappedKind.HugeTlb } => true,
        PageCacheFile { Kind: MappedKind.Shmem } => rule == BufferPinRule.MemoryFilesOnly,
        _ => false,
    };

    private static void Release(PageArray pages)
    {
        if (pages.FrameCount > 0)
        {
            pages.UnpinUserPages();
        }

        pages.Discard();
    }
}
