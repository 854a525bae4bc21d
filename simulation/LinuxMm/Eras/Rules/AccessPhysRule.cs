namespace LinuxMm;

/// <summary>Whether a debugger may look through a raw mapping at ordinary memory.</summary>
[LinuxSource("mm/memory.c", "generic_access_phys", Tag = "v7.3")]
public enum AccessPhysRule
{
    /// <summary>Whatever the entry says.</summary>
    [LinuxSource("mm/memory.c", "generic_access_phys", Tag = "v5.17")]
    [Mainline("4.3", Until = "7.2")]
    ReadsAnything,

    /// <summary>Not at memory that is online and not reserved: EINVAL.</summary>
    [LinuxSource("mm/memory.c", "generic_access_phys", Tag = "v7.3")]
    [Mainline("7.3")]
    RefusesMemory,
}
