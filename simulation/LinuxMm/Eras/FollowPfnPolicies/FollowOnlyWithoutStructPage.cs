namespace LinuxMm;

/// <summary>The test that VFIO and ACRN make: no struct page, or one that is not ordinary memory.</summary>
[LinuxSource("drivers/vfio/vfio_iommu_type1.c", "is_invalid_reserved_pfn", Tag = "v5.15")]
internal sealed class FollowOnlyWithoutStructPage : FollowPfnPolicy
{
    public override string Name => "only without a struct page";

    internal override KernelResult<Pfn> Follow(VmArea vma, VirtualAddress address)
        => Walk(vma, address) is { } entry && vma.Mm.Machine.Memory.IsInvalidOrReserved(entry.Pfn) ? entry.Pfn : Errno.EINVAL;
}
