namespace LinuxMm;

/// <summary>Whether a device may write for long into a shared file whose file system wants to know of writes.</summary>
[LinuxSource("mm/gup.c", "writable_file_mapping_allowed", Tag = "v6.5", Since = "v6.5")]
public enum DirtyTrackingRule
{
    /// <summary>Yes: the file system does not learn of the writes.</summary>
    [LinuxSource("mm/gup.c", "check_vma_flags", Tag = "v6.4")]
    [Mainline("4.3", Until = "6.4")]
    Pinned,

    /// <summary>No: EFAULT. shmem and hugetlb are exempt.</summary>
    [LinuxSource("mm/gup.c", "writable_file_mapping_allowed", Commit = "8ac268436e6d", Since = "v6.5")]
    [Mainline("6.5")]
    Refused,
}
