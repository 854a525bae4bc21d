namespace LinuxMm;

/// <summary>Which compound pages count their pins exactly.</summary>
[LinuxSource("include/linux/mm.h", "hpage_pincount_available", Tag = "v5.10")]
public enum CompoundPinRule
{
    /// <summary>Those of more than two frames.</summary>
    [LinuxSource("include/linux/mm.h", "hpage_pincount_available", Tag = "v5.17")]
    OrderAboveOne,

    /// <summary>All of them.</summary>
    [LinuxSource("include/linux/mm_types.h", "folio._pincount", Tag = "v5.18")]
    Every,
}
