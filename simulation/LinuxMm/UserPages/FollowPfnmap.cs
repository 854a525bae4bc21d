namespace LinuxMm;

/// <summary>What follow_pfnmap_start() found, under the lock of its entry.</summary>
[LinuxSource("include/linux/mm.h", "struct follow_pfnmap_args", Tag = "v6.12", Since = "v6.12")]
public sealed class FollowPfnmap : LockedEntry, IDisposable
{
    internal FollowPfnmap(MemoryDescriptor mm, PageTableEntry entry)
        : base(mm, entry)
    {
    }

    private protected override string EndOfWalk => "follow_pfnmap_end";

    /// <summary>Drops the lock.</summary>
    [LinuxSource("mm/memory.c", "follow_pfnmap_end", Tag = "v6.12", Since = "v6.12")]
    public void Dispose() => Unlock();
}
