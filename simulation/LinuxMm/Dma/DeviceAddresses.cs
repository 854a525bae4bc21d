namespace LinuxMm;

/// <summary>The addresses by which one device reaches memory, as far as there are any left: physical ones, those of bounce buffers, or those of an IOMMU.</summary>
[LinuxSource("kernel/dma/direct.c", "dma_direct_map_sg", Tag = "v5.17")]
[LinuxSource("drivers/iommu/dma-iommu.c", "iommu_dma_map_sg", Tag = "v5.17")]
internal sealed class DeviceAddresses(Machine machine, DeviceOptions options)
{
    private const ulong FirstIoVirtualAddress = 0xf0000000;

    private readonly BounceBuffers _bounces = new(options.BounceBytes);
    private ulong _nextIoVirtualAddress = FirstIoVirtualAddress;
    private long _iommuBytes;

    /// <summary>Addresses for consecutive pieces, or null where the IOMMU has none left.</summary>
    public DmaAddress? Translate(int offsetBytes, long lengthBytes)
    {
        var whole = WholePages(offsetBytes + lengthBytes);
        if (_iommuBytes + whole > (options.IommuBytes ?? long.MaxValue))
        {
            return null;
        }

        var address = _nextIoVirtualAddress + (ulong)offsetBytes;
        _nextIoVirtualAddress += (ulong)whole + VirtualAddress.PageSize;
        _iommuBytes += whole;
        return new DmaAddress(address);
    }

    public void EndTranslation(int offsetBytes, long lengthBytes) => _iommuBytes -= WholePages(offsetBytes + lengthBytes);

    /// <summary>The physical address of a piece, or one of a bounce buffer where the device cannot reach it; null where there is no room for one.</summary>
    public DmaAddress? Reach(ulong physical, long lengthBytes)
    {
        if (options.BounceBytes == 0 || IsReachable(physical, lengthBytes))
        {
            return ReachWindow(physical, lengthBytes);
        }

        if (_bounces.Take(lengthBytes) is { } address && IsReachable(address.Value, lengthBytes))
        {
            return address;
        }

        machine.WarnOnce("swiotlb buffer is full");
        return null;
    }

    /// <summary>Ends what <see cref="Reach"/> began.</summary>
    public void Leave(ulong physical, DmaAddress address, long lengthBytes)
    {
        if (!IsReachable(physical, lengthBytes))
        {
            _bounces.Give(address, lengthBytes);
        }
    }

    /// <summary>A device's window is reached where it is, or not at all.</summary>
    [LinuxSource("kernel/dma/direct.c", "dma_direct_map_resource", Tag = "v5.17")]
    public DmaAddress? ReachWindow(ulong physical, long lengthBytes)
    {
        if (IsReachable(physical, lengthBytes))
        {
            return new DmaAddress(physical);
        }

        machine.WarnOnce($"DMA addr overflow (mask {options.DmaMask:x})");
        return null;
    }

    private bool IsReachable(ulong first, long lengthBytes) => first + (ulong)lengthBytes - 1 <= options.DmaMask;

    private static long WholePages(long bytes) => (bytes + VirtualAddress.PageSize - 1) & ~(VirtualAddress.PageSize - 1L);
}
