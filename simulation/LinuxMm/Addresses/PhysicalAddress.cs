using System.Globalization;

namespace LinuxMm;

/// <summary>An address of the physical address space, in bytes.</summary>
/// <param name="Value">The address.</param>
[LinuxSource("include/linux/types.h", "phys_addr_t", Tag = "v5.17")]
public readonly record struct PhysicalAddress([property: LinuxSource("include/linux/types.h", "phys_addr_t", Tag = "v5.17")] ulong Value)
{
    /// <summary>Hexadecimal text, such as <c>0x7000</c>.</summary>
    [ModelOnly("Text for people.")]
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"0x{Value:x}");
}
