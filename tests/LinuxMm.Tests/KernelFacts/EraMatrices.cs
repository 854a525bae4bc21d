using TestSupport;

namespace LinuxMm.Tests.KernelFacts;

/// <summary>Every kind of range in every era, for get_vaddr_frames and the three allocators: made anew by DOCSITE_ACCEPT=1 dotnet test.</summary>
public sealed class EraMatrices
{
    [Fact]
    public void IsAsApproved() => Golden.Verify(EraMatrix.Run().ToString(), "EraMatrix");

    [Fact]
    public void ADifferenceToTheLeftIsADifferenceOfSomeAnswer()
    {
        var matrix = EraMatrix.Run([KernelEras.B2, KernelEras.C1], RangeKinds.All.Where(kind => kind.Name.StartsWith("VM_PFNMAP", StringComparison.Ordinal)));
        Assert.All(Enumerable.Range(0, matrix.Rows.Count), row => Assert.True(matrix.DiffersFromTheLeft(row, 1) || matrix.Rows[row][0].GetVaddrFrames == matrix.Rows[row][1].GetVaddrFrames));
        Assert.Contains(Enumerable.Range(0, matrix.Rows.Count), row => matrix.DiffersFromTheLeft(row, 1));
        Assert.False(matrix.DiffersFromTheLeft(0, 0));
    }

    [Fact]
    public void ARangeUnderAnotherNameAnswersAlike()
    {
        var kind = RangeKinds.Named("memfd_secret");
        var outcomes = EraMatrix.Run(ranges: [kind, kind.Called("hidden"), kind.Called("hidden").Called("secret")]).Rows;
        Assert.Equal(["memfd_secret", "hidden", "secret"], outcomes.Select(row => row[0].Range.Name));
        Assert.All(outcomes, row => Assert.Equal(outcomes[0].Select(cell => $"{cell}"), row.Select(cell => $"{cell}")));
        Assert.Contains(KernelEras.All, era => !kind.Called("hidden").ExistsIn(era));
    }

    [Fact]
    public void ARangeThatThereIsNotIsNamed() =>
        Assert.Contains("heaps", Assert.Throws<InvalidOperationException>(() => RangeKinds.Named("heaps")).Message, StringComparison.Ordinal);
}
