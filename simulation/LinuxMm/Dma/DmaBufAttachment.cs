namespace LinuxMm;

/// <summary>The link between a dma-buf and a device that imports it.</summary>
[LinuxSource("include/linux/dma-buf.h", "struct dma_buf_attachment", Tag = "v5.17")]
public sealed class DmaBufAttachment
{
    private readonly Action? _moveNotify;
    private bool _isDetached;

    internal DmaBufAttachment(DmaBuf buffer, Device device, Action? moveNotify)
    {
        Buffer = buffer;
        Device = device;
        _moveNotify = moveNotify;
    }

    /// <summary>The buffer.</summary>
    [LinuxSource("include/linux/dma-buf.h", "dma_buf_attachment.dmabuf", Tag = "v5.17")]
    public DmaBuf Buffer { get; }

    /// <summary>The device.</summary>
    [LinuxSource("include/linux/dma-buf.h", "dma_buf_attachment.dev", Tag = "v5.17")]
    public Device Device { get; }

    /// <summary>The device's view of the buffer, or null while it is not mapped or was invalidated.</summary>
    [LinuxSource("include/linux/dma-buf.h", "dma_buf_attachment.sgt", Tag = "v5.17")]
    public SgTable? Table { get; private set; }

    /// <summary>Whether the mapping forbids the exporter to move the buffer.</summary>
    [LinuxSource("drivers/dma-buf/dma-buf.c", "dma_buf_pin", Tag = "v5.17")]
    public bool IsPinning => Table is not null && _moveNotify is null;

    /// <summary>Makes the buffer reachable for the device, where it is now.</summary>
    /// <returns>The device's view; EINVAL when it is mapped already or was revoked; EAGAIN for a static importer while the exporter itself works on the buffer; else what <see cref="Device.MapSgTable"/> says, which exporters of videobuf2 call EIO.</returns>
    [LinuxSource("drivers/dma-buf/dma-buf.c", "dma_buf_map_attachment", Tag = "v5.17")]
    public KernelResult<SgTable> Map()
    {
        if (_isDetached)
        {
            throw new InvalidOperationException($"link to {Buffer.Name} was detached: attach the device again.");
        }

        if (Table is not null || Buffer.IsRevoked)
        {
            return Errno.EINVAL;
        }

        // The kernel waits here; whoever has move_notify looks at the fences himself.
        if (_moveNotify is null && !Buffer.IsIdle(DmaFenceUsage.Kernel))
        {
            return Errno.EAGAIN;
        }

        var table = SgTable.FromPages(Buffer.Frames, 0, Buffer.SizeBytes);
        if (Device.MapSgTable(table).Errno is { } error)
        {
            return Buffer.MapError ?? error;
        }

        Table = table;
        return table;
    }

    /// <summary>Ends what <see cref="Map"/> began.</summary>
    [LinuxSource("drivers/dma-buf/dma-buf.c", "dma_buf_unmap_attachment", Tag = "v5.17")]
    public void Unmap()
    {
        if (Table is { } table)
        {
            Device.UnmapSgTable(table);
            Table = null;
        }
    }

    /// <summary>Ends the link.</summary>
    [LinuxSource("drivers/dma-buf/dma-buf.c", "dma_buf_detach", Tag = "v5.17")]
    public void Detach()
    {
        Unmap();
        _isDetached = true;
        Buffer.Remove(this);
    }

    internal void Invalidate()
    {
        if (Table is not null)
        {
            _moveNotify?.Invoke();
            Unmap();
        }
    }
}
