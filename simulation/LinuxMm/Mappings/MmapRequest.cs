namespace LinuxMm;

/// <summary>Everything that mmap() can be asked for; the overload with five parameters covers most scenarios.</summary>
/// <param name="Pages">How many pages, at least 1.</param>
[LinuxSource("mm/mmap.c", "do_mmap", Tag = "v5.17")]
public sealed record MmapRequest([property: LinuxSource("mm/mmap.c", "do_mmap", Tag = "v5.17")] int Pages)
{
    /// <summary>What to call the mapping.</summary>
    [ModelOnly("Names for people.")]
    public string Name { get; init; } = "anonymous";

    /// <summary>Private or shared.</summary>
    [LinuxSource("include/uapi/linux/mman.h", "MAP_SHARED, MAP_PRIVATE", Tag = "v5.17")]
    public Sharing Sharing { get; init; }

    /// <summary>What the CPU may do.</summary>
    [LinuxSource("include/uapi/asm-generic/mman-common.h", "PROT_READ", Tag = "v5.17")]
    public Protection Protection { get; init; } = Protection.ReadWrite;

    /// <summary>The driver or file to map; null for anonymous memory.</summary>
    [LinuxSource("mm/mmap.c", "do_mmap(file)", Tag = "v5.17")]
    public MappedObject? Of { get; init; }

    /// <summary>Where in the file the mapping begins, in pages.</summary>
    [LinuxSource("mm/mmap.c", "do_mmap(pgoff)", Tag = "v5.17")]
    public long PageOffset { get; init; }

    /// <summary>A fixed address; whatever is mapped there goes away. Null lets the model choose.</summary>
    [LinuxSource("include/uapi/asm-generic/mman-common.h", "MAP_FIXED", Tag = "v5.17")]
    public VirtualAddress? At { get; init; }

    /// <summary>From which zone private pages come; null for <see cref="MachineOptions.UserZone"/>.</summary>
    [LinuxSource("include/linux/gfp.h", "GFP_HIGHUSER_MOVABLE", Tag = "v5.17")]
    public Zone? Zone { get; init; }

    /// <summary>Whether it is a stack: touched below its start, it grows.</summary>
    [LinuxSource("include/uapi/linux/mman.h", "MAP_GROWSDOWN", Tag = "v5.17")]
    public bool GrowsDown { get; init; }

    /// <summary>Whether the descriptor is open for reading only: then a shared mapping can never be written.</summary>
    [LinuxSource("include/linux/fs.h", "FMODE_WRITE", Tag = "v5.17")]
    public bool IsReadOnlyDescriptor { get; init; }
}
