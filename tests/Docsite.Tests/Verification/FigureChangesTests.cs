using System.Collections.Immutable;
using Docsite.Verification;

namespace Docsite.Tests.Verification;

public sealed class FigureChangesTests
{
    private static readonly ImmutableArray<string> Stated =
        ["Story", "", "1. map", "     frame 1    gpu   ref 1", "     camera     idle", "", "2. free", "   ◆ frame 1    free  ref 0", "     camera     idle"];

    [Theory]
    [InlineData(4, "     camera     busy", "step 1: camera: idle → busy")]
    [InlineData(7, "     frame 1    free  ref 0", "step 2: frame 1 differs")]
    [InlineData(8, "     screen     idle", "step 2: camera is gone; screen is new")]
    [InlineData(6, "2. free it", "step 2: the title differs")]
    [InlineData(6, "", "step 1: frame 1 differs; camera differs|step 2 is gone")]
    [InlineData(0, "Another story", "")]
    [InlineData(3, "     frame 1  gpu    ref 1", "")]
    public void ItNamesTheNodesOfEachStep(int line, string text, string expected) =>
        Assert.Equal(expected, string.Join('|', FigureChanges.Of(Stated, Stated.SetItem(line, text))));

    [Fact]
    public void WhatChangedIsSaidAndWhatItWasBeforeIsNot() => Assert.Equal(
        ["step 2: frame 1: free, ref 0 → gpu, ref 2"],
        FigureChanges.Of(Stated, Stated.SetItem(7, "   ◆ frame 1    gpu   ref 2  (was ref 1)")));

    [Fact]
    public void LinesWhoseColumnsMovedAreAsStated() => Assert.Equal(
        Stated.SetItem(7, "   ◆ frame 1    nobody  ref 0"),
        FigureChanges.WithColumnsOf(Stated, Stated.SetItem(2, "1. map").SetItem(3, "     frame 1    gpu     ref 1").SetItem(7, "   ◆ frame 1    nobody  ref 0")));

    [Fact]
    public void ColumnsAloneAreADifferenceToo()
    {
        var moved = Stated.SetItem(3, "     frame 1    gpu       ref 1");
        Assert.Equal(moved, FigureChanges.WithColumnsOf(Stated, moved));
    }

    [Fact]
    public void AStepMoreIsNew() => Assert.Equal(["step 3 is new"], FigureChanges.Of(Stated, [.. Stated, "", "3. reuse", "     frame 1    app"]));
}
