namespace LinuxMm.Tests.RealKernels;

/// <summary>io_uring's fixed buffers: a long-term pin, and its own idea of which mappings it wants.</summary>
public sealed class IoUringObserved
{
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
        var result = new IoUring(world.App).RegisterBuffer(world.Start + offset, row.Row.GetProperty("len").GetInt64());
        Assert.Equal(row.Row.GetProperty("errno").GetString(), result.Errno is { } error ? $"{error}" : "0");
    }
}
