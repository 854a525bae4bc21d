namespace LinuxMm;

/// <summary>Whether dma_map_sgtable() says why it failed.</summary>
[LinuxSource("kernel/dma/mapping.c", "dma_map_sgtable", Tag = "v5.17", Since = "A")]
public enum MapErrorRule
{
    /// <summary>EINVAL, whatever it was: below it there was only the number of pieces, and 0 for a failure.</summary>
    [LinuxSource("include/linux/dma-mapping.h", "dma_map_sgtable", Tag = "v5.10", Since = "A")]
    [Mainline("4.3", Until = "5.14")]
    AlwaysEinval,

    /// <summary>EIO where the device cannot reach the memory, ENOMEM where an IOMMU has no addresses left.</summary>
    [LinuxSource("kernel/dma/mapping.c", "__dma_map_sg_attrs", Tag = "v5.15", Since = "v5.15")]
    [Mainline("5.15")]
    Told,
}
