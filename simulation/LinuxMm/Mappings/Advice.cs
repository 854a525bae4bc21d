namespace LinuxMm;

/// <summary>What madvise() is told.</summary>
[LinuxSource("include/uapi/asm-generic/mman-common.h", "MADV_WILLNEED .. MADV_DONTNEED_LOCKED", Tag = "v5.18")]
public enum Advice
{
    /// <summary>The pages will be used: read ahead. Nothing of it can be seen here.</summary>
    WillNeed = 3,

    /// <summary>Drop the pages; private memory reads as zero afterwards.</summary>
    DontNeed = 4,

    /// <summary>Anonymous pages may be dropped until they are written to again.</summary>
    Free = 8,

    /// <summary>Drop the pages of the file itself: a hole is punched.</summary>
    Remove = 9,

    /// <summary>The child of fork does not get the range.</summary>
    DontFork = 10,

    /// <summary>The child of fork gets the range again.</summary>
    DoFork = 11,

    /// <summary>Use 2 MiB pages where they fit.</summary>
    HugePage = 14,

    /// <summary>Use small pages from now on.</summary>
    NoHugePage = 15,

    /// <summary>The child of fork gets the range, and it reads as zero there.</summary>
    WipeOnFork = 18,

    /// <summary>The child of fork gets the contents again.</summary>
    KeepOnFork = 19,

    /// <summary>The pages will not be used for a while. Nothing of it can be seen here.</summary>
    Cold = 20,

    /// <summary>Reclaim the pages now.</summary>
    PageOut = 21,

    /// <summary>Make the pages resident as reads do (5.14 and later).</summary>
    PopulateRead = 22,

    /// <summary>Make the pages resident as writes do (5.14 and later).</summary>
    PopulateWrite = 23,

    /// <summary>Drop the pages even where they are locked (5.18 and later).</summary>
    DontNeedLocked = 24,
}
