namespace LinuxMm;

/// <summary>Whether a write can be forced into a read-only private hugetlb mapping.</summary>
[LinuxSource("mm/gup.c", "check_vma_flags", Tag = "v6.1")]
public enum HugeTlbForceRule
{
    /// <summary>Like into any private mapping.</summary>
    [LinuxSource("mm/gup.c", "check_vma_flags", Tag = "v5.10")]
    [Mainline("4.3", Until = "6.0")]
    Allowed,

    /// <summary>No: EFAULT.</summary>
    [LinuxSource("mm/gup.c", "check_vma_flags", Tag = "v6.1")]
    [Mainline("6.1")]
    Refused,
}
