namespace LinuxMm;

/// <summary>No kernel from 6.10 on has it.</summary>
[LinuxSource("mm/memory.c", "follow_pfn", Commit = "cb10c28ac82c9b7a5e9b3b1dc7157036c20c36dd", Until = "v6.9")]
internal sealed class FollowPfnRemoved : FollowPfnPolicy
{
    public override string Name => "removed";

    internal override KernelResult<Pfn> Follow(VmArea vma, VirtualAddress address)
        => throw new InvalidOperationException($"follow_pfn does not exist in era {vma.Mm.Machine.Era}: it was removed in 6.10.");
}
