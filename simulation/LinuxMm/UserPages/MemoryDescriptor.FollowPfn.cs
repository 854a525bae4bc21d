namespace LinuxMm;

public sealed partial class MemoryDescriptor
{
    /// <summary>Asks a VM_IO or VM_PFNMAP mapping which frame an address is mapped to. Nothing keeps the answer true.</summary>
    /// <remarks>
    /// Ensures: no count changes, nothing is faulted in, and write permission is not looked at.
    /// Returns on failure: EINVAL for other mappings and for empty entries, and where the era's policy refuses.
    /// </remarks>
    /// <param name="vma">A mapping of this process.</param>
    /// <param name="address">An address; the kernel does not test whether it lies inside the mapping.</param>
    /// <returns>The frame number, or EINVAL.</returns>
    /// <exception cref="InvalidOperationException">The era has no such function.</exception>
    [LinuxSource("mm/memory.c", "follow_pfn", Tag = "v5.17", Until = "v6.9")]
    public KernelResult<Pfn> FollowPfn(VmArea vma, VirtualAddress address)
    {
        RequireRunning();
        RequireOwn(vma);
        using var call = Enter();
        var found = Machine.Era.FollowPfn.Follow(vma, address);
        if (found.IsSuccess)
        {
            Machine.Checker.HandOut(found.Value, isReadOnly: !vma.IsWritable);
        }

        return call.Returned("follow_pfn", (vma.Name, address), found);
    }
}
