namespace LinuxMm;

/// <summary>Which compound pages count their pins exactly.</summary>
[LinuxSource("include/linux/mm.h", "hpage_pincount_available", Tag = "v5.10", Until = "v5.17")]
public enum CompoundPinRule
{
    /// <summary>Those of more than two frames.</summary>
    [LinuxSource("include/linux/mm.h", "hpage_pincount_available", Tag = "v5.17", Until = "v5.17")]
    [Mainline("4.3", Until = "5.17")]
    OrderAboveOne,

    /// <summary>All of them.</summary>
    [LinuxSource("include/linux/mm_types.h", "folio._pincount", Tag = "v5.18", Since = "C1")]
    [Mainline("5.18")]
    Every,
}
