namespace LinuxMm;

/// <summary>CONFIG_STRICT_FOLLOW_PFN: no number at all.</summary>
[LinuxSource("mm/memory.c", "unsafe_follow_pfn", Commit = "69bacee7f9ad", Since = "R-lax", Until = "R-strict")]
internal sealed class UnsafeFollowRefuses : FollowPfnPolicy
{
    public override string Name => "nothing";

    internal override KernelResult<Pfn> Follow(VmArea vma, VirtualAddress address)
        => Errno.EINVAL;
}
