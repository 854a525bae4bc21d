namespace LinuxMm;

/// <summary>The main user of frame vectors, as the mail calls it.</summary>
[LinuxSource("drivers/media/common/videobuf2/videobuf2-dma-contig.c", "vb2_dc_get_userptr", Tag = "v5.17")]
internal sealed class Vb2DmaContig : Vb2Memops
{
    public override string Name => "vb2_dc";

    private protected override KernelResult<Vb2Buffer> Get(Vb2UserPointer request)
    {
        var alignment = (ulong)request.Device.Options.CacheAlignmentBytes - 1;
        if (((request.Address.Value | (ulong)request.SizeBytes) & alignment) != 0 || request.SizeBytes == 0)
        {
            return Errno.EINVAL;
        }

        var created = CreateFramevec(request);
        if (created.Errno is { } error)
        {
            return error;
        }

        var vector = created.Value;
        var buffer = vector.ToPages().IsSuccess ? MapPages(request, vector) : MapNumbers(request, vector);
        if (!buffer.IsSuccess)
        {
            DestroyFramevec(vector);
        }

        return buffer;
    }

    private protected override void Release(Vb2Buffer buffer)
    {
        if (buffer.Table is { } table)
        {
            buffer.Request.Device.UnmapSgTable(table);
            DirtyPages(buffer);
            return;
        }

        buffer.Request.Device.UnmapResource(new PfnRange(buffer.Vector.Slot(0).Pfn!.Value, buffer.Vector.FrameCount));
    }

    private static KernelResult<Vb2Buffer> MapPages(Vb2UserPointer request, FrameVector vector)
    {
        var table = SgTable.FromPages(FramesOf(vector), request.Address.OffsetInPage, request.SizeBytes);
        if (!request.Device.MapSgTable(table).IsSuccess)
        {
            return Errno.EIO;
        }

        if (table.ContiguousSizeBytes() >= request.SizeBytes)
        {
            return new Vb2Buffer(request, vector, Vb2Mapping.ScatterList) { Table = table, DmaAddress = table.Entries[0].DmaAddress };
        }

        request.Device.UnmapSgTable(table);
        return Errno.EFAULT;
    }

    /// <summary>The case that the mail would keep: no page behind it, one physical range. The offset in the first page is not added.</summary>
    private static KernelResult<Vb2Buffer> MapNumbers(Vb2UserPointer request, FrameVector vector)
    {
        var frames = FramesOf(vector);
        if (!AreConsecutive(frames))
        {
            return Errno.EINVAL;
        }

        var address = request.Device.MapResource(new PfnRange(frames[0], frames.Count));
        return address.IsSuccess ? new Vb2Buffer(request, vector, Vb2Mapping.MapResource) { DmaAddress = address.Value } : Errno.ENOMEM;
    }
}
