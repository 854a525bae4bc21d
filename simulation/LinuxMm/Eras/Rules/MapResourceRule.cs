namespace LinuxMm;

/// <summary>Whether dma_map_resource() looks for a struct page.</summary>
[LinuxSource("kernel/dma/mapping.c", "dma_map_resource", Tag = "v5.17")]
public enum MapResourceRule
{
    /// <summary>It warns and fails when the first frame has one.</summary>
    [LinuxSource("kernel/dma/mapping.c", "dma_map_resource", Tag = "v5.14")]
    [Mainline("4.3", Until = "5.14")]
    RefusesMemory,

    /// <summary>It maps what it is given.</summary>
    [LinuxSource("kernel/dma/mapping.c", "dma_map_resource", Tag = "v5.17")]
    [Mainline("5.15")]
    MapsAnything,
}
