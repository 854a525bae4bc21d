namespace LinuxMm;

/// <summary>What fork does with pages of hugetlb that a device may be writing to.</summary>
[LinuxSource("mm/hugetlb.c", "copy_hugetlb_page_range", Tag = "v5.12")]
public enum HugeTlbForkRule
{
    /// <summary>They are shared like all others; who writes first gets a copy, and the device keeps the old page.</summary>
    [LinuxSource("mm/hugetlb.c", "copy_hugetlb_page_range", Tag = "v5.10.262")]
    [Mainline("4.3", Until = "5.11")]
    SharesPinned,

    /// <summary>The child gets its own copy at once if the parent has ever pinned and the page looks pinned.</summary>
    [LinuxSource("mm/hugetlb.c", "copy_hugetlb_page_range", Tag = "v6.1.192")]
    [Mainline("5.12")]
    CopiesPinned,
}
