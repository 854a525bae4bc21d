namespace LinuxMm;

/// <summary>How io_uring pins a buffer that is registered.</summary>
[LinuxSource("io_uring/rsrc.c", "io_pin_pages", Tag = "v6.1.192")]
public enum BufferPinRule
{
    /// <summary>Slow path only; afterwards all of it must be of one file, and that one in memory, or of none.</summary>
    [LinuxSource("io_uring/rsrc.c", "io_pin_pages", Tag = "v6.1.192")]
    [Mainline("4.3", Until = "6.4")]
    MemoryFilesOnly,

    /// <summary>Slow path only; which files may be written to is GUP's affair.</summary>
    [LinuxSource("io_uring/rsrc.c", "io_pin_pages", Tag = "v6.5")]
    [Mainline("6.5", Until = "6.9")]
    AnyFile,

    /// <summary>Page tables first.</summary>
    [LinuxSource("io_uring/rsrc.c", "io_pin_pages", Tag = "v6.12")]
    [Mainline("6.10")]
    FastPath,
}
