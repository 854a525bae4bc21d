namespace LinuxMm;

/// <summary>The same answers as before, and a line in the log.</summary>
[LinuxSource("mm/memory.c", "unsafe_follow_pfn", Commit = "69bacee7f9ad", Since = "R-lax", Until = "R-strict")]
internal sealed class UnsafeFollowWarns : FollowPfnPolicy
{
    public override string Name => "any entry, with a warning";

    internal override KernelResult<Pfn> Follow(VmArea vma, VirtualAddress address)
    {
        vma.Mm.Machine.WarnOnce("unsafe_follow_pfn: the kernel is tainted by user-controlled follow_pfn");
        return AnyEntry.Follow(vma, address);
    }
}
