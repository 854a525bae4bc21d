namespace LinuxMm;

/// <summary>One mapping of a process.</summary>
[LinuxSource("include/linux/mm_types.h", "struct vm_area_struct", Tag = "v5.17")]
public sealed class VmArea
{
    internal VmArea(MemoryDescriptor mm, VmAreaSnapshot state, MappedObject? mapped, long pageOffset)
    {
        Mm = mm;
        State = state;
        Object = mapped;
        PageOffset = pageOffset;
    }

    /// <summary>What the scenario calls it.</summary>
    [ModelOnly("Names for people.")]
    public string Name => State.Name;

    /// <summary>Its addresses.</summary>
    [LinuxSource("include/linux/mm_types.h", "vm_area_struct.vm_start, vm_area_struct.vm_end", Tag = "v5.17")]
    public AddressRange Range => State.Range;

    /// <summary>Its first address.</summary>
    [LinuxSource("include/linux/mm_types.h", "vm_area_struct.vm_start", Tag = "v5.17")]
    public VirtualAddress Start => State.Range.Start;

    /// <summary>Its flags.</summary>
    [LinuxSource("include/linux/mm_types.h", "vm_area_struct.vm_flags", Tag = "v5.17")]
    public VmFlags Flags => State.Flags;

    /// <summary>What the CPU may do.</summary>
    [LinuxSource("include/linux/mm_types.h", "vm_area_struct.vm_page_prot", Tag = "v5.17")]
    public Protection Protection => State.Protection;

    /// <summary>Private or shared.</summary>
    [LinuxSource("include/linux/mm.h", "VM_SHARED", Tag = "v5.17")]
    public Sharing Sharing => State.Sharing;

    /// <summary>What stands behind it.</summary>
    [ModelOnly("The kernel tells kinds apart by vm_ops, vm_file and the file system.")]
    public MappedKind Kind => State.Kind;

    /// <summary>Private, and writable or able to become so: writes go to private copies.</summary>
    [LinuxSource("include/linux/mm.h", "is_cow_mapping", Tag = "v5.17")]
    public bool IsCowMapping => (Flags & (VmFlags.Shared | VmFlags.MayWrite)) == VmFlags.MayWrite;

    /// <summary>The process it belongs to.</summary>
    [LinuxSource("include/linux/mm_types.h", "vm_area_struct.vm_mm", Tag = "v5.17")]
    public MemoryDescriptor Mm { get; }

    internal MappedObject? Object { get; }

    internal long PageOffset { get; private set; }

    internal VmAreaSnapshot State { get; private set; }

    /// <summary>Whether an entry for the object itself, not for a private copy, may be writable.</summary>
    internal bool IsWriteMapped => (Flags & (VmFlags.Shared | VmFlags.Write)) == (VmFlags.Shared | VmFlags.Write);

    internal bool IsWritable => (Flags & VmFlags.Write) != 0;

    internal Zone PreferredZone { get; set; } = Zone.Normal;

    /// <summary>Whether madvise asked for 2 MiB pages.</summary>
    internal bool WantsHugePages { get; set; }

    internal bool IsAnonymous => Object is null or DevZero;

    /// <summary>Name and addresses.</summary>
    [ModelOnly("Text for people.")]
    public override string ToString() => $"{Name} {Range}";

    internal long IndexOf(VirtualAddress address) => PageOffset + (long)(address.PageNumber - Range.Start.PageNumber);

    /// <summary>The struct page behind an entry if it is to be treated as normal memory, else null.</summary>
    internal Page? NormalPage(PageTableEntry entry) => entry.IsSpecial ? null : Mm.Machine.Memory.PfnToPage(entry.Pfn);

    /// <summary>Whether the CPU may make the access. On x86 whatever can be written or executed can be read.</summary>
    internal bool Allows(FaultKind kind) => kind == FaultKind.Write ? IsWritable : (Flags & (VmFlags.Read | VmFlags.Write | VmFlags.Exec)) != 0;

    internal void SetFlags(VmFlags flags) => Change(State with { Flags = flags }, PageOffset);

    internal void Change(VmAreaSnapshot to, long pageOffset)
    {
        PageOffset = pageOffset;
        if (to == State)
        {
            return;
        }

        if (Mm.Machine.IsTracing)
        {
            Mm.Machine.Record(new TraceEvent.VmaChanged(Mm.Name, State, to));
        }

        State = to;
    }
}
