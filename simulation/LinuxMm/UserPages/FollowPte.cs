namespace LinuxMm;

/// <summary>What follow_pte() found. The lock is handed to the caller, who may drop it and go on using what he read: VFIO did.</summary>
[LinuxSource("mm/memory.c", "follow_pte", Tag = "v5.12", Until = "v6.11")]
public sealed class FollowPte : LockedEntry, IDisposable
{
    internal FollowPte(MemoryDescriptor mm, PageTableEntry entry)
        : base(mm, entry)
    {
    }

    private protected override string EndOfWalk => "pte_unmap_unlock";

    /// <summary>Drops the lock.</summary>
    [LinuxSource("include/linux/mm.h", "pte_unmap_unlock", Tag = "v5.17")]
    public void Dispose() => Unlock();
}
