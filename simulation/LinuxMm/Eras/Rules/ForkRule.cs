namespace LinuxMm;

/// <summary>What fork does with pages that a device may be writing to.</summary>
[LinuxSource("mm/memory.c", "copy_present_pte", Tag = "v5.10", Since = "A")]
public enum ForkRule
{
    /// <summary>They are shared like all others; the first write decides who keeps the page.</summary>
    [LinuxSource("mm/memory.c", "copy_one_pte", Tag = "v5.8", Until = "A")]
    [Mainline("4.3", Until = "5.8")]
    SharesPinned,

    /// <summary>The child gets its own copy at once if the parent has ever pinned and the page looks pinned.</summary>
    [LinuxSource("mm/memory.c", "copy_present_page", Tag = "v5.10", Since = "A")]
    [Mainline("5.9", Until = "5.18")]
    CopiesPinned,

    /// <summary>The same for anonymous pages, exact by the exclusive marker.</summary>
    [LinuxSource("mm/memory.c", "copy_present_page", Tag = "v5.19", Since = "A")]
    [Mainline("5.19")]
    CopiesExclusive,
}
