namespace LinuxMm;

/// <summary>What a walk of the page table found. It is true until the lock of the entry is dropped.</summary>
/// <remarks>While the lock is held nobody can change entries of the process; the model throws where the kernel would wait.</remarks>
[LinuxSource("include/linux/mm.h", "pte_offset_map_lock", Tag = "v5.17")]
public abstract class LockedEntry
{
    private readonly MemoryDescriptor _mm;
    private readonly PageTableEntry _entry;

    private protected LockedEntry(MemoryDescriptor mm, PageTableEntry entry)
    {
        _mm = mm;
        _entry = entry;
        mm.LockedEntries++;
        mm.Machine.Checker.HandOut(entry.Pfn, isReadOnly: !entry.IsWritable);
    }

    /// <summary>The frame.</summary>
    /// <exception cref="InvalidOperationException">The lock was dropped: the number may be old.</exception>
    [LinuxSource("include/linux/pgtable.h", "pte_pfn", Tag = "v5.17")]
    public Pfn Pfn => IsLocked ? _entry.Pfn : throw new InvalidOperationException($"{EndOfWalk} was called: the frame number may not be used any more.");

    /// <summary>Whether the entry may be written; follow_pfn never said so.</summary>
    [LinuxSource("include/linux/pgtable.h", "pte_write", Tag = "v5.17")]
    public bool IsWritable => _entry.IsWritable;

    /// <summary>Whether no normal page stands behind it.</summary>
    [LinuxSource("include/linux/pgtable.h", "pte_special", Tag = "v5.17")]
    public bool IsSpecial => _entry.IsSpecial;

    /// <summary>Whether the lock is held.</summary>
    [LinuxSource("include/linux/mm.h", "pte_lockptr", Tag = "v5.17")]
    public bool IsLocked { get; private set; } = true;

    private protected abstract string EndOfWalk { get; }

    private protected void Unlock()
    {
        if (IsLocked)
        {
            IsLocked = false;
            _mm.LockedEntries--;
        }
    }
}
