namespace LinuxMm;

public sealed partial class Driver
{
    /// <summary>Claims a device's window: from now on the memory is this driver's, and mappings of /dev/mem and of PCI resources go away, as far as the era has them go.</summary>
    /// <remarks>Ensures: the next touch of such a mapping raises SIGBUS. Nobody who copied a frame number out of an entry is told.</remarks>
    /// <param name="window">Frames without struct page.</param>
    /// <returns>0; EBUSY where a driver has claimed a part of it already.</returns>
    /// <exception cref="ArgumentException">The frames are memory, not a device's window.</exception>
    [LinuxSource("kernel/resource.c", "__request_region", Tag = "v5.17")]
    [LinuxSource("kernel/resource.c", "revoke_iomem", Commit = "71a1d8ed900f", Since = "v5.12")]
    public KernelResult<int> RequestMemRegion(PfnRange window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window.Count, 1, nameof(window));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(window.Count, MostWindowFrames, nameof(window));
        var frames = Enumerable.Range(0, window.Count).Select(i => window[i]).ToList();
        if (frames.Exists(Machine.Memory.PfnValid))
        {
            throw new ArgumentException($"{window} is memory, not a device's window.", nameof(window));
        }

        using var call = Machine.Enter(Name);
        if (frames.Exists(Machine.Memory.IsClaimed))
        {
            return call.Returned<KernelResult<int>>("request_mem_region", window, Errno.EBUSY);
        }

        Machine.Memory.Claim(window);
        Revoke(window);
        frames.ForEach(pfn => Machine.Memory.FrameAt(pfn).SetOwner(Name));
        return call.Returned<KernelResult<int>>("request_mem_region", window, 0);
    }

    private void Revoke(PfnRange window)
    {
        foreach (var process in Machine.ProcessList)
        {
            foreach (var vma in process.VmAreas.Where(vma => vma.Object is IomemNode { IsRevocable: true }))
            {
                var node = (IomemNode)vma.Object!;
                foreach (var at in Enumerable.Range(0, vma.Range.Pages).Where(i => window.Contains(node.FrameAt(vma.PageOffset + i))).Select(vma.Start.Page))
                {
                    var page = new AddressRange(at, at.Page(1));
                    process.NotifyInvalidate(page);
                    process.Zap(vma, page, "revoke_iomem");
                }
            }
        }
    }
}
