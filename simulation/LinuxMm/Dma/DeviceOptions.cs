namespace LinuxMm;

/// <summary>What a device's bus and hardware can do.</summary>
[LinuxSource("include/linux/device.h", "struct device", Tag = "v5.17")]
public sealed record DeviceOptions
{
    /// <summary>Whether an IOMMU stands between the device and memory: it makes scattered pages one range for the device.</summary>
    [LinuxSource("drivers/iommu/dma-iommu.c", "iommu_dma_map_sg", Tag = "v5.17")]
    public bool HasIommu { get; init; }

    /// <summary>To how many bytes a buffer must be aligned: 1 where DMA is coherent.</summary>
    [LinuxSource("include/linux/dma-mapping.h", "dma_get_cache_alignment", Tag = "v5.17")]
    public int CacheAlignmentBytes { get; init; } = 1;

    /// <summary>The highest address that the device can put on the bus; all of them by default.</summary>
    [LinuxSource("include/linux/device.h", "device.dma_mask", Tag = "v5.17")]
    public ulong DmaMask { get; init; } = ulong.MaxValue;

    /// <summary>How many bytes of addresses an IOMMU has for the device; null for as many as are asked for.</summary>
    [LinuxSource("drivers/iommu/dma-iommu.c", "iommu_dma_alloc_iova", Tag = "v5.17")]
    public long? IommuBytes { get; init; }

    /// <summary>How many bytes of low memory stand in for memory that the device cannot reach; none by default.</summary>
    [LinuxSource("kernel/dma/swiotlb.c", "swiotlb_map", Tag = "v5.17")]
    public long BounceBytes { get; init; }
}
