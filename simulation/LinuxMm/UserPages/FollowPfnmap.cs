namespace LinuxMm;

/// <summary>What follow_pfnmap_start() found. It is true until <see cref="Dispose"/>, which is follow_pfnmap_end().</summary>
[LinuxSource("include/linux/mm.h", "struct follow_pfnmap_args", Tag = "v6.12")]
public sealed class FollowPfnmap : IDisposable
{
    private readonly PageTableEntry _entry;

    internal FollowPfnmap(PageTableEntry entry) => _entry = entry;

    /// <summary>The frame.</summary>
    /// <exception cref="InvalidOperationException">The lock was dropped: the number may be old.</exception>
    [LinuxSource("include/linux/mm.h", "follow_pfnmap_args.pfn", Tag = "v6.12")]
    public Pfn Pfn => IsLocked ? _entry.Pfn : throw new InvalidOperationException("follow_pfnmap_end was called: the frame number may not be used any more.");

    /// <summary>Whether the entry may be written; follow_pfn never said so.</summary>
    [LinuxSource("include/linux/mm.h", "follow_pfnmap_args.writable", Tag = "v6.12")]
    public bool IsWritable => _entry.IsWritable;

    /// <summary>Whether no normal page stands behind it.</summary>
    [LinuxSource("include/linux/mm.h", "follow_pfnmap_args.special", Tag = "v6.12")]
    public bool IsSpecial => _entry.IsSpecial;

    /// <summary>Whether the page table lock is held.</summary>
    [LinuxSource("include/linux/mm.h", "follow_pfnmap_args.lock", Tag = "v6.12")]
    public bool IsLocked { get; private set; } = true;

    /// <summary>Drops the lock.</summary>
    [LinuxSource("mm/memory.c", "follow_pfnmap_end", Tag = "v6.12")]
    public void Dispose() => IsLocked = false;
}
