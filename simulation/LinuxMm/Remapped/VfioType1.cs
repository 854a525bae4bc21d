namespace LinuxMm;

/// <summary>VFIO, as far as it makes a process's memory reachable for a device: pages are pinned, raw frames are looked up once and never again.</summary>
/// <remarks>It has no notifier: what was looked up stays in the IOMMU when the mapping goes away. Simplified: one page at a time.</remarks>
[LinuxSource("drivers/vfio/vfio_iommu_type1.c", "struct vfio_dma", Tag = "v5.12")]
public sealed class VfioType1
{
    private readonly MemoryDescriptor _mm;
    private readonly PageArray _pinned;

    /// <summary>A device that is handed to a process.</summary>
    /// <param name="mm">The process.</param>
    /// <param name="device">The device.</param>
    [LinuxSource("drivers/vfio/vfio_iommu_type1.c", "vfio_iommu_type1_open", Tag = "v5.12")]
    public VfioType1(MemoryDescriptor mm, Device device)
    {
        ArgumentNullException.ThrowIfNull(mm);
        mm.Machine.RequireOwn(device);
        _mm = mm;
        _pinned = mm.Machine.CreatePageArray(mm.Machine.FreshName($"{device.Name} page"), 1);
    }

    /// <summary>Makes the page at an address reachable for the device.</summary>
    /// <remarks>Returns on failure: EFAULT for no mapping, a read-only one (5.12 and later), or memory behind a raw entry; EINVAL for an empty entry.</remarks>
    /// <param name="address">The address.</param>
    /// <param name="isWrite">Whether the device will write.</param>
    /// <returns>The frame that the IOMMU is told.</returns>
    [LinuxSource("drivers/vfio/vfio_iommu_type1.c", "vaddr_get_pfn", Tag = "v5.10", Until = "A")]
    [LinuxSource("drivers/vfio/vfio_iommu_type1.c", "follow_fault_pfn", Commit = "07956b6269d3")]
    public KernelResult<Pfn> Map(VirtualAddress address, bool isWrite = true)
    {
        using var call = _mm.Machine.Enter(_mm.Name);
        var flags = FollFlags.Longterm | (isWrite ? FollFlags.Write : FollFlags.None);
        var result = _mm.TakeForLong(address, 1, flags, _pinned).IsSuccess ? _pinned[0].Pfn : Follow(address, isWrite);
        return call.Returned("vaddr_get_pfn", (address, isWrite), result);
    }

    /// <summary>Ends what <see cref="Map"/> began: a pin is given back, a number is forgotten.</summary>
    [LinuxSource("drivers/vfio/vfio_iommu_type1.c", "put_pfn", Tag = "v5.12")]
    public void Unmap()
    {
        if (_pinned.FrameCount > 0)
        {
            _pinned.UnpinUserPages();
        }
    }

    private KernelResult<Pfn> Follow(VirtualAddress address, bool isWrite)
    {
        if (_mm.FindVma(address) is not { } vma || (vma.Flags & VmFlags.PfnMap) == 0)
        {
            return Errno.EFAULT;
        }

        if (_mm.PageTable.Find(address) is not { } entry)
        {
            return Errno.EINVAL;
        }

        var memory = _mm.Machine.Memory;
        var isMemory = memory.PfnValid(entry.Pfn) && (memory.PfnToPage(entry.Pfn).Flags & PageFlags.Reserved) == 0;
        var looksAtPermission = _mm.Machine.Era.UserPages.PfnWalk != PfnWalkRule.NotForDrivers;
        return isMemory || (looksAtPermission && isWrite && !entry.IsWritable) ? Errno.EFAULT : _mm.Machine.Checker.HandOut(entry.Pfn, isReadOnly: !entry.IsWritable);
    }
}
