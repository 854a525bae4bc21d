namespace LinuxMm;

public sealed partial class MemoryDescriptor
{
    /// <summary>Entries that somebody looks at under their lock.</summary>
    internal int LockedEntries { get; set; }

    /// <summary>Looks at an entry and leaves its lock to the caller: the walker between follow_pfn and follow_pfnmap_start.</summary>
    /// <remarks>
    /// Returns on failure: EINVAL for an empty entry, and from 6.10 on for mappings without VM_IO and VM_PFNMAP. Before, it asks
    /// for no mapping at all and hands out entries of ordinary memory as well.
    /// </remarks>
    /// <param name="address">Any address of the process.</param>
    /// <returns>What was found, with the lock held, or EINVAL.</returns>
    /// <exception cref="InvalidOperationException">The era has no such function for drivers.</exception>
    /// <exception cref="KernelBugException">A 2 MiB page is mapped there.</exception>
    [LinuxSource("mm/memory.c", "follow_pte", Commit = "9fd6dad1261a", Until = "v6.11")]
    public KernelResult<FollowPte> FollowPte(VirtualAddress address)
    {
        RequireRunning();
        var rule = Machine.Era.UserPages.PfnWalk;
        if (rule is not (PfnWalkRule.AnyEntry or PfnWalkRule.RawMappings))
        {
            throw new InvalidOperationException($"follow_pte does not exist for drivers in era {Machine.Era}: 5.12 to 6.11 have it.");
        }

        var isRaw = FindVma(address) is { } vma && (vma.Flags & (VmFlags.Io | VmFlags.PfnMap)) != 0;
        if ((rule == PfnWalkRule.RawMappings && !isRaw) || PageTable.Find(address) is not { } entry)
        {
            return Errno.EINVAL;
        }

        return entry.IsHuge ? throw new KernelBugException("pmd_trans_huge(*pmd) in follow_pte") : new FollowPte(this, entry);
    }
}
