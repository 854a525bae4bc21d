namespace LinuxMm;

/// <summary>Whether a write can be forced into a read-only private hugetlb mapping.</summary>
[LinuxSource("mm/gup.c", "check_vma_flags", Commit = "f347454d0341")]
public enum HugeTlbForceRule
{
    /// <summary>Like into any private mapping.</summary>
    [LinuxSource("mm/gup.c", "check_vma_flags", Tag = "v5.10")]
    Allowed,

    /// <summary>No: EFAULT. 6.1 has it from its stable series only.</summary>
    [LinuxSource("mm/gup.c", "check_vma_flags", Commit = "f347454d0341")]
    Refused,
}
