namespace LinuxMm;

/// <summary>The lock is dropped before the number is returned, so it is old news at once.</summary>
[LinuxSource("mm/memory.c", "follow_pfn", Tag = "v5.17", Until = "v6.9")]
internal sealed class FollowAnyEntry : FollowPfnPolicy
{
    public override string Name => "any entry";

    internal override KernelResult<Pfn> Follow(VmArea vma, VirtualAddress address)
        => Walk(vma, address) is { } entry ? entry.Pfn : Errno.EINVAL;
}
