namespace LinuxMm;

/// <summary>A process, as far as its memory goes.</summary>
[LinuxSource("include/linux/mm_types.h", "struct mm_struct", Tag = "v5.17")]
public sealed partial class MemoryDescriptor
{
    private readonly List<VmArea> _vmAreas = [];

    internal MemoryDescriptor(Machine machine, string name)
    {
        Machine = machine;
        Name = name;
    }

    /// <summary>What the scenario calls it.</summary>
    [ModelOnly("Names for people.")]
    public string Name { get; }

    /// <summary>Its mappings, by address.</summary>
    [LinuxSource("include/linux/mm_types.h", "mm_struct.mmap", Tag = "v5.17")]
    public IReadOnlyList<VmArea> VmAreas => _vmAreas;

    /// <summary>Whether it ever pinned pages: fork looks at this.</summary>
    [LinuxSource("include/linux/sched/coredump.h", "MMF_HAS_PINNED", Tag = "v6.1", Since = "B1")]
    public bool HasPinned { get; private set; }

    /// <summary>Whether it has exited; nothing can be done with it then.</summary>
    [LinuxSource("kernel/exit.c", "exit_mm", Tag = "v5.17")]
    public bool HasExited { get; private set; }

    internal Machine Machine { get; }

    internal PageTable PageTable { get; } = new();

    /// <summary>The mapping that contains an address, or null.</summary>
    /// <param name="address">Any address.</param>
    [LinuxSource("include/linux/mm.h", "vma_lookup", Tag = "v5.17", Since = "v5.14")]
    public VmArea? FindVma(VirtualAddress address)
    {
        var low = 0;
        var high = _vmAreas.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var range = _vmAreas[middle].Range;
            if (range.Contains(address))
            {
                return _vmAreas[middle];
            }

            (low, high) = address < range.Start ? (low, middle - 1) : (middle + 1, high);
        }

        return null;
    }

    /// <summary>The page that an address is mapped to, or null when there is none or no struct page.</summary>
    /// <param name="address">Any address.</param>
    [LinuxSource("mm/memory.c", "vm_normal_page", Tag = "v5.17")]
    public Page? PageAt(VirtualAddress address) =>
        FindVma(address) is { } vma && PageTable.Find(address) is { } entry ? vma.NormalPage(entry) : null;

    /// <summary>The frame that an address is mapped to, or null. No lock is held: it may be old news already.</summary>
    /// <param name="address">Any address.</param>
    [LinuxSource("include/linux/pgtable.h", "pte_pfn", Tag = "v5.17")]
    public Pfn? PfnAt(VirtualAddress address) => PageTable.Find(address) is { } entry ? Machine.Checker.HandOut(entry.Pfn) : null;

    /// <summary>Its name.</summary>
    [ModelOnly("Text for people.")]
    public override string ToString() => Name;

    internal void SetHasPinned()
    {
        if (HasPinned)
        {
            return;
        }

        if (Machine.IsTracing)
        {
            Machine.Record(new TraceEvent.HasPinnedSet(Name));
        }

        HasPinned = true;
    }

    /// <summary>Asked before a call changes anything at all, so that a call that cannot go on leaves nothing half done.</summary>
    internal void RequireUnlocked()
    {
        if (LockedEntries > 0)
        {
            throw new InvalidOperationException($"An entry of {Name} is locked by a walk that has not ended: nobody can change entries until it does.");
        }
    }

    internal void SetPte(VirtualAddress address, PageTableEntry? entry, string reason)
    {
        RequireUnlocked();

        var at = address.PageStart;
        if (Machine.IsTracing)
        {
            Machine.Record(new TraceEvent.PteChanged(Name, PageTable.Find(at)?.At(at), entry?.At(at), reason));
        }

        PageTable.Set(at, entry);
        if (_gather is not null)
        {
            _gather.Add(at);
        }
        else if (Machine.CpuList.Count > 0)
        {
            Machine.Flush(this, at);
        }
    }

    internal ProcessSnapshot Snapshot() => new()
    {
        Name = Name,
        HasPinned = HasPinned,
        HasExited = HasExited,
        AccountedPages = AccountedPages,
        VmAreas = [.. _vmAreas.Select(vma => vma.State with
        {
            Ptes = [.. PageTable.Present(vma.Range).Select(at => PageTable.Find(at)!.Value.At(at))],
        })],
    };

    private void AddVma(VmArea vma)
    {
        if (Machine.IsTracing)
        {
            Machine.Record(new TraceEvent.VmaAdded(Name, vma.State));
        }

        var place = _vmAreas.FindIndex(other => vma.Start < other.Start);
        _vmAreas.Insert(place < 0 ? _vmAreas.Count : place, vma);
    }

    private void RemoveVma(VmArea vma)
    {
        if (Machine.IsTracing)
        {
            Machine.Record(new TraceEvent.VmaRemoved(Name, vma.State));
        }

        _vmAreas.Remove(vma);
    }

    internal void RequireOwn(VmArea vma)
    {
        ArgumentNullException.ThrowIfNull(vma);
        if (vma.Mm != this)
        {
            throw new ArgumentException($"{vma.Name} is not a mapping of {Name}.", nameof(vma));
        }

        if (FindVma(vma.Start) != vma)
        {
            throw new ArgumentException($"{vma.Name} was unmapped.", nameof(vma));
        }
    }

    private void RequireRunning()
    {
        if (HasExited)
        {
            throw new InvalidOperationException($"{Name} has exited.");
        }
    }
}
