namespace LinuxMm;

public sealed partial class MemoryDescriptor
{
    /// <summary>Does something to the part of each mapping that lies in a range; ends at the first error, and at the first hole or behind it with the same ENOMEM.</summary>
    private KernelResult<int> ForEachVma(VirtualAddress start, int pages, Func<VmArea, AddressRange, Errno?> action, bool passesHoles = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pages);
        var range = new AddressRange(start, start.Page(pages));
        if (!start.IsPageAligned || range.End < range.Start)
        {
            return Errno.EINVAL;
        }

        Errno? hole = null;
        for (var at = start; at < range.End;)
        {
            if (FindVma(at) is not { } vma)
            {
                hole = Errno.ENOMEM;
                if (!passesHoles || _vmAreas.Find(next => at < next.Start) is not { } beyond)
                {
                    break;
                }

                at = beyond.Start;
                continue;
            }

            var end = vma.Range.End < range.End ? vma.Range.End : range.End;
            if (action(vma, new AddressRange(at, end)) is { } error)
            {
                return error;
            }

            at = end;
        }

        return hole is { } missing ? missing : 0;
    }
}
