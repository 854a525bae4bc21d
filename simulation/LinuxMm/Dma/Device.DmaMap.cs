namespace LinuxMm;

public sealed partial class Device
{
    private const ulong FirstIoVirtualAddress = 0xf0000000;
    private ulong _nextIoVirtualAddress = FirstIoVirtualAddress;

    /// <summary>Gives the pieces of a table addresses that the device can use: with an IOMMU one range, without it the physical ones.</summary>
    /// <param name="table">A table that is not mapped.</param>
    /// <exception cref="InvalidOperationException">The table is mapped already.</exception>
    [LinuxSource("kernel/dma/mapping.c", "dma_map_sgtable", Tag = "v5.17", Since = "A")]
    public void MapSgTable(SgTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.IsMapped)
        {
            throw new InvalidOperationException("The table is mapped already: unmap it first.");
        }

        var next = _nextIoVirtualAddress + (ulong)table.Entries[0].OffsetBytes;
        table.SetAddresses(entry =>
        {
            var address = Options.HasIommu ? next : entry.First.PhysicalAddress.Value + (ulong)entry.OffsetBytes;
            next += (ulong)entry.LengthBytes;
            return new DmaAddress(address);
        });
        _nextIoVirtualAddress = (next + (ulong)VirtualAddress.PageSize) & ~(ulong)(VirtualAddress.PageSize - 1);
    }

    /// <summary>Takes the addresses back.</summary>
    /// <param name="table">A mapped table.</param>
    /// <exception cref="InvalidOperationException">The table is not mapped.</exception>
    [LinuxSource("include/linux/dma-mapping.h", "dma_unmap_sgtable", Tag = "v5.17", Since = "A")]
    public void UnmapSgTable(SgTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (!table.IsMapped)
        {
            throw new InvalidOperationException($"The table is not mapped for {Name}.");
        }

        table.SetAddresses(_ => null);
    }

    /// <summary>Makes device memory, physically consecutive, reachable for this device.</summary>
    /// <remarks>Returns on failure: EIO, the model's name for DMA_MAPPING_ERROR, where the era refuses memory that has a struct page.</remarks>
    /// <param name="frames">The frames.</param>
    /// <returns>The address of the first byte of the first frame.</returns>
    [LinuxSource("kernel/dma/mapping.c", "dma_map_resource", Tag = "v5.17")]
    public KernelResult<DmaAddress> MapResource(PfnRange frames)
    {
        if (Machine.Era.UserPages.MapResource == MapResourceRule.RefusesMemory && Machine.Memory.PfnValid(frames.First))
        {
            Machine.WarnOnce("pfn_valid(PHYS_PFN(phys_addr)) in dma_map_resource");
            return Errno.EIO;
        }

        if (!Options.HasIommu)
        {
            return new DmaAddress(frames.First.PhysicalAddress.Value);
        }

        var address = new DmaAddress(_nextIoVirtualAddress);
        _nextIoVirtualAddress += (ulong)frames.Count << VirtualAddress.PageShift;
        return address;
    }
}
