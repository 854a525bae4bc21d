using System.Text;

namespace LinuxMm;

public sealed partial class MemoryDescriptor
{
    /// <summary>Today's way to look at a raw entry: under its lock, with its permissions.</summary>
    /// <remarks>Returns on failure: EINVAL for an address outside the mapping, another kind of mapping, or an empty entry.</remarks>
    /// <param name="vma">A mapping of this process.</param>
    /// <param name="address">An address inside it.</param>
    /// <returns>What was found, with the lock held, or EINVAL.</returns>
    [LinuxSource("mm/memory.c", "follow_pfnmap_start", Commit = "6da8e9634bb7", Since = "v6.12")]
    public KernelResult<FollowPfnmap> FollowPfnmapStart(VmArea vma, VirtualAddress address)
    {
        RequireRunning();
        RequireOwn(vma);
        var isRaw = (vma.Flags & (VmFlags.Io | VmFlags.PfnMap)) != 0;
        return isRaw && vma.Range.Contains(address) && PageTable.Find(address) is { } entry
            ? new FollowPfnmap(this, entry)
            : Errno.EINVAL;
    }

    /// <summary>A debugger reads a raw frame through another process's mapping; only while the entry says so.</summary>
    /// <remarks>Returns on failure: EINVAL for an empty entry; in the newest kernels also for ordinary memory behind it.</remarks>
    /// <param name="vma">A mapping of this process.</param>
    /// <param name="address">An address inside it.</param>
    /// <param name="length">How many bytes at most; one page is never left.</param>
    /// <returns>The bytes as text, up to the first zero.</returns>
    [LinuxSource("mm/memory.c", "generic_access_phys", Commit = "96667f8a4382")]
    [LinuxSource("mm/memory.c", "generic_access_phys", Tag = "v7.3")]
    public KernelResult<string> GenericAccessPhys(VmArea vma, VirtualAddress address, int length = 8)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        using var call = Enter();
        var found = FollowPfnmapStart(vma, address);
        if (found.Errno is { } error)
        {
            return call.Returned<KernelResult<string>>("generic_access_phys", (vma.Name, address), error);
        }

        using var entry = found.Value;
        var isMemory = Machine.Memory.PfnValid(entry.Pfn) && (Machine.Memory.PfnToPage(entry.Pfn).Flags & PageFlags.Reserved) == 0;
        if (isMemory && Machine.Era.UserPages.AccessPhys == AccessPhysRule.RefusesMemory)
        {
            return call.Returned<KernelResult<string>>("generic_access_phys", (vma.Name, address), Errno.EINVAL);
        }

        var bytes = Machine.Memory.FrameAt(entry.Pfn).Contents.Read(address.OffsetInPage, Math.Min(length, VirtualAddress.PageSize - address.OffsetInPage));
        return call.Returned<KernelResult<string>>("generic_access_phys", (vma.Name, address), Encoding.ASCII.GetString(bytes).TrimEnd('\0'));
    }
}
