namespace LinuxMm;

/// <summary>A half-open range of virtual addresses: <see cref="Start"/> belongs to it, <see cref="End"/> does not.</summary>
/// <param name="Start">The first address.</param>
/// <param name="End">The first address beyond.</param>
[LinuxSource("include/linux/mm_types.h", "vm_area_struct.vm_start, vm_area_struct.vm_end", Tag = "v5.17")]
public readonly record struct AddressRange(
    [property: LinuxSource("include/linux/mm_types.h", "vm_area_struct.vm_start", Tag = "v5.17")] VirtualAddress Start,
    [property: LinuxSource("include/linux/mm_types.h", "vm_area_struct.vm_end", Tag = "v5.17")] VirtualAddress End)
{
    /// <summary>How many pages the range spans.</summary>
    [LinuxSource("include/linux/mm.h", "vma_pages", Tag = "v5.17")]
    public int Pages => (int)((End.Value - Start.Value) >> VirtualAddress.PageShift);

    /// <summary>Whether the address lies inside.</summary>
    /// <param name="address">Any address.</param>
    [ModelOnly("Arithmetic on a typed range.")]
    public bool Contains(VirtualAddress address) => Start <= address && address < End;

    /// <summary>Whether the two ranges share an address.</summary>
    /// <param name="other">Another range.</param>
    [ModelOnly("Arithmetic on a typed range.")]
    public bool Overlaps(AddressRange other) => Start < other.End && other.Start < End;

    /// <summary>Both ends as the kernel prints them: <c>0x10000-0x12000</c>.</summary>
    [ModelOnly("Text for people.")]
    public override string ToString() => $"{Start}-{End}";
}
