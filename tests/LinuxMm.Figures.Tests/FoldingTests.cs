using System.Collections.Immutable;

namespace LinuxMm.Figures.Tests;

public sealed class FoldingTests
{
    [Theory]
    [InlineData(8, "1 1 1 1 1 1 1 1")]
    [InlineData(9, "9")]
    [InlineData(100000, "100000")]
    public void PagesOfAnEmptyMappingFoldBeyondEight(int pages, string expected) =>
        Assert.Equal(expected, Pages([Area(pages)]));

    [Fact]
    public void APresentPageStandsAlone() => Assert.Equal("3 1 36", Pages([Area(40), Area(40, 3)]));

    [Fact]
    public void NeighboursThatNameNeighboursFold() => Assert.Equal("20 20", Pages([Area(40), Area(40, [.. Enumerable.Range(0, 20)])]));

    [Fact]
    public void WhatDiffersInAnyStepStaysApartInAll() => Assert.Equal("4 1 7", Pages([Area(12, [.. Enumerable.Range(0, 12)]), Area(12, [.. Enumerable.Range(0, 12).Except([4])])]));

    [Fact]
    public void FramesWithDifferentContentsStayApart()
    {
        var frames = Enumerable.Range(0, 20).Select(i => Stories.Owned((ulong)i, "app", i == 5 ? "X" : ""));
        Assert.Equal("5 1 14", Frames(new() { Frames = [.. frames] }));
    }

    [Fact]
    public void FramesToWhichDifferentLinesLeadStayApart()
    {
        var frames = Enumerable.Range(0, 20).Select(i => Stories.FreeFrame((ulong)i, ""));
        var device = new DeviceDrawing("camera", "DMA running", [new(7, Tie.DmaRunning, DmaWay.WritesMemory)]);
        Assert.Equal("7 1 12", Frames(new() { Frames = [.. frames], Devices = [device] }));
    }

    [Fact]
    public void FramesApartDoNotFold() =>
        Assert.Equal("10 10", Frames(new() { Frames = [.. Enumerable.Range(0, 21).Where(i => i != 10).Select(i => Stories.FreeFrame((ulong)i, ""))] }));

    [Fact]
    public void SlotsWithNeighbouringFramesFold()
    {
        var slots = Enumerable.Range(0, 16).Select(i => new SlotDrawing(SlotContent.Number, i < 10 ? (ulong)i : 99, i < 10 ? Tie.Number : null));
        var rows = Rows(new MemoryDrawing { Holders = [new("vec", "frame_vector", [], [.. slots])] });
        Assert.Equal("10 1 1 1 1 1 1", string.Join(' ', rows.Slots.Select(row => row.Count)));
    }

    private static string Pages(ImmutableArray<AreaDrawing> steps) =>
        string.Join(' ', Rows([.. steps.Select(area => new MemoryDrawing { Processes = [new("app", [area])] })]).Pages.Select(row => row.Count));

    private static string Frames(MemoryDrawing drawing) => string.Join(' ', Rows(drawing).Frames.Select(row => row.Count));

    private static FigureRows Rows(params ImmutableArray<MemoryDrawing> steps) => FigureRows.Of([.. steps.Select(step => new DrawingIndex(step))]);

    private static AreaDrawing Area(int pages, params int[] present) =>
        new("buffer", 0x100, pages, MemoryKind.Anonymous, "rw-p", [.. present.Select(page => new EntryDrawing(0x100 + (ulong)page, 50 + (ulong)page, "W"))]);
}
