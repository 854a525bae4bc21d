using System.Globalization;

namespace LinuxMm;

/// <summary>An address as a device sees it on its bus, in bytes. With an IOMMU it is not the physical one.</summary>
/// <param name="Value">The address.</param>
[LinuxSource("include/linux/types.h", "dma_addr_t", Tag = "v5.17")]
public readonly record struct DmaAddress([property: LinuxSource("include/linux/types.h", "dma_addr_t", Tag = "v5.17")] ulong Value)
{
    /// <summary>Hexadecimal text, such as <c>0x7000</c>.</summary>
    [ModelOnly("Text for people.")]
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"0x{Value:x}");
}
