namespace LinuxMm;

/// <summary>The buffers of a video device, between an application and its driver.</summary>
/// <remarks>It is non-blocking: where a call would wait, it returns EAGAIN.</remarks>
[LinuxSource("include/media/videobuf2-core.h", "struct vb2_queue", Tag = "v5.17")]
public sealed partial class Vb2Queue
{
    [LinuxSource("include/media/videobuf2-core.h", "VB2_MAX_FRAME", Tag = "v5.17")]
    private const int MostBuffers = 32;

    /// <summary>How far apart the buffers lie in the file that an application maps, in pages.</summary>
    private const long MmapStride = 1 << 20;

    private readonly List<QueuedBuffer> _buffers = [];
    private readonly List<QueuedBuffer> _queued = [];
    private readonly List<QueuedBuffer> _done = [];
    private readonly List<QueuedBuffer> _orphans = [];
    private long _nextMmapOffset;

    internal Vb2Queue(Device device, Driver driver, Vb2QueueOptions options)
    {
        Device = device;
        Driver = driver;
        Options = options;
        driver.CloseHandler = FreeOrphans;
    }

    /// <summary>The device.</summary>
    [LinuxSource("include/media/videobuf2-core.h", "vb2_queue.dev", Tag = "v5.17")]
    public Device Device { get; }

    /// <summary>Its driver, the owner of what it allocates itself.</summary>
    [ModelOnly("The kernel counts owners and does not name them.")]
    public Driver Driver { get; }

    /// <summary>Its kind.</summary>
    [LinuxSource("include/media/videobuf2-core.h", "struct vb2_queue", Tag = "v5.17")]
    public Vb2QueueOptions Options { get; }

    /// <summary>Where its buffers come from.</summary>
    [LinuxSource("include/media/videobuf2-core.h", "vb2_queue.memory", Tag = "v5.17")]
    public Vb2Memory Memory { get; private set; }

    /// <summary>Whether the device may work on queued buffers.</summary>
    [LinuxSource("include/media/videobuf2-core.h", "vb2_queue.streaming", Tag = "v5.17")]
    public bool IsStreaming { get; private set; }

    /// <summary>How many buffers there are.</summary>
    [LinuxSource("include/media/videobuf2-core.h", "vb2_queue.num_buffers", Tag = "v5.17")]
    public int BufferCount => _buffers.Count;

    private Machine Machine => Device.Machine;

    /// <summary>Who has a buffer.</summary>
    /// <param name="index">0 to <see cref="BufferCount"/> - 1.</param>
    [LinuxSource("include/media/videobuf2-core.h", "vb2_buffer.state", Tag = "v5.17")]
    public Vb2BufferState StateOf(int index) => BufferAt(index).State;

    /// <summary>What is held for a buffer of user memory, or null.</summary>
    /// <param name="index">0 to <see cref="BufferCount"/> - 1.</param>
    [LinuxSource("include/media/videobuf2-core.h", "vb2_plane.mem_priv", Tag = "v5.17")]
    public Vb2Buffer? HeldFor(int index) => BufferAt(index).Held;

