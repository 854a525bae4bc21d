namespace LinuxMm;

/// <summary>How io_uring pins a buffer that is registered.</summary>
[LinuxSource("io_uring/rsrc.c", "io_pin_pages", Tag = "v6.1.192")]
public enum BufferPinRule
{
    /// <summary>Slow path only; afterwards no part of it may be of a file, unless of hugetlb: shared memory is a file, too.</summary>
    [LinuxSource("fs/io_uring.c", "io_sqe_buffer_register", Tag = "v5.4")]
    [Mainline("4.3", Until = "5.12")]
    HugeTlbFilesOnly,

    /// <summary>Slow path only; afterwards all of it must be of one file, and that one in memory, or of none. 5.10.y has it with the io_uring of 5.15.</summary>
    [LinuxSource("io_uring/rsrc.c", "io_pin_pages", Tag = "v6.1.192")]
    [Mainline("5.13", Until = "6.4")]
    MemoryFilesOnly,

    /// <summary>Slow path only; which files may be written to is GUP's affair. Posted in May 2023 with the change of GUP that it needs.</summary>
    [LinuxSource("io_uring/rsrc.c", "io_pin_pages", Tag = "v6.5")]
    [Mainline("6.5", Until = "6.9")]
    AnyFile,

    /// <summary>Page tables first: two functions that did nearly the same became one, posted in March 2024.</summary>
    [LinuxSource("io_uring/memmap.c", "io_pin_pages", Commit = "1943f96b3816")]
    [Mainline("6.10")]
    FastPath,
}
