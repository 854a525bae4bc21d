namespace LinuxMm;

/// <summary>A shared buffer: its exporter knows who uses it and decides when it moves.</summary>
/// <remarks>Left out: reservation fences; every access here is over when its call returns.</remarks>
[LinuxSource("include/linux/dma-buf.h", "struct dma_buf", Tag = "v5.17")]
public sealed class DmaBuf : FrameHolder
{
    private readonly List<DmaBufAttachment> _attachments = [];
    private bool _isExporterGone;

    internal DmaBuf(Driver exporter, string name, IReadOnlyList<Pfn> frames)
        : base(exporter.Machine, name, frames.Count)
    {
        Exporter = exporter;
        Frames = frames;
        Announce();
        TakeFrames(frames, Promise.Reference);
    }

    /// <summary>Who owns the memory.</summary>
    [LinuxSource("include/linux/dma-buf.h", "dma_buf.ops", Tag = "v5.17")]
    public Driver Exporter { get; }

    /// <summary>Where the memory is at present.</summary>
    [ModelOnly("Only the exporter knows.")]
    public IReadOnlyList<Pfn> Frames { get; private set; }

    /// <summary>Its length.</summary>
    [LinuxSource("include/linux/dma-buf.h", "dma_buf.size", Tag = "v5.17")]
    public long SizeBytes => (long)Frames.Count << VirtualAddress.PageShift;

    /// <summary>Descriptors and importers that keep it alive.</summary>
    [LinuxSource("include/linux/dma-buf.h", "dma_buf.file", Tag = "v5.17")]
    public int FileCount { get; private set; }

    /// <summary>Whether the exporter has taken it back; nobody can map it any more.</summary>
    [LinuxSource("drivers/dma-buf/dma-buf.c", "dma_buf_move_notify", Tag = "v5.17")]
    public bool IsRevoked { get; private set; }

    /// <summary>Takes a reference to the buffer itself.</summary>
    [LinuxSource("include/linux/dma-buf.h", "get_dma_buf", Tag = "v5.17")]
    public void Get() => FileCount++;

    /// <summary>Drops a reference; the last one gives the memory back to the exporter's allocator.</summary>
    /// <exception cref="InvalidOperationException">There is none left.</exception>
    [LinuxSource("drivers/dma-buf/dma-buf.c", "dma_buf_put", Tag = "v5.17")]
    public void Put()
    {
        if (FileCount == 0)
        {
            throw new InvalidOperationException($"{Name} has no references left: it was put too often.");
        }

        FileCount--;
        FreeIfUnused();
    }

    /// <summary>Links a device to the buffer. Nothing is mapped yet.</summary>
    /// <param name="device">The importer's device.</param>
    /// <param name="moveNotify">What a dynamic importer does when the buffer is about to move; null for a static importer, whose mapping pins it.</param>
    [LinuxSource("drivers/dma-buf/dma-buf.c", "dma_buf_dynamic_attach", Tag = "v5.17")]
    public DmaBufAttachment Attach(Device device, Action? moveNotify = null)
    {
        var attachment = new DmaBufAttachment(this, device, moveNotify);
        _attachments.Add(attachment);
        return attachment;
    }

    /// <summary>The exporter moves the memory: dynamic importers are told first, static ones forbid it.</summary>
    /// <param name="frames">Where it is from now on.</param>
    /// <returns>0; EBUSY while a static importer has it mapped.</returns>
    /// <exception cref="ArgumentException">The new place has another length.</exception>
    [LinuxSource("drivers/dma-buf/dma-buf.c", "dma_buf_move_notify", Tag = "v5.17")]
    public KernelResult<int> Move(IReadOnlyList<Pfn> frames)
    {
        if (frames.Count != Frames.Count)
        {
            throw new ArgumentException($"{Name} has {Frames.Count} frames and cannot move to {frames.Count}.", nameof(frames));
        }

        if (_attachments.Any(attachment => attachment.IsPinning))
        {
            return Errno.EBUSY;
        }

        Invalidate();
        Frames = frames;
        TakeFrames(frames, Promise.Reference);
        return 0;
    }

    /// <summary>The exporter takes the memory back: importers are told, and can map it no more.</summary>
    /// <returns>0; EBUSY while a static importer has it mapped.</returns>
    [LinuxSource("drivers/dma-buf/dma-buf.c", "dma_buf_move_notify", Tag = "v5.17")]
    public KernelResult<int> Revoke()
    {
        if (_attachments.Any(attachment => attachment.IsPinning))
        {
            return Errno.EBUSY;
        }

        Invalidate();
        IsRevoked = true;
        return 0;
    }

    /// <summary>Its name.</summary>
    [ModelOnly("Text for people.")]
    public override string ToString() => Name;

    internal override bool CountsReferences => false;

    internal override HolderSnapshot Snapshot() => new()
    {
        Name = Name,
        Kind = "dma-buf",
        FrameCount = FrameCount,
        Slots = SlotSnapshots(),
    };

    internal void Remove(DmaBufAttachment attachment) => _attachments.Remove(attachment);

    /// <summary>The exporter no longer needs the memory; it goes when the last importer does.</summary>
    internal void ReleaseExporter()
    {
        _isExporterGone = true;
        FreeIfUnused();
    }

    private void Invalidate()
    {
        foreach (var attachment in _attachments)
        {
            attachment.Invalidate();
        }
    }

    private void FreeIfUnused()
    {
        if (FileCount > 0 || !_isExporterGone)
        {
            return;
        }

        _isExporterGone = false;
        TakeFrames(Frames, Promise.None);
        Withdraw();
        for (var i = Frames.Count - 1; i >= 0; i--)
        {
            Exporter.FreePages(new PfnRange(Frames[i], 1));
        }
    }
}
