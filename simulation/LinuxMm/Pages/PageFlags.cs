namespace LinuxMm;

/// <summary>Flags of a struct page that the model uses.</summary>
[Flags]
[LinuxSource("include/linux/page-flags.h", "enum pageflags", Tag = "v5.17")]
public enum PageFlags
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>Belongs to firmware or a device: not ordinary memory, never freed.</summary>
    Reserved = 1,

    /// <summary>Written to and not yet written back.</summary>
    Dirty = 2,

    /// <summary>On a list of the page reclaim.</summary>
    Lru = 4,

    /// <summary>Private memory of a process.</summary>
    Anon = 8,

    /// <summary>Exactly one process maps this anonymous page, now and until fork (5.19 and later).</summary>
    AnonExclusive = 16,

    /// <summary>First page of a compound page; it carries the counters of all.</summary>
    Head = 32,

    /// <summary>Further page of a compound page.</summary>
    Tail = 64,

    /// <summary>May be dropped or written to swap: shmem and anonymous pages.</summary>
    SwapBacked = 128,
}
