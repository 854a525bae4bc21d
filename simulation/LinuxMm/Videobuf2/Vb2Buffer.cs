namespace LinuxMm;

/// <summary>A user buffer as an allocator of videobuf2 holds it between get_userptr and put_userptr.</summary>
[LinuxSource("drivers/media/common/videobuf2/videobuf2-dma-contig.c", "struct vb2_dc_buf", Tag = "v5.17")]
public sealed class Vb2Buffer
{
    internal Vb2Buffer(Vb2UserPointer request, FrameVector vector, Vb2Mapping mapping)
    {
        Request = request;
        Vector = vector;
        Mapping = mapping;
    }

    /// <summary>The frames.</summary>
    [LinuxSource("drivers/media/common/videobuf2/videobuf2-dma-contig.c", "vb2_dc_buf.vec", Tag = "v5.17")]
    public FrameVector Vector { get; }

    /// <summary>How they were made reachable.</summary>
    [ModelOnly("The kernel tells by which fields are set.")]
    public Vb2Mapping Mapping { get; }

    /// <summary>The scatter list, or null.</summary>
    [LinuxSource("drivers/media/common/videobuf2/videobuf2-dma-contig.c", "vb2_dc_buf.dma_sgt", Tag = "v5.17")]
    public SgTable? Table { get; internal init; }

    /// <summary>Where the device begins to read or write, for dma-contig; null for the others.</summary>
    [LinuxSource("drivers/media/common/videobuf2/videobuf2-dma-contig.c", "vb2_dc_buf.dma_addr", Tag = "v5.17")]
    public DmaAddress? DmaAddress { get; internal init; }

    /// <summary>Whether put_userptr was called.</summary>
    [ModelOnly("The kernel frees the structure.")]
    public bool IsReleased { get; internal set; }

    internal Vb2UserPointer Request { get; }

    /// <summary>Where in the first frame the device begins: raw frames lose the offset that the user asked for.</summary>
    internal int FirstOffsetBytes => Mapping == Vb2Mapping.MapResource ? 0 : Request.Address.OffsetInPage;

    /// <summary>Mapping and frames.</summary>
    [ModelOnly("Text for people.")]
    public override string ToString() => $"{Mapping} of {Vector.FrameCount} frames";
}
