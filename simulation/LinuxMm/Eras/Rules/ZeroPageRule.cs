namespace LinuxMm;

/// <summary>Whether pinning the zero page counts.</summary>
[LinuxSource("mm/gup.c", "try_grab_page", Tag = "v6.5")]
public enum ZeroPageRule
{
    /// <summary>It is pinned like any page.</summary>
    [LinuxSource("mm/gup.c", "try_grab_page", Tag = "v6.4")]
    [Mainline("4.3", Until = "6.4")]
    Counted,

    /// <summary>Its counters stay as they are.</summary>
    [LinuxSource("mm/gup.c", "try_grab_page", Tag = "v6.5")]
    [Mainline("6.5")]
    NotCounted,
}
