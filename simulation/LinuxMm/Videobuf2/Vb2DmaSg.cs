namespace LinuxMm;

/// <summary>Takes pages in any order, and says ENOMEM whatever goes wrong.</summary>
[LinuxSource("drivers/media/common/videobuf2/videobuf2-dma-sg.c", "vb2_dma_sg_get_userptr", Tag = "v5.17")]
internal sealed class Vb2DmaSg : Vb2Memops
{
    public override string Name => "vb2_dma_sg";

    private protected override KernelResult<Vb2Buffer> Get(Vb2UserPointer request)
    {
        if (CreateFramevec(request) is not { IsSuccess: true } created)
        {
            return Errno.ENOMEM;
        }

        var vector = created.Value;
        if (!vector.ToPages().IsSuccess)
        {
            DestroyFramevec(vector);
            return Errno.ENOMEM;
        }

        var table = SgTable.FromPages(FramesOf(vector), request.Address.OffsetInPage, request.SizeBytes);
        if (!request.Device.MapSgTable(table).IsSuccess)
        {
            DestroyFramevec(vector);
            return Errno.ENOMEM;
        }

        return new Vb2Buffer(request, vector, Vb2Mapping.ScatterList) { Table = table };
    }

    private protected override void Release(Vb2Buffer buffer)
    {
        buffer.Request.Device.UnmapSgTable(buffer.Table!);
        DirtyPages(buffer);
    }
}
