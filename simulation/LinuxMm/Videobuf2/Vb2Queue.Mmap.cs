namespace LinuxMm;

public sealed partial class Vb2Queue
{
    /// <summary>Maps a buffer of the driver's own into a process: dma-contig as raw frames, the others as pages.</summary>
    /// <param name="process">Into which.</param>
    /// <param name="index">0 to <see cref="BufferCount"/> - 1.</param>
    /// <exception cref="InvalidOperationException">The queue's buffers are not the driver's own.</exception>
    [LinuxSource("drivers/media/common/videobuf2/videobuf2-core.c", "vb2_mmap", Tag = "v5.17")]
    public VmArea Mmap(MemoryDescriptor process, int index)
    {
        ArgumentNullException.ThrowIfNull(process);
        RequireOwn();
        var frames = BufferAt(index).Frames;
        var vma = process.Mmap(new MmapRequest(frames.Count) { Name = $"{Device.Name} buffer {index}", Sharing = Sharing.Shared, Of = Driver, PageOffset = _buffers[index].MmapOffset });
        if (Options.Memops == Vb2Memops.DmaContig)
        {
            Driver.RemapPfnRange(vma, new PfnRange(frames[0], frames.Count));
            return vma;
        }

        for (var i = 0; i < frames.Count; i++)
        {
            Driver.VmInsertPage(vma, vma.Start.Page(i), frames[i]);
        }

        return vma;
    }

    /// <summary>Makes a dma-buf of a buffer of the driver's own: the safe way to share it.</summary>
    /// <param name="index">0 to <see cref="BufferCount"/> - 1.</param>
    /// <returns>The dma-buf; EINVAL for another kind of queue.</returns>
    [LinuxSource("drivers/media/common/videobuf2/videobuf2-core.c", "vb2_core_expbuf", Tag = "v5.17")]
    public KernelResult<DmaBuf> Expbuf(int index)
    {
        if (Memory != Vb2Memory.Mmap)
        {
            return Errno.EINVAL;
        }

        var buffer = BufferAt(index);
        if (buffer.Export is not { IsDestroyed: false })
        {
            buffer.Export = new DmaBuf(Driver, Machine.TakeName(Machine.FreshName($"{Device.Name} dma-buf")), buffer.Frames, FreeOrphans) { MapError = Errno.EIO };
        }

        buffer.Export.Get();
        return buffer.Export;
    }

    private IReadOnlyList<Pfn> AllocateFrames()
    {
        var pages = (int)((Options.SizeImageBytes + VirtualAddress.PageSize - 1) >> VirtualAddress.PageShift);
        if (Options.Memops != Vb2Memops.DmaContig)
        {
            return [.. Enumerable.Range(0, pages).Select(_ => Driver.AllocPages(1).First)];
        }

        var block = Driver.AllocBlock(int.Log2(pages) + (int.IsPow2(pages) ? 0 : 1));
        return [.. Enumerable.Range(0, block.Count).Select(i => block[i])];
    }

    /// <summary>The queue, mappings and exports each hold a buffer; what none of them holds is freed.</summary>
    [LinuxSource("drivers/media/common/videobuf2/videobuf2-memops.c", "vb2_common_vm_close", Tag = "v5.17")]
    private void FreeOrphans()
    {
        foreach (var buffer in _orphans.Where(buffer => buffer.Export is not { IsDestroyed: false } && !IsMapped(buffer)).ToList())
        {
            _orphans.Remove(buffer);
            for (var i = buffer.Frames.Count - 1; i >= 0; i--)
            {
                Driver.FreePages(new PfnRange(buffer.Frames[i], 1));
            }
        }
    }

    private bool IsMapped(QueuedBuffer buffer) =>
        Machine.ProcessList.Exists(process => process.VmAreas.Any(vma => vma.Object == Driver && vma.PageOffset / MmapStride == buffer.MmapOffset / MmapStride));

    private void RequireOwn()
    {
        if (Memory != Vb2Memory.Mmap)
        {
            throw new InvalidOperationException($"The buffers of {Device.Name} are not its driver's own: call Reqbufs with Mmap first.");
        }
    }
}
