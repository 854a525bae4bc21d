namespace LinuxMm;

public sealed partial class MemoryDescriptor
{
    /// <summary>Does something to the part of each mapping that lies in a range; ends at the first error or hole.</summary>
    private KernelResult<int> ForEachVma(VirtualAddress start, int pages, Func<VmArea, AddressRange, Errno?> action)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pages);
        if (!start.IsPageAligned)
        {
            return Errno.EINVAL;
        }

        var range = new AddressRange(start, start.Page(pages));
        for (var at = start; at < range.End;)
        {
            if (FindVma(at) is not { } vma)
            {
                return Errno.ENOMEM;
            }

            var end = vma.Range.End < range.End ? vma.Range.End : range.End;
            if (action(vma, new AddressRange(at, end)) is { } error)
            {
                return error;
            }

            at = end;
        }

        return 0;
    }
}
