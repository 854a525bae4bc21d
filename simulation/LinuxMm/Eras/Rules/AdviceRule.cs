namespace LinuxMm;

/// <summary>Which advice madvise() knows. Each value adds to the one before; what a kernel does not know is EINVAL.</summary>
[LinuxSource("mm/madvise.c", "madvise_behavior_valid", Tag = "v5.18")]
public enum AdviceRule
{
    /// <summary>All up to <see cref="Advice.PageOut"/>.</summary>
    [LinuxSource("mm/madvise.c", "madvise_behavior_valid", Tag = "v5.10")]
    [Mainline("4.3", Until = "5.13")]
    UpToPageOut,

    /// <summary>Also <see cref="Advice.PopulateRead"/> and <see cref="Advice.PopulateWrite"/>.</summary>
    [LinuxSource("mm/madvise.c", "madvise_populate", Tag = "v5.14")]
    [Mainline("5.14", Until = "5.17")]
    UpToPopulate,

    /// <summary>Also <see cref="Advice.DontNeedLocked"/>, and <see cref="Advice.DontNeed"/> for whole pages of hugetlb.</summary>
    [LinuxSource("mm/madvise.c", "madvise_dontneed_free_valid_vma", Tag = "v5.18")]
    [Mainline("5.18")]
    UpToDontNeedLocked,
}
