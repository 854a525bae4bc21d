namespace LinuxMm;

/// <summary>A special entry passes this test even when a struct page stands behind it.</summary>
[LinuxSource("mm/memory.c", "vm_normal_page", Tag = "v5.15")]
internal sealed class FollowOnlyWithoutNormalPage : FollowPfnPolicy
{
    public override string Name => "only without a normal page";

    internal override KernelResult<Pfn> Follow(VmArea vma, VirtualAddress address)
        => Walk(vma, address) is { } entry && vma.NormalPage(entry) is null ? entry.Pfn : Errno.EINVAL;
}
