namespace LinuxMm;

public sealed partial class Device
{
    private readonly DeviceAddresses _addresses;

    /// <summary>Gives the pieces of a table addresses that the device can use: with an IOMMU one range, without it the physical ones.</summary>
    /// <remarks>
    /// Returns on failure, with nothing mapped: EIO for memory that the device cannot reach, where no bounce buffer is left; ENOMEM when the
    /// IOMMU has no addresses left; up to 5.14 EINVAL for both.
    /// </remarks>
    /// <param name="table">A table that is not mapped.</param>
    /// <returns>0 or an error.</returns>
    /// <exception cref="InvalidOperationException">The table is mapped already.</exception>
    [LinuxSource("kernel/dma/mapping.c", "dma_map_sgtable", Tag = "v5.17", Since = "A")]
    public KernelResult<int> MapSgTable(SgTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.IsMapped)
        {
            throw new InvalidOperationException("The table is mapped already: unmap it first.");
        }

        var failure = Options.HasIommu ? Translate(table) : Reach(table);
        return failure is not { } error ? 0
            : Machine.Era.UserPages.MapErrors == MapErrorRule.AlwaysEinval ? Errno.EINVAL
            : error;
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

        if (Options.HasIommu)
        {
            _addresses.EndTranslation(table.Entries[0].OffsetBytes, table.SizeBytes);
        }
        else
        {
            table.Entries.ToList().ForEach(entry => Leave(entry, entry.DmaAddress!.Value));
        }

        table.SetAddresses(_ => null);
    }

    /// <summary>Makes device memory, physically consecutive, reachable for this device.</summary>
    /// <remarks>
    /// Returns on failure: EIO, the model's name for DMA_MAPPING_ERROR, where the era refuses memory that has a struct page, where the device cannot
    /// reach the frames, and where the IOMMU has no addresses left.
    /// </remarks>
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

        var bytes = (long)frames.Count << VirtualAddress.PageShift;
        var address = Options.HasIommu ? _addresses.Translate(0, bytes) : _addresses.ReachWindow(frames.First.PhysicalAddress.Value, bytes);
        return address is { } found ? found : Errno.EIO;
    }

    /// <summary>Ends what <see cref="MapResource"/> began.</summary>
    /// <param name="frames">The frames, which are mapped.</param>
    [LinuxSource("kernel/dma/mapping.c", "dma_unmap_resource", Tag = "v5.17")]
    public void UnmapResource(PfnRange frames)
    {
        if (Options.HasIommu)
        {
            _addresses.EndTranslation(0, (long)frames.Count << VirtualAddress.PageShift);
        }
    }

    /// <summary>One range for all pieces. Behind an IOMMU the mask is that of its addresses, of which there are enough below every mask.</summary>
    private Errno? Translate(SgTable table)
    {
        if (_addresses.Translate(table.Entries[0].OffsetBytes, table.SizeBytes) is not { } address)
        {
            return Errno.ENOMEM;
        }

        var next = address.Value;
        table.SetAddresses(entry =>
        {
            var piece = new DmaAddress(next);
            next += (ulong)entry.LengthBytes;
            return piece;
        });
        return null;
    }

    private Errno? Reach(SgTable table)
    {
        var addresses = new Queue<DmaAddress>();
        foreach (var entry in table.Entries)
        {
            if (_addresses.Reach(PhysicalAddressOf(entry), entry.LengthBytes) is not { } address)
            {
                table.Entries.Zip(addresses).ToList().ForEach(pair => Leave(pair.First, pair.Second));
                return Errno.EIO;
            }

            addresses.Enqueue(address);
        }

        table.SetAddresses(_ => addresses.Dequeue());
        return null;
    }

    private void Leave(SgEntry entry, DmaAddress address) => _addresses.Leave(PhysicalAddressOf(entry), address, entry.LengthBytes);

    private static ulong PhysicalAddressOf(SgEntry entry) => entry.First.PhysicalAddress.Value + (ulong)entry.OffsetBytes;
}
