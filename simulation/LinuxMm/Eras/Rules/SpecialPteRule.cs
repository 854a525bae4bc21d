namespace LinuxMm;

/// <summary>What GUP does at a special entry without a page in a VMA that it may walk.</summary>
[LinuxSource("mm/gup.c", "__get_user_pages", Tag = "v5.17")]
public enum SpecialPteRule
{
    /// <summary>The page is counted and its slot is never written: the caller reads garbage.</summary>
    [LinuxSource("mm/gup.c", "__get_user_pages", Tag = "v5.17")]
    [Mainline("4.3", Until = "5.17")]
    SlotLeftUnset,

    /// <summary>The walk ends with EFAULT, as it always did for plain references: the first of two commits, which 5.15.y took over alone.</summary>
    [LinuxSource("mm/gup.c", "follow_pfn_pte", Commit = "7196040e19ad")]
    RefusedAsFault,

    /// <summary>The walk ends with EEXIST.</summary>
    [LinuxSource("mm/gup.c", "__get_user_pages", Commit = "65462462ffb2")]
    [Mainline("5.18")]
    Refused,
}
