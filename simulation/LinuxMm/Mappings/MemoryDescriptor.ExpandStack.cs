namespace LinuxMm;

public sealed partial class MemoryDescriptor
{
    private const int StackGuardGapPages = 256;

    private const int StackLimitPages = (8 << 20) >> VirtualAddress.PageShift;

    /// <summary>The mapping that contains an address; a stack above it grows down to it, up to 8 MiB and not up to its neighbour.</summary>
    [LinuxSource("mm/mmap.c", "find_extend_vma", Tag = "v5.17", Until = "C2")]
    [LinuxSource("mm/mmap.c", "expand_downwards", Tag = "v5.17")]
    internal VmArea? FindExtendVma(VirtualAddress address)
    {
        if (FindVma(address) is { } found)
        {
            return found;
        }

        var next = _vmAreas.FindIndex(vma => address < vma.Start);
        if (next < 0 || (_vmAreas[next].Flags & VmFlags.GrowsDown) == 0)
        {
            return null;
        }

        var stack = _vmAreas[next];
        var range = new AddressRange(address.PageStart, stack.Range.End);
        var isTooNear = next > 0 && IsAccessible(_vmAreas[next - 1]) && address.PageStart < _vmAreas[next - 1].Range.End.Page(StackGuardGapPages);
        if (isTooNear || range.Pages > StackLimitPages)
        {
            return null;
        }

        stack.Change(stack.State with { Range = range }, stack.PageOffset);
        return stack;
    }

    private static bool IsAccessible(VmArea vma) =>
        (vma.Flags & (VmFlags.Read | VmFlags.Write | VmFlags.Exec)) != 0 && (vma.Flags & VmFlags.GrowsDown) == 0;
}
