namespace LinuxMm;

/// <summary>What madvise() is told.</summary>
[LinuxSource("include/uapi/asm-generic/mman-common.h", "MADV_DONTNEED, MADV_REMOVE, MADV_DONTFORK, MADV_DOFORK, MADV_HUGEPAGE, MADV_PAGEOUT", Tag = "v5.17")]
public enum Advice
{
    /// <summary>Drop the pages; private memory reads as zero afterwards.</summary>
    DontNeed = 4,

    /// <summary>Drop the pages of the file itself: a hole is punched.</summary>
    Remove = 9,

    /// <summary>The child of fork does not get the range.</summary>
    DontFork = 10,

    /// <summary>The child of fork gets the range again.</summary>
    DoFork = 11,

    /// <summary>Use 2 MiB pages where they fit.</summary>
    HugePage = 14,

    /// <summary>Reclaim the pages now.</summary>
    PageOut = 21,
}
