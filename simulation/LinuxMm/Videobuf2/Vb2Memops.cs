namespace LinuxMm;

/// <summary>An allocator of videobuf2: what it does with a user pointer.</summary>
[LinuxSource("include/media/videobuf2-core.h", "struct vb2_mem_ops", Tag = "v5.17")]
public abstract class Vb2Memops
{
    private protected Vb2Memops()
    {
    }

    /// <summary>For devices that need one range.</summary>
    [LinuxSource("drivers/media/common/videobuf2/videobuf2-dma-contig.c", "vb2_dma_contig_memops", Tag = "v5.17")]
    public static Vb2Memops DmaContig { get; } = new Vb2DmaContig();

    /// <summary>For devices that take a list.</summary>
    [LinuxSource("drivers/media/common/videobuf2/videobuf2-dma-sg.c", "vb2_dma_sg_memops", Tag = "v5.17")]
    public static Vb2Memops DmaSg { get; } = new Vb2DmaSg();

    /// <summary>For drivers that move the bytes by the CPU.</summary>
    [LinuxSource("drivers/media/common/videobuf2/videobuf2-vmalloc.c", "vb2_vmalloc_memops", Tag = "v5.17")]
    public static Vb2Memops Vmalloc { get; } = new Vb2Vmalloc();

    /// <summary>Its name in the kernel.</summary>
    [LinuxSource("include/media/videobuf2-core.h", "struct vb2_mem_ops", Tag = "v5.17")]
    public abstract string Name { get; }

    /// <summary>Takes a user buffer: all of it or nothing.</summary>
    /// <remarks>Returns on failure: depends on the allocator; dma-sg turns every failure into ENOMEM.</remarks>
    /// <param name="request">The buffer.</param>
    /// <returns>The buffer as held, or an error with nothing held.</returns>
    [LinuxSource("include/media/videobuf2-core.h", "vb2_mem_ops.get_userptr", Tag = "v5.17")]
    public KernelResult<Vb2Buffer> GetUserptr(Vb2UserPointer request)
    {
        RequireSound(request);
        using var call = request.Device.Machine.Enter(request.Process.Name);
        return call.Returned($"{Name}_get_userptr", (request.Address, request.SizeBytes), Get(request));
    }

    /// <summary>Gives a buffer back: unmaps it, marks its pages dirty if the device wrote, and releases what is held.</summary>
    /// <param name="buffer">A buffer of this allocator.</param>
    /// <exception cref="InvalidOperationException">It was given back already.</exception>
    [LinuxSource("include/media/videobuf2-core.h", "vb2_mem_ops.put_userptr", Tag = "v5.17")]
    public void PutUserptr(Vb2Buffer buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        if (buffer.IsReleased)
        {
            throw new InvalidOperationException("The buffer was given back already: its references are gone.");
        }

        using var call = buffer.Request.Device.Machine.Enter("kernel");
        buffer.IsReleased = true;
        Release(buffer);
        DestroyFramevec(buffer.Vector);
        call.Returned($"{Name}_put_userptr", buffer.Vector.Name, "done");
    }

    /// <summary>Name.</summary>
    [ModelOnly("Text for people.")]
    public sealed override string ToString() => Name;

    /// <summary>A frame vector over a whole buffer, or an error with nothing held.</summary>
    /// <remarks>Returns on failure: what get_vaddr_frames returned; EFAULT for a part; ENOMEM, with a warning, for no frames at all.</remarks>
    /// <param name="request">The buffer.</param>
    [LinuxSource("drivers/media/common/videobuf2/videobuf2-memops.c", "vb2_create_framevec", Tag = "v5.17")]
    public static KernelResult<FrameVector> CreateFramevec(Vb2UserPointer request)
    {
        RequireSound(request);
        var machine = request.Device.Machine;
        var first = request.Address.PageNumber;
        var last = (request.Address + (request.SizeBytes - 1)).PageNumber;
        var count = (int)(last - first + 1);
        if (count is <= 0 or > FrameHolder.MostSlots)
        {
            machine.WarnOnce($"nr_frames == {count} in frame_vector_create");
            return Errno.ENOMEM;
        }

        var vector = machine.CreateFrameVector(machine.FreshName($"{request.Device.Name} frames"), count);
        var result = request.Process.GetVaddrFrames(request.Address.PageStart, count, vector, request.IsWritten);
        if (result.Errno is null && result.Value == count)
        {
            return vector;
        }

        // "All or nothing" is decided here, not in get_vaddr_frames.
        DestroyFramevec(vector);
        return result.Errno ?? Errno.EFAULT;
    }

    private static void RequireSound(Vb2UserPointer request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(request.Device, nameof(request));
        ArgumentNullException.ThrowIfNull(request.Process, nameof(request));
        ArgumentOutOfRangeException.ThrowIfNegative(request.SizeBytes, nameof(request));
        if (request.Device.Machine != request.Process.Machine)
        {
            throw new ArgumentException($"{request.Device.Name} belongs to another machine.", nameof(request));
        }
    }

    private protected abstract KernelResult<Vb2Buffer> Get(Vb2UserPointer request);

    private protected abstract void Release(Vb2Buffer buffer);

    /// <summary>The frames of a vector that holds pages.</summary>
    private protected static List<Pfn> FramesOf(FrameVector vector)
    {
        var frames = new List<Pfn>();
        for (var i = 0; i < vector.FrameCount; i++)
        {
            if (vector.Slot(i).Kind == SlotKind.Uninitialised)
            {
                vector.Machine.Checker.UsesGarbage(vector.Name);
                throw new KernelBugException($"slot {i} of {vector.Name} was never written and is used as a page");
            }

            frames.Add(vector.Slot(i).Pfn!.Value);
        }

        return frames;
    }

    private protected static bool AreConsecutive(List<Pfn> frames)
    {
        for (var i = 1; i < frames.Count; i++)
        {
            if (frames[i] != frames[i - 1] + 1)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Marks every page dirty, referenced or not: nobody asks whose they are by now.</summary>
    [LinuxSource("drivers/media/common/videobuf2/videobuf2-dma-contig.c", "vb2_dc_put_userptr", Tag = "v5.17")]
    private protected static void DirtyPages(Vb2Buffer buffer)
    {
        for (var i = 0; buffer.Request.IsWritten && i < buffer.Vector.FrameCount; i++)
        {
            var page = buffer.Vector.PageAt(i);
            page.Frame.Machine.Checker.Dirties("kernel", page.Pfn, buffer.Vector.NamingOf(i));
            page.SetFlags(page.Flags | PageFlags.Dirty);
        }
    }

    /// <summary>Releases and frees a frame vector.</summary>
    /// <param name="vector">What <see cref="CreateFramevec"/> returned.</param>
    [LinuxSource("drivers/media/common/videobuf2/videobuf2-memops.c", "vb2_destroy_framevec", Tag = "v5.17")]
    public static void DestroyFramevec(FrameVector vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        vector.PutVaddrFrames();
        vector.Destroy();
    }
}
