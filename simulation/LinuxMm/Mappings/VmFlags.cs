namespace LinuxMm;

/// <summary>The flags of a <see cref="VmArea"/>, with the kernel's numbers.</summary>
[Flags]
[LinuxSource("include/linux/mm.h", "VM_READ .. VM_MIXEDMAP", Tag = "v5.17")]
public enum VmFlags
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>The CPU may read.</summary>
    Read = 0x1,

    /// <summary>The CPU may write.</summary>
    Write = 0x2,

    /// <summary>The CPU may execute.</summary>
    Exec = 0x4,

    /// <summary>Writes are shared.</summary>
    Shared = 0x8,

    /// <summary>mprotect may grant reading.</summary>
    MayRead = 0x10,

    /// <summary>mprotect may grant writing; a private mapping with it is a COW mapping.</summary>
    MayWrite = 0x20,

    /// <summary>mprotect may grant executing.</summary>
    MayExec = 0x40,

    /// <summary>mprotect may make it shared-writable.</summary>
    MayShare = 0x80,

    /// <summary>Grows towards lower addresses when it is touched below its start: a stack.</summary>
    GrowsDown = 0x100,

    /// <summary>Raw frame numbers: nobody looks at a struct page behind them.</summary>
    PfnMap = 0x400,

    /// <summary>Its pages stay resident: mlock.</summary>
    Locked = 0x2000,

    /// <summary>Memory-mapped I/O: touching it may have effects.</summary>
    Io = 0x4000,

    /// <summary>The child of fork does not get it.</summary>
    DontCopy = 0x20000,

    /// <summary>mremap may not enlarge it.</summary>
    DontExpand = 0x40000,

    /// <summary>With <see cref="Locked"/>: pages are not made resident, they only stay so.</summary>
    LockOnFault = 0x80000,

    /// <summary>The child of fork gets it empty.</summary>
    WipeOnFork = 0x2000000,

    /// <summary>Not part of a core dump.</summary>
    DontDump = 0x4000000,

    /// <summary>May hold pages with and frames without struct page.</summary>
    MixedMap = 0x10000000,
}
