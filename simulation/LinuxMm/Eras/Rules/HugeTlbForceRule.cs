namespace LinuxMm;

/// <summary>Whether a write can be forced into a read-only private hugetlb mapping.</summary>
[LinuxSource("mm/gup.c", "check_vma_flags", Tag = "v6.1")]
public enum HugeTlbForceRule
{
    /// <summary>Yes, and the process itself may write to the page afterwards.</summary>
    [LinuxSource("mm/hugetlb.c", "hugetlb_cow(set_huge_ptep_writable)", Tag = "v5.10")]
    [Mainline("4.3", Until = "6.0")]
    MakesWritable,

    /// <summary>No: EFAULT.</summary>
    [LinuxSource("mm/gup.c", "check_vma_flags", Tag = "v6.1")]
    [Mainline("6.1", Until = "6.13")]
    Refused,

    /// <summary>Yes, like into any private mapping: the entry stays read-only.</summary>
    [LinuxSource("mm/gup.c", "can_follow_write_common", Tag = "v7.2")]
    [Mainline("6.14")]
    KeepsReadOnly,
}