    private QueuedBuffer BufferAt(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, _buffers.Count);
        return _buffers[index];
    }

    /// <summary>Chooses where buffers come from and how many there are. 0 releases all; so does choosing anew.</summary>
    /// <param name="memory">Where they come from.</param>
    /// <param name="count">How many; of more than 32 there are 32.</param>
    /// <returns>The number of buffers; EBUSY while streaming, even for 0; EINVAL for no kind of memory.</returns>
    [LinuxSource("drivers/media/common/videobuf2/videobuf2-core.c", "vb2_core_reqbufs", Tag = "v5.17")]
    public KernelResult<int> Reqbufs(Vb2Memory memory, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        using var call = Machine.Enter(Driver.Name);
        count = Math.Min(count, MostBuffers);
        if (memory == Vb2Memory.Unknown || IsStreaming)
        {
            return call.Returned<KernelResult<int>>("vb2_core_reqbufs", (memory, count), memory == Vb2Memory.Unknown ? Errno.EINVAL : Errno.EBUSY);
        }

        Cancel();
        Memory = count == 0 ? Vb2Memory.Unknown : memory;
        for (var i = 0; i < count; i++)
        {
            _buffers.Add(new QueuedBuffer(_nextMmapOffset++ * MmapStride) { Frames = memory == Vb2Memory.Mmap ? AllocateFrames() : [] });
        }

        return call.Returned<KernelResult<int>>("vb2_core_reqbufs", (memory, count), count);
    }

    /// <summary>Lets the device work.</summary>
    /// <returns>0; EINVAL without buffers.</returns>
    [LinuxSource("drivers/media/common/videobuf2/videobuf2-core.c", "vb2_core_streamon", Tag = "v5.17")]
    public KernelResult<int> StreamOn()
    {
        using var call = Machine.Enter(Driver.Name);
        IsStreaming = _buffers.Count > 0;
        return call.Returned<KernelResult<int>>("vb2_core_streamon", Device.Name, IsStreaming ? 0 : Errno.EINVAL);
    }

    /// <summary>The device works on the buffer that was queued first, and is done with it.</summary>
    /// <param name="pattern">The ASCII text that it writes at the start of the buffer and of each further frame.</param>
    /// <exception cref="InvalidOperationException">It is not streaming, or nothing is queued.</exception>
    [LinuxSource("drivers/media/common/videobuf2/videobuf2-core.c", "vb2_buffer_done", Tag = "v5.17")]
    public void Complete(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (!IsStreaming || _queued.Count == 0)
        {
            throw new InvalidOperationException($"{Device.Name} has nothing to do: queue a buffer and call StreamOn.");
        }

        var buffer = _queued[0];
        if (buffer.Held is { } held)
        {
            Device.StartDma(held, pattern);
        }
        else
        {
            Device.StartDma(buffer.Frames, pattern, Options.Direction);
        }

        Device.CompleteDma();
        _queued.RemoveAt(0);
        buffer.State = Vb2BufferState.Done;
        _done.Add(buffer);
    }

    /// <summary>Fetches a finished buffer. What is held for it stays held: the application may queue it again.</summary>
    /// <returns>Its index, in the order in which they were finished; EAGAIN when none is, EINVAL when the device may not work.</returns>
    [LinuxSource("drivers/media/common/videobuf2/videobuf2-core.c", "vb2_core_dqbuf", Tag = "v5.17")]
    public KernelResult<int> Dqbuf()
    {
        using var call = Machine.Enter(Driver.Name);
        KernelResult<int> result = IsStreaming ? Errno.EAGAIN : Errno.EINVAL;
        if (_done.Count > 0)
        {
            result = _buffers.IndexOf(_done[0]);
            _done[0].State = Vb2BufferState.Dequeued;
            _done.RemoveAt(0);
        }

        return call.Returned("vb2_core_dqbuf", Device.Name, result);
    }

    /// <summary>Takes every buffer back from the device. What is held for them stays held.</summary>
    [LinuxSource("drivers/media/common/videobuf2/videobuf2-core.c", "vb2_core_streamoff", Tag = "v5.17")]
    public void StreamOff()
    {
        using var call = Machine.Enter(Driver.Name);
        TakeBack();
        call.Returned("vb2_core_streamoff", Device.Name, "done");
    }

    /// <summary>The last descriptor is closed: everything is given back.</summary>
    [LinuxSource("drivers/media/common/videobuf2/videobuf2-core.c", "vb2_core_queue_release", Tag = "v5.17")]
    public void Close()
    {
        using var call = Machine.Enter(Driver.Name);
        Cancel();
        call.Returned("vb2_core_queue_release", Device.Name, "done");
    }

    private void TakeBack()
    {
        IsStreaming = false;
        _queued.Clear();
        _done.Clear();
        _buffers.ForEach(buffer => buffer.State = Vb2BufferState.Dequeued);
    }

    private void Cancel()
    {
        TakeBack();
        foreach (var buffer in _buffers)
        {
            buffer.Drop(Options.Memops);
            if (Memory == Vb2Memory.Mmap)
            {
                _orphans.Add(buffer);
            }
        }

        FreeOrphans();
        _buffers.Clear();
    }

    private sealed class QueuedBuffer(long mmapOffset)
    {
        public Vb2BufferState State { get; set; }

        /// <summary>For user memory: what the allocator holds.</summary>
        public Vb2Buffer? Held { get; set; }

        /// <summary>For the driver's own memory and for dma-bufs: where it is.</summary>
        public IReadOnlyList<Pfn> Frames { get; set; } = [];

        /// <summary>Where in the device's file it is mapped from; the number of a buffer that is gone does not come again.</summary>
        public long MmapOffset { get; } = mmapOffset;

        /// <summary>The dma-buf made of it, or null.</summary>
        public DmaBuf? Export { get; set; }

        /// <summary>The dma-buf it was made of, or null.</summary>
        public DmaBuf? Imported { get; set; }

        /// <summary>How much of that was asked for.</summary>
        public long ImportedBytes { get; set; }

        /// <summary>The device's link to that dma-buf; null where the CPU does the work.</summary>
        public DmaBufAttachment? Import { get; set; }

        public void Drop(Vb2Memops memops)
        {
            if (Held is { } held)
            {
                memops.PutUserptr(held);
                Held = null;
            }

            if (Imported is not { } imported)
            {
                return;
            }

            if (Import is { } attachment)
            {
                attachment.Detach();
            }
            else
            {
                imported.Vunmap();
            }

            imported.Put();
            (Import, Imported) = (null, null);
        }
    }
}
