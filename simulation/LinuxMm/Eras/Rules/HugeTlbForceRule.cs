namespace LinuxMm;

/// <summary>Whether a write can be forced into a read-only private hugetlb mapping.</summary>
[LinuxSource("mm/gup.c", "check_vma_flags", Commit = "f347454d0341")]
public enum HugeTlbForceRule
{
    /// <summary>Yes, and the process itself may write to the page afterwards.</summary>
    [LinuxSource("mm/hugetlb.c", "hugetlb_cow(set_huge_ptep_writable)", Tag = "v5.10")]
    [Mainline("4.3", Until = "6.0")]
    MakesWritable,

    /// <summary>No: EFAULT. 6.1 has it from its stable series only.</summary>
    [LinuxSource("mm/gup.c", "check_vma_flags", Commit = "f347454d0341")]
    [Mainline("6.1", Until = "6.13")]
    Refused,

    /// <summary>Yes, like into any private mapping: the entry stays read-only.</summary>
    [LinuxSource("mm/gup.c", "can_follow_write_common", Tag = "v6.14")]
    [Mainline("6.14")]
    KeepsReadOnly,
}
