namespace LinuxMm;

public sealed partial class Driver
{
    /// <summary>Makes a dma-buf of this driver's memory, with one reference for the caller. The memory stays the driver's to free.</summary>
    /// <param name="name">A name that nothing else on the machine has.</param>
    /// <param name="frames">Frames that the driver owns, consecutive.</param>
    [LinuxSource("drivers/dma-buf/dma-buf.c", "dma_buf_export", Tag = "v5.17")]
    public DmaBuf ExportDmaBuf(string name, PfnRange frames)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frames.Count, 1, nameof(frames));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(frames.Count, MostWindowFrames, nameof(frames));
        return ExportDmaBuf(name, [.. Enumerable.Range(0, frames.Count).Select(i => frames[i])]);
    }

    /// <summary>Makes a dma-buf of this driver's memory, with one reference for the caller. The memory stays the driver's to free.</summary>
    /// <param name="name">A name that nothing else on the machine has.</param>
    /// <param name="frames">Frames that the driver owns, in order; at least one.</param>
    /// <exception cref="ArgumentException">One of the frames is not the driver's.</exception>
    [LinuxSource("drivers/dma-buf/dma-buf.c", "dma_buf_export", Tag = "v5.17")]
    public DmaBuf ExportDmaBuf(string name, IReadOnlyList<Pfn> frames)
    {
        ArgumentNullException.ThrowIfNull(frames);
        ArgumentOutOfRangeException.ThrowIfZero(frames.Count, nameof(frames));
        if (frames.Where(pfn => Machine.Memory.OwnerOf(pfn) != Name).Select(pfn => (Pfn?)pfn).FirstOrDefault() is { } foreign)
        {
            throw new ArgumentException($"{Name} cannot export {foreign}: it is not its own.", nameof(frames));
        }

        return Export(name, () => new DmaBuf(this, name, frames, () => { }));
    }

    /// <summary>Makes a dma-buf of pages that this driver holds, as udmabuf does with the pages of a memfd. The last reference to it releases them.</summary>
    /// <param name="name">A name that nothing else on the machine has.</param>
    /// <param name="pages">What holds the pages, such as after <see cref="PageCacheFile.ReadMappingPages"/>.</param>
    /// <param name="hasVmap">Whether the CPU can have all of it in one range.</param>
    /// <exception cref="InvalidOperationException">The array holds nothing.</exception>
    [LinuxSource("drivers/dma-buf/udmabuf.c", "udmabuf_create", Tag = "v5.17")]
    public DmaBuf ExportDmaBuf(string name, PageArray pages, bool hasVmap = true)
    {
        Machine.RequireOwn(pages);
        pages.RequireHolding();
        var frames = Enumerable.Range(0, pages.FrameCount).Select(i => pages[i].Pfn).ToList();
        return Export(name, () => new DmaBuf(this, name, frames, pages.UnpinUserPages) { HasVmap = hasVmap });
    }

    private DmaBuf Export(string name, Func<DmaBuf> create)
    {
        using var call = Machine.Enter(Name);
        _ = Machine.TakeName(name);
        var buffer = create();
        buffer.Get();
        return call.Returned("dma_buf_export", name, buffer);
    }
}
