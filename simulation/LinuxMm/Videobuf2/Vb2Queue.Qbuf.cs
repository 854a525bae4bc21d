namespace LinuxMm;

public sealed partial class Vb2Queue
{
    /// <summary>Gives the driver a buffer of user memory.</summary>
    /// <remarks>
    /// The same address and length as last time keep what is held, whatever is mapped there by now; every other one gives it back first, even if it fails.
    /// Returns on failure: EINVAL for a wrong index, a buffer that is queued, or too small a length; else what the allocator says.
    /// </remarks>
    /// <param name="index">0 to <see cref="BufferCount"/> - 1.</param>
    /// <param name="process">Whose address it is.</param>
    /// <param name="address">The address.</param>
    /// <param name="lengthBytes">The length.</param>
    /// <returns>0 or an error.</returns>
    [LinuxSource("drivers/media/common/videobuf2/videobuf2-core.c", "__prepare_userptr", Tag = "v5.17")]
    public KernelResult<int> Qbuf(int index, MemoryDescriptor process, VirtualAddress address, long lengthBytes)
    {
        ArgumentNullException.ThrowIfNull(process);
        using var call = Machine.Enter(process.Name);
        return call.Returned("vb2_core_qbuf", (index, address, lengthBytes), PrepareUserptr(index, process, address, lengthBytes));
    }

    /// <summary>Gives the driver a buffer of its own.</summary>
    /// <param name="index">0 to <see cref="BufferCount"/> - 1.</param>
    /// <returns>0; EINVAL for a wrong index, a buffer that is queued, or another kind of queue.</returns>
    [LinuxSource("drivers/media/common/videobuf2/videobuf2-core.c", "__prepare_mmap", Tag = "v5.17")]
    public KernelResult<int> Qbuf(int index)
    {
        using var call = Machine.Enter(Driver.Name);
        KernelResult<int> result = Errno.EINVAL;
        if (MayQueue(index, Vb2Memory.Mmap))
        {
            result = Enqueue(index);
        }

        return call.Returned("vb2_core_qbuf", index, result);
    }

    /// <summary>Gives the driver a buffer that somebody else exported.</summary>
    /// <remarks>Returns on failure: EINVAL for a wrong index, a buffer that is queued, too small a length, or one that cannot be mapped; EFAULT for a buffer shorter than said, where dma-contig finds no single range, and where vmalloc finds none for the CPU.</remarks>
    /// <param name="index">0 to <see cref="BufferCount"/> - 1.</param>
    /// <param name="buffer">The dma-buf; null stands for a descriptor of something else.</param>
    /// <param name="lengthBytes">The length that is asked for; 0 for all of it.</param>
    /// <returns>0 or an error.</returns>
    [LinuxSource("drivers/media/common/videobuf2/videobuf2-core.c", "__prepare_dmabuf", Tag = "v5.17")]
    public KernelResult<int> Qbuf(int index, DmaBuf? buffer, long lengthBytes = 0)
    {
        using var call = Machine.Enter(Driver.Name);
        return call.Returned("vb2_core_qbuf", (index, buffer?.Name ?? "no dma-buf"), PrepareDmabuf(index, buffer, lengthBytes));
    }

    private KernelResult<int> PrepareUserptr(int index, MemoryDescriptor process, VirtualAddress address, long lengthBytes)
    {
        if (!MayQueue(index, Vb2Memory.UserPtr))
        {
            return Errno.EINVAL;
        }

        var buffer = _buffers[index];
        if (buffer.Held is { } held && held.Request.Address == address && held.Request.SizeBytes == lengthBytes)
        {
            return Enqueue(index);
        }

        // Whatever is wrong, what was held before is given back.
        buffer.Drop(Options.Memops);
        if (lengthBytes < Options.SizeImageBytes)
        {
            return Errno.EINVAL;
        }

        var taken = Options.Memops.GetUserptr(new Vb2UserPointer(Device, process, address, lengthBytes, Options.Direction));
        if (taken.Errno is { } error)
        {
            return error;
        }

        buffer.Held = taken.Value;
        return Enqueue(index);
    }

    private KernelResult<int> PrepareDmabuf(int index, DmaBuf? imported, long lengthBytes)
    {
        var length = lengthBytes == 0 ? imported?.SizeBytes ?? 0 : lengthBytes;
        if (!MayQueue(index, Vb2Memory.DmaBuf))
        {
            return Errno.EINVAL;
        }

        var buffer = _buffers[index];
        if (imported is not null && buffer.Imported == imported && buffer.ImportedBytes == length)
        {
            return Enqueue(index);
        }

        buffer.Drop(Options.Memops);
        if (imported is null || length < Options.SizeImageBytes)
        {
            return Errno.EINVAL;
        }

        var error = imported.SizeBytes < length ? Errno.EFAULT : Options.Memops == Vb2Memops.Vmalloc ? Vmap(buffer, imported) : Attach(buffer, imported, length);
        if (error is { } failed)
        {
            return failed;
        }

        imported.Get();
        buffer.Imported = imported;
        buffer.ImportedBytes = length;
        buffer.Frames = imported.Frames;
        return Enqueue(index);
    }

    /// <summary>For drivers that move the bytes by the CPU, the buffer must be one range for the CPU.</summary>
    [LinuxSource("drivers/media/common/videobuf2/videobuf2-vmalloc.c", "vb2_vmalloc_map_dmabuf", Tag = "v5.17")]
    private static Errno? Vmap(QueuedBuffer buffer, DmaBuf imported)
    {
        buffer.Import = null;
        return imported.Vmap().IsSuccess ? null : Errno.EFAULT;
    }

    [LinuxSource("drivers/media/common/videobuf2/videobuf2-dma-contig.c", "vb2_dc_map_dmabuf", Tag = "v5.17")]
    private Errno? Attach(QueuedBuffer buffer, DmaBuf imported, long length)
    {
        var attachment = imported.Attach(Device);
        var mapped = attachment.Map();
        if (mapped.IsSuccess && (Options.Memops != Vb2Memops.DmaContig || mapped.Value.ContiguousSizeBytes() >= length))
        {
            buffer.Import = attachment;
            return null;
        }

        attachment.Detach();
        return mapped.IsSuccess ? Errno.EFAULT : Errno.EINVAL;
    }

    private bool MayQueue(int index, Vb2Memory memory) =>
        Memory == memory && index >= 0 && index < _buffers.Count && _buffers[index].State == Vb2BufferState.Dequeued;

    private KernelResult<int> Enqueue(int index)
    {
        _buffers[index].State = Vb2BufferState.Queued;
        _queued.Add(_buffers[index]);
        return 0;
    }
}
