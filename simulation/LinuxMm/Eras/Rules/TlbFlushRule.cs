namespace LinuxMm;

/// <summary>When munmap makes other processors forget raw frames.</summary>
[LinuxSource("include/asm-generic/tlb.h", "tlb_end_vma", Tag = "v5.17")]
public enum TlbFlushRule
{
    /// <summary>At its end, when nobody can find the mapping any more: an unmap_mapping_range() in between sees nothing to do (CVE-2022-39188).</summary>
    [LinuxSource("include/asm-generic/tlb.h", "tlb_end_vma", Tag = "v5.17")]
    [Mainline("4.3", Until = "5.18")]
    AtTheEnd,

    /// <summary>Before the mapping disappears.</summary>
    [LinuxSource("include/asm-generic/tlb.h", "tlb_end_vma", Commit = "b67fbebd4cf9")]
    [Mainline("5.19")]
    AtOnceForRawFrames,
}
