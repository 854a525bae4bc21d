namespace LinuxMm;

/// <summary>What fast GUP answers to a range that wraps at 2^64.</summary>
[LinuxSource("mm/gup.c", "internal_get_user_pages_fast", Tag = "v6.1")]
public enum RangeOverflowRule
{
    /// <summary>0 pages.</summary>
    [LinuxSource("mm/gup.c", "internal_get_user_pages_fast", Tag = "v6.1")]
    ReturnsZero,

    /// <summary>EOVERFLOW.</summary>
    [LinuxSource("mm/gup.c", "gup_fast_fallback", Tag = "v6.12")]
    Eoverflow,
}
