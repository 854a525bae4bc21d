namespace LinuxMm;

/// <summary>What fast GUP answers to a range that wraps at 2^64.</summary>
[LinuxSource("mm/gup.c", "internal_get_user_pages_fast", Tag = "v6.1")]
public enum RangeOverflowRule
{
    /// <summary>0 pages.</summary>
    [LinuxSource("mm/gup.c", "internal_get_user_pages_fast", Tag = "v6.1")]
    [Mainline("4.3", Until = "6.4")]
    ReturnsZero,

    /// <summary>EOVERFLOW.</summary>
    [LinuxSource("mm/gup.c", "gup_fast_fallback", Tag = "v6.12", Since = "C3")]
    [Mainline("6.5")]
    Eoverflow,
}
