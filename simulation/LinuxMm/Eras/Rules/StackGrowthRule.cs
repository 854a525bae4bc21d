namespace LinuxMm;

/// <summary>Whether GUP makes a stack grow when it is asked for an address below it.</summary>
[LinuxSource("mm/gup.c", "__get_user_pages", Tag = "v6.4")]
public enum StackGrowthRule
{
    /// <summary>Yes, as a touch does.</summary>
    [LinuxSource("mm/gup.c", "__get_user_pages(find_extend_vma)", Tag = "v6.4")]
    [Mainline("4.3", Until = "6.4")]
    GupGrowsStacks,

    /// <summary>No: only a touch does.</summary>
    [LinuxSource("mm/gup.c", "gup_vma_lookup", Tag = "v6.5", Since = "C3")]
    [Mainline("6.5")]
    OnlyFaultsDo,
}
