namespace LinuxMm.Tests.RealKernels;

public sealed class FollowPfnObserved
{
    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var row in Observation.Of("follow_pfn"))
        {
            rows.Add(row.Kernel, row.Boot, row.Case);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Predicts(string kernel, string boot, string range)
    {
        var row = Observation.Find("follow_pfn", kernel, boot, range);
        var world = ObservedRange.Build(ObservedKernel.Era(kernel), kernel, range, row.IsMovable);
        var expected = Observation.ErrnoOf(row.Row.GetProperty("ret"));
        if (world.App.FindVma(world.Start) is not { } vma)
        {
            // The caller of follow_pfn finds no mapping to pass, and says so.
            Assert.Equal("-EFAULT", expected);
            return;
        }

        var result = world.App.FollowPfn(vma, world.Start);
        Assert.Equal(expected, result.IsSuccess ? "0" : $"{result}");
        if (result.IsSuccess)
        {
            Assert.Equal(row.Row.GetProperty("pfn_valid").GetInt32() == 1, world.Machine.Memory.PfnValid(result.Value));
            AssertCounts(row, world.Machine, result.Value);
        }
    }

    private static void AssertCounts(Observation row, Machine machine, Pfn pfn)
    {
        if (!machine.Memory.PfnValid(pfn))
        {
            return;
        }

        var page = machine.Memory.PfnToPage(pfn);
        Assert.Equal(row.Row.GetProperty("reserved").GetInt32() == 1, (page.Flags & PageFlags.Reserved) != 0);
        Assert.InRange(row.Row.GetProperty("ref").GetInt32(), page.RefCount, page.RefCount + 2);
        Assert.Equal(row.Row.GetProperty("map").GetInt32(), page.MapCount);
    }
}
