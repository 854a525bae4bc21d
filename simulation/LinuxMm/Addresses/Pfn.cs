using System.Globalization;

namespace LinuxMm;

/// <summary>A page frame number: which 4 KiB of the physical address space. It says nothing about who owns the frame.</summary>
/// <param name="Number">The physical address divided by 4096.</param>
[LinuxSource("include/linux/pfn.h", "PFN_PHYS", Tag = "v5.17")]
public readonly record struct Pfn([property: LinuxSource("include/linux/pfn.h", "PFN_PHYS", Tag = "v5.17")] ulong Number) : IComparable<Pfn>
{
    private const ulong FirstShownInHex = 0x100;

    /// <summary>Where the frame begins.</summary>
    [LinuxSource("include/linux/pfn.h", "PFN_PHYS", Tag = "v5.17")]
    public PhysicalAddress PhysicalAddress => new(Number << VirtualAddress.PageShift);

    /// <summary>The frame that many frames further on.</summary>
    /// <param name="pfn">The frame to start from.</param>
    /// <param name="frames">How many frames.</param>
    [ModelOnly("Arithmetic on a typed number.")]
    public static Pfn operator +(Pfn pfn, int frames) => new(pfn.Number + (ulong)frames);

    /// <summary>The first frame from here on whose number is a multiple of this.</summary>
    internal Pfn AlignedUp(int frames) => new((Number + (ulong)frames - 1) / (ulong)frames * (ulong)frames);

    /// <summary>Compares by number.</summary>
    /// <param name="left">One frame.</param>
    /// <param name="right">Another frame.</param>
    [ModelOnly("Arithmetic on a typed number.")]
    public static bool operator <(Pfn left, Pfn right) => left.Number < right.Number;

    /// <inheritdoc cref="op_LessThan"/>
    [ModelOnly("Arithmetic on a typed number.")]
    public static bool operator >(Pfn left, Pfn right) => left.Number > right.Number;

    /// <inheritdoc cref="op_LessThan"/>
    [ModelOnly("Arithmetic on a typed number.")]
    public static bool operator <=(Pfn left, Pfn right) => left.Number <= right.Number;

    /// <inheritdoc cref="op_LessThan"/>
    [ModelOnly("Arithmetic on a typed number.")]
    public static bool operator >=(Pfn left, Pfn right) => left.Number >= right.Number;

    /// <inheritdoc/>
    [ModelOnly("Arithmetic on a typed number.")]
    public int CompareTo(Pfn other) => Number.CompareTo(other.Number);

    /// <summary>Short text: <c>pfn 7</c>, and hexadecimal from 0x100 on, <c>pfn 0x900</c>.</summary>
    [ModelOnly("Text for people.")]
    public override string ToString() =>
        Number < FirstShownInHex ? string.Create(CultureInfo.InvariantCulture, $"pfn {Number}") : string.Create(CultureInfo.InvariantCulture, $"pfn 0x{Number:x}");
}
