namespace LinuxMm;

/// <summary>How an allocator made a buffer reachable.</summary>
[LinuxSource("drivers/media/common/videobuf2/videobuf2-dma-contig.c", "vb2_dc_get_userptr", Tag = "v5.17")]
public enum Vb2Mapping
{
    /// <summary>As a scatter list.</summary>
    ScatterList,

    /// <summary>As device memory, by frame number: dma_map_resource().</summary>
    MapResource,

    /// <summary>By the kernel's own page tables: vm_map_ram().</summary>
    VmMapRam,

    /// <summary>By the kernel's own page tables, as device memory: ioremap().</summary>
    IoRemap,
}
