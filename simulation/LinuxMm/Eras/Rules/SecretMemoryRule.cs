namespace LinuxMm;

/// <summary>Whether memfd_secret exists.</summary>
[LinuxSource("mm/secretmem.c", "memfd_secret", Tag = "v5.14", Since = "v5.14")]
public enum SecretMemoryRule
{
    /// <summary>No such system call yet.</summary>
    [LinuxSource("mm/gup.c", "check_vma_flags", Tag = "v5.13")]
    [Mainline("4.3", Until = "5.13")]
    DoesNotExist,

    /// <summary>It exists and is never pinned.</summary>
    [LinuxSource("mm/secretmem.c", "vma_is_secretmem", Tag = "v5.14", Since = "v5.14")]
    [Mainline("5.14")]
    Refused,
}
