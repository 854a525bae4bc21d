namespace LinuxMm.Tests.RealKernels;

/// <summary>io_uring's fixed buffers: a long-term pin, and its own idea of which mappings it wants.</summary>
public sealed class IoUringObserved
{
    private const long LongestBytes = 1L << 30;

    public static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        foreach (var row in Observation.Of("io_uring-register"))
        {
            rows.Add(row.Kernel, row.Case);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Predicts(string kernel, string range)
    {
        var row = Observation.Find("io_uring-register", kernel, "plain", range);
        var world = ObservedRange.Build(ObservedKernel.Era(kernel), kernel, range, row.IsMovable);
        var offset = range == "bar_unaligned" ? 64 : 0;
        var result = Register(world, world.Start + offset, row.Row.GetProperty("len").GetInt64());
        Assert.Equal(row.Row.GetProperty("errno").GetString(), result is { } error ? $"{error}" : "0");
    }

    private static Errno? Register(RangeWorld world, VirtualAddress start, long bytes)
    {
        if (bytes is 0 or > LongestBytes)
        {
            return Errno.EFAULT;
        }

        var count = (int)((start.OffsetInPage + bytes - 1) >> VirtualAddress.PageShift) + 1;
        var result = world.App.PinUserPages(start, count, FollFlags.Write | FollFlags.Longterm, world.Machine.CreatePageArray("buffer", count));
        if (result.Errno is { } error)
        {
            return error;
        }

        return result.Value < count ? Errno.EFAULT : Refusal([.. Enumerable.Range(0, count).Select(i => world.App.FindVma(start.PageStart.Page(i))!)]);
    }

    /// <summary>All of one file or of none, and no file but of memory.</summary>
    private static Errno? Refusal(List<VmArea> mappings)
    {
        var isMemory = mappings[0].Kind is MappedKind.Anonymous or MappedKind.Shmem or MappedKind.HugeTlb;
        var isOneFile = mappings.TrueForAll(vma => vma.Kind == mappings[0].Kind);
        return !isOneFile ? Errno.EINVAL : isMemory ? null : Errno.EOPNOTSUPP;
    }
}
