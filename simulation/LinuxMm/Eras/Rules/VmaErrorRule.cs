namespace LinuxMm;

/// <summary>What becomes of the reason for which GUP may not walk a VMA.</summary>
[LinuxSource("mm/gup.c", "check_vma_flags", Tag = "v5.11")]
public enum VmaErrorRule
{
    /// <summary>EFAULT, whatever the reason; fsdax is found after pinning, and everything is unpinned.</summary>
    [LinuxSource("mm/gup.c", "__get_user_pages", Tag = "v5.10")]
    [Mainline("4.3", Until = "5.10")]
    AlwaysEfault,

    /// <summary>The reason is returned.</summary>
    [LinuxSource("mm/gup.c", "__get_user_pages", Tag = "v5.11")]
    [Mainline("5.11")]
    Kept,
}
