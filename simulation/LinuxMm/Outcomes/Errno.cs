namespace LinuxMm;

/// <summary>The error numbers that the modelled functions return, negated, with their Linux values.</summary>
[LinuxSource("include/uapi/asm-generic/errno-base.h", "EPERM..ERANGE", Tag = "v5.17")]
public enum Errno
{
    /// <summary>Operation not permitted.</summary>
    EPERM = 1,

    /// <summary>Interrupted by a signal.</summary>
    EINTR = 4,

    /// <summary>The DMA layer could not map the buffer.</summary>
    EIO = 5,

    /// <summary>Try again: the state changed meanwhile.</summary>
    EAGAIN = 11,

    /// <summary>No memory, or no permission to wait for it.</summary>
    ENOMEM = 12,

    /// <summary>The descriptor does not allow the access.</summary>
    EACCES = 13,

    /// <summary>Bad address: nothing usable is mapped there.</summary>
    EFAULT = 14,

    /// <summary>The page cannot leave a place where it may not stay.</summary>
    EBUSY = 16,

    /// <summary>A special page table entry without a page stood where a page was wanted.</summary>
    EEXIST = 17,

    /// <summary>Invalid argument.</summary>
    EINVAL = 22,

    /// <summary>The range wraps around the end of the address space.</summary>
    EOVERFLOW = 75,

    /// <summary>Not supported for this kind of memory.</summary>
    EOPNOTSUPP = 95,

    /// <summary>Peer-to-peer memory was not asked for.</summary>
    EREMOTEIO = 121,
}
