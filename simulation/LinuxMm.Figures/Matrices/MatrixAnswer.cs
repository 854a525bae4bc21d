namespace LinuxMm.Figures;

/// <summary>Which question the cells of an <see cref="EraMatrixTable"/> answer.</summary>
public enum MatrixAnswer
{
    /// <summary>What get_vaddr_frames() gives.</summary>
    GetVaddrFrames,

    /// <summary>What the dma-contig allocator of videobuf2 makes of it.</summary>
    DmaContig,

    /// <summary>The dma-sg allocator.</summary>
    DmaSg,

    /// <summary>The vmalloc allocator.</summary>
    Vmalloc,
}
