namespace LinuxMm.Figures.Tests;

public sealed class FlagStoryTests
{
    [Fact]
    public void TheWayEndsWhereTheVectorIs()
    {
        var steps = StoriesOfFlags.PagesWithoutReference().Draw("flags").Steps;
        var now = steps.Select(step => DrawnSvg.Parse(step.Svg).Groups("now").Single(group => group.Has("state")).Attribute("data-state")!.Value);
        Assert.Equal(["Empty", "BarePfns", "PagesWithoutReference", "Empty"], now);
    }

    [Fact]
    public void EachStepAddsItsArrowOnce()
    {
        var arrows = StoriesOfFlags.AllStates().Draw("flags").Steps.Select(step => DrawnSvg.Parse(step.Svg).Groups("line").Count());
        Assert.Equal([0, 1, 2, 3, 3, 3, 3, 3, 3, 3, 3, 4], arrows);
    }

    [Fact]
    public void EqualFlagsAreSaidInEveryForm() => Assert.All(
        [StoriesOfFlags.PagesWithoutReference().Draw("flags").Steps[2]],
        step => Assert.All([step.Text, step.Svg, step.Cards], form => Assert.Contains("flags alike", form, StringComparison.Ordinal)));

    public static MatrixTheoryData<FrameVectorState, FrameVectorState> Moves => new(Enum.GetValues<FrameVectorState>(), Enum.GetValues<FrameVectorState>());

    /// <summary>An arrow starts at the edge of its first box and points at the edge of its last.</summary>
    [Theory]
    [MemberData(nameof(Moves))]
    public void EveryArrowPointsAtItsState(FrameVectorState from, FrameVectorState to)
    {
        if (from == to) return;
        var route = FlagRoute.Between(from, to);
        var box = FlagGrid.Box(to);
        Assert.InRange(route.X, box.X, box.Right);
        Assert.InRange(route.Y, box.Y, box.Bottom);
        Assert.True(route.X == box.X || route.X == box.Right || route.Y == box.Y || route.Y == box.Bottom);
    }

    [Fact]
    public void AStoryWithoutStepsSaysSo() =>
        Assert.Throws<InvalidOperationException>(() => new FlagStory("Empty", new Machine(KernelEras.B2).CreateFrameVector("frames", 1)).Draw("flags"));
}
