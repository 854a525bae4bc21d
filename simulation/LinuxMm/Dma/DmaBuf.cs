namespace LinuxMm;

/// <summary>A shared buffer: its exporter knows who uses it and decides when it moves.</summary>
[LinuxSource("include/linux/dma-buf.h", "struct dma_buf", Tag = "v5.17")]
public sealed partial class DmaBuf : FrameHolder
{
    private readonly List<DmaBufAttachment> _attachments = [];
    private readonly Action _release;
    private int _vmaps;

    internal DmaBuf(Driver exporter, string name, IReadOnlyList<Pfn> frames, Action release)
        : base(exporter.Machine, name, frames.Count)
    {
        Exporter = exporter;
        Frames = frames;
        _release = release;
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

    /// <summary>Whether the CPU can have all of it in one range; not every exporter offers that.</summary>
    [LinuxSource("include/linux/dma-buf.h", "dma_buf_ops.vmap", Tag = "v5.17")]
    public bool HasVmap { get; internal init; } = true;

    /// <summary>What its exporter makes of any failure to map it; null where it passes on what it was told.</summary>
    internal Errno? MapError { get; init; }

    /// <summary>Descriptors and importers that keep it alive.</summary>
    [LinuxSource("include/linux/dma-buf.h", "dma_buf.file", Tag = "v5.17")]
    public int FileCount { get; private set; }

    /// <summary>Whether the exporter has taken it back; nobody can map it any more.</summary>
    [LinuxSource("drivers/dma-buf/dma-buf.c", "dma_buf_move_notify", Tag = "v5.17")]
    public bool IsRevoked { get; private set; }

    /// <summary>Takes a reference to the buffer itself.</summary>
    [LinuxSource("include/linux/dma-buf.h", "get_dma_buf", Tag = "v5.17")]
    public void Get()
    {
        RequireAlive();
        FileCount++;
    }

    /// <summary>Drops a reference; with the last one the exporter gives back what it held for the buffer.</summary>
    /// <exception cref="InvalidOperationException">There is none left.</exception>
    [LinuxSource("drivers/dma-buf/dma-buf.c", "dma_buf_put", Tag = "v5.17")]
    public void Put()
    {
        if (FileCount == 0)
        {
            throw new InvalidOperationException($"{Name} has no references left: it was put too often.");
        }

        FileCount--;
        if (FileCount > 0)
        {
            return;
        }

        TakeFrames(Frames, Promise.None);
        Withdraw();
        _release();
    }

    /// <summary>Links a device to the buffer. Nothing is mapped yet.</summary>
    /// <param name="device">The importer's device.</param>
    /// <param name="moveNotify">What a dynamic importer does when the buffer is about to move; null for a static importer, whose mapping pins it.</param>
    [LinuxSource("drivers/dma-buf/dma-buf.c", "dma_buf_dynamic_attach", Tag = "v5.17")]
    public DmaBufAttachment Attach(Device device, Action? moveNotify = null)
    {
        RequireAlive();
        Machine.RequireOwn(device);
        var attachment = new DmaBufAttachment(this, device, moveNotify);
        _attachments.Add(attachment);
        return attachment;
    }

    /// <summary>The CPU gets all of it in one range; while it has, the exporter may not move it.</summary>
    /// <returns>0; EINVAL where the exporter does not offer it, or has taken the memory back.</returns>
    [LinuxSource("drivers/dma-buf/dma-buf.c", "dma_buf_vmap", Tag = "v5.17")]
    public KernelResult<int> Vmap()
    {
        RequireAlive();
        if (!HasVmap || IsRevoked)
        {
            return Errno.EINVAL;
        }

        _vmaps++;
        return 0;
    }

    /// <summary>Ends what <see cref="Vmap"/> began.</summary>
    /// <exception cref="InvalidOperationException">There is nothing to end.</exception>
    [LinuxSource("drivers/dma-buf/dma-buf.c", "dma_buf_vunmap", Tag = "v5.17")]
    public void Vunmap() => _vmaps = _vmaps > 0 ? _vmaps - 1 : throw new InvalidOperationException($"{Name} is not mapped by the CPU: Vunmap was called too often.");

    /// <summary>The exporter moves the memory: dynamic importers are told first, static ones forbid it.</summary>
    /// <param name="frames">Where it is from now on.</param>
    /// <returns>0; EBUSY while a static importer or the CPU has it mapped; EAGAIN, with the importers told, while an access is under way.</returns>
    /// <exception cref="ArgumentException">The new place has another length.</exception>
    [LinuxSource("drivers/dma-buf/dma-buf.c", "dma_buf_move_notify", Tag = "v5.17")]
    public KernelResult<int> Move(IReadOnlyList<Pfn> frames)
    {
        ArgumentNullException.ThrowIfNull(frames);
        if (frames.Count != Frames.Count)
        {
            throw new ArgumentException($"{Name} has {Frames.Count} frames and cannot move to {frames.Count}.", nameof(frames));
        }

        if (IsPinned)
        {
            return Errno.EBUSY;
        }

        Invalidate();
        if (!IsIdle(DmaFenceUsage.Bookkeep))
        {
            return Errno.EAGAIN;
        }

        Frames = frames;
        TakeFrames(frames, Promise.Reference);
        return 0;
    }

    /// <summary>The exporter takes the memory back: importers are told, and can map it no more.</summary>
    /// <returns>0; EBUSY while a static importer or the CPU has it mapped; EAGAIN, revoked already, while an access is under way.</returns>
    [LinuxSource("drivers/dma-buf/dma-buf.c", "dma_buf_move_notify", Tag = "v5.17")]
    public KernelResult<int> Revoke()
    {
        if (IsPinned)
        {
            return Errno.EBUSY;
        }

        Invalidate();
        IsRevoked = true;
        return IsIdle(DmaFenceUsage.Bookkeep) ? 0 : Errno.EAGAIN;
    }

    /// <summary>Its name.</summary>
    [ModelOnly("Text for people.")]
    public override string ToString() => Name;

    internal override bool CountsReferences => false;

    private bool IsPinned => _vmaps > 0 || _attachments.Exists(attachment => attachment.IsPinning);

    internal override HolderSnapshot Snapshot() => new()
    {
        Name = Name,
        Kind = "dma-buf",
        FrameCount = FrameCount,
        Slots = SlotSnapshots(),
    };

    internal void Remove(DmaBufAttachment attachment) => _attachments.Remove(attachment);

    private void Invalidate()
    {
        foreach (var attachment in _attachments)
        {
            attachment.Invalidate();
        }
    }
}
