namespace LinuxMm;

/// <summary>Why a fault is handled.</summary>
[LinuxSource("include/linux/mm_types.h", "enum fault_flag", Tag = "v5.19")]
internal enum FaultKind
{
    /// <summary>A read.</summary>
    Read,

    /// <summary>A write.</summary>
    Write,

    /// <summary>A read-only pin that wants a page of its own: copy, but stay read-only.</summary>
    Unshare,
}
