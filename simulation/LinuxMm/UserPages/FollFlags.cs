namespace LinuxMm;

/// <summary>What a caller of GUP wants, with the kernel's numbers of 5.17.</summary>
[Flags]
[LinuxSource("include/linux/mm.h", "FOLL_WRITE .. FOLL_PIN", Tag = "v5.17")]
public enum FollFlags
{
    /// <summary>Read, for a short while.</summary>
    None = 0,

    /// <summary>The pages will be written.</summary>
    Write = 0x1,

    /// <summary>Mark the pages as used, and as dirty if they will be written.</summary>
    Touch = 0x2,

    /// <summary>Take a plain reference. Set by the functions that do so, never by their callers.</summary>
    Get = 0x4,

    /// <summary>Ignore the protection of a mapping where a private copy can be made.</summary>
    Force = 0x10,

    /// <summary>For as long as user space likes.</summary>
    Longterm = 0x10000,

    /// <summary>Take a pin. Set by the functions that do so, never by their callers.</summary>
    Pin = 0x40000,
}
