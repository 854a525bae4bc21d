namespace LinuxMm;

/// <summary>What a mapping allows the CPU to do.</summary>
[Flags]
[LinuxSource("include/uapi/asm-generic/mman-common.h", "PROT_READ, PROT_WRITE, PROT_EXEC, PROT_NONE", Tag = "v5.17")]
public enum Protection
{
    /// <summary>Nothing: every access faults.</summary>
    None = 0,

    /// <summary>Reading.</summary>
    Read = 1,

    /// <summary>Writing.</summary>
    Write = 2,

    /// <summary>Executing.</summary>
    Execute = 4,

    /// <summary>Reading and writing.</summary>
    ReadWrite = Read | Write,
}
