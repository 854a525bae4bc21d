namespace LinuxMm;

/// <summary>How a page fault ended.</summary>
[LinuxSource("include/linux/mm_types.h", "enum vm_fault_reason", Tag = "v5.17")]
internal enum FaultOutcome
{
    /// <summary>The entry now allows the access.</summary>
    Done,

    /// <summary>Nothing stands behind the address.</summary>
    SigBus,

    /// <summary>The mapping does not allow the access, or there is none.</summary>
    SigSegv,
}
