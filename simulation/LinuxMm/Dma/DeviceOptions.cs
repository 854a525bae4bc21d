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
}
