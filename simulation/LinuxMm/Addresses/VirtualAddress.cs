using System.Globalization;

namespace LinuxMm;

/// <summary>An address in the address space of a process, in bytes.</summary>
/// <param name="Value">The address.</param>
[LinuxSource("include/linux/mm_types.h", "vm_area_struct.vm_start", Tag = "v5.17")]
public readonly record struct VirtualAddress([property: LinuxSource("include/linux/mm_types.h", "vm_area_struct.vm_start", Tag = "v5.17")] ulong Value) : IComparable<VirtualAddress>
{
    /// <summary>Bits of an address inside its page: 12.</summary>
    [LinuxSource("arch/x86/include/asm/page_types.h", "PAGE_SHIFT", Tag = "v5.17")]
    public const int PageShift = 12;

    /// <summary>Bytes of a page: 4096.</summary>
    [LinuxSource("arch/x86/include/asm/page_types.h", "PAGE_SIZE", Tag = "v5.17")]
    public const int PageSize = 1 << PageShift;

    /// <summary>The first address beyond user space on x86-64 with four levels: 0x7ffffffff000.</summary>
    [LinuxSource("arch/x86/include/asm/page_64_types.h", "TASK_SIZE_MAX", Tag = "v5.17")]
    public static VirtualAddress TaskSize { get; } = new((1UL << 47) - PageSize);

    /// <summary>Whether the address is the first of its page.</summary>
    [LinuxSource("include/linux/mm.h", "PAGE_ALIGNED", Tag = "v5.17")]
    public bool IsPageAligned => OffsetInPage == 0;

    /// <summary>Bytes from the start of the page, 0 to 4095.</summary>
    [LinuxSource("include/linux/mm.h", "offset_in_page", Tag = "v5.17")]
    public int OffsetInPage => (int)(Value & (PageSize - 1));

    /// <summary>The first address of the page.</summary>
    [LinuxSource("arch/x86/include/asm/page_types.h", "PAGE_MASK", Tag = "v5.17")]
    public VirtualAddress PageStart => new(Value & ~(ulong)(PageSize - 1));

    internal ulong PageNumber => Value >> PageShift;

    /// <summary>The address that many bytes further on; wraps at 2^64 as the kernel's arithmetic does.</summary>
    /// <param name="address">The address to start from.</param>
    /// <param name="bytes">How many bytes.</param>
    [ModelOnly("Arithmetic on a typed number.")]
    public static VirtualAddress operator +(VirtualAddress address, long bytes) => new(unchecked(address.Value + (ulong)bytes));

    /// <summary>Compares by value, unsigned.</summary>
    /// <param name="left">One address.</param>
    /// <param name="right">Another address.</param>
    [ModelOnly("Arithmetic on a typed number.")]
    public static bool operator <(VirtualAddress left, VirtualAddress right) => left.Value < right.Value;

    /// <inheritdoc cref="op_LessThan"/>
    [ModelOnly("Arithmetic on a typed number.")]
    public static bool operator >(VirtualAddress left, VirtualAddress right) => left.Value > right.Value;

    /// <inheritdoc cref="op_LessThan"/>
    [ModelOnly("Arithmetic on a typed number.")]
    public static bool operator <=(VirtualAddress left, VirtualAddress right) => left.Value <= right.Value;

    /// <inheritdoc cref="op_LessThan"/>
    [ModelOnly("Arithmetic on a typed number.")]
    public static bool operator >=(VirtualAddress left, VirtualAddress right) => left.Value >= right.Value;

    /// <summary>The address that many pages further on.</summary>
    /// <param name="pages">How many pages.</param>
    [ModelOnly("Arithmetic on a typed number.")]
    public VirtualAddress Page(int pages) => this + ((long)pages << PageShift);

    /// <inheritdoc/>
    [ModelOnly("Arithmetic on a typed number.")]
    public int CompareTo(VirtualAddress other) => Value.CompareTo(other.Value);

    /// <summary>Hexadecimal text, such as <c>0x10000</c>.</summary>
    [ModelOnly("Text for people.")]
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"0x{Value:x}");
}
