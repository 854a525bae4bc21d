namespace LinuxMm;

public sealed partial class MemoryDescriptor
{
    private MmuGather? _gather;

    /// <summary>The first half of <see cref="Munmap(VmArea)"/>, up to where other processors can still use what they remember.</summary>
    /// <remarks>
    /// Ensures: the mapping and its entries are gone. Pages that were counted keep their reference until
    /// <see cref="MmuGather.Finish"/>; raw frames have none to keep.
    /// </remarks>
    /// <param name="vma">A mapping of this process.</param>
    /// <returns>What is still to be done.</returns>
    [LinuxSource("mm/mmap.c", "unmap_region", Tag = "v5.17")]
    public MmuGather BeginMunmap(VmArea vma)
    {
        ArgumentNullException.ThrowIfNull(vma);
        RequireRunning();
        if (vma.Mm != this)
        {
            throw new ArgumentException($"{vma.Name} is not a mapping of {Name}.", nameof(vma));
        }

        using var call = Enter();
        var gather = new MmuGather(this);
        Machine.Gathers.Add(gather);
        _gather = gather;
        Unmap(vma.Range);
        _gather = null;
        if (Machine.Era.UserPages.TlbFlush == TlbFlushRule.AtOnceForRawFrames && (vma.Flags & (VmFlags.PfnMap | VmFlags.MixedMap)) != 0)
        {
            gather.Flush();
        }

        return call.Returned("unmap_region", (vma.Name, vma.Range), gather);
    }
}
