namespace LinuxMm;

/// <summary>How a driver may look at a raw entry under its lock.</summary>
[LinuxSource("mm/memory.c", "follow_pte", Tag = "v5.12", Until = "v6.11")]
[LinuxSource("mm/memory.c", "follow_pfnmap_start", Tag = "v6.12", Since = "v6.12")]
public enum PfnWalkRule
{
    /// <summary>Not at all: drivers have follow_pfn, which drops the lock.</summary>
    [LinuxSource("mm/memory.c", "follow_pte_pmd", Tag = "v5.10", Until = "v5.11")]
    [Mainline("4.3", Until = "5.11")]
    NotForDrivers,

    /// <summary>follow_pte, which looks at no mapping: it hands out entries of ordinary memory as well.</summary>
    [LinuxSource("mm/memory.c", "follow_pte", Commit = "9fd6dad1261a", Until = "v6.11")]
    [Mainline("5.12", Until = "6.9")]
    AnyEntry,

    /// <summary>follow_pte, for VM_IO and VM_PFNMAP mappings only.</summary>
    [LinuxSource("mm/memory.c", "follow_pte", Tag = "v6.10", Until = "v6.11")]
    [Mainline("6.10", Until = "6.11")]
    RawMappings,

    /// <summary>follow_pfnmap_start; follow_pte is gone.</summary>
    [LinuxSource("mm/memory.c", "follow_pfnmap_start", Commit = "6da8e9634bb7", Since = "v6.12")]
    [Mainline("6.12")]
    FollowPfnmap,
}
