namespace LinuxMm;

/// <summary>The strictest reading: a frame that has a struct page at all is never handed out as a number.</summary>
[LinuxSource("include/linux/mmzone.h", "pfn_valid", Tag = "v5.15")]
internal sealed class FollowOnlyWithoutStructPage : FollowPfnPolicy
{
    public override string Name => "only without a struct page";

    internal override KernelResult<Pfn> Follow(VmArea vma, VirtualAddress address)
        => Walk(vma, address) is { } entry && !vma.Mm.Machine.Memory.PfnValid(entry.Pfn) ? entry.Pfn : Errno.EINVAL;
}
