namespace LinuxMm.Figures.Tests;

/// <summary>The style of a line is the promise.</summary>
public sealed class LineStyleTests
{
    [Theory]
    [InlineData(nameof(Tie.Number), "line number", "ring")]
    [InlineData(nameof(Tie.Pin), "line pin", "disc")]
    [InlineData(nameof(Tie.Reference), "line", "head")]
    public void ASlotsLineEndsInItsPromise(string tie, string line, string end)
    {
        var slot = new SlotDrawing(SlotContent.PagePointer, 7, Enum.Parse<Tie>(tie));
        var svg = Draw(new() { Frames = [Stories.Owned(7, "app", "")], Holders = [new("vec", "frame_vector", [], [slot])] });
        var group = Assert.Single(svg.Groups("line"), group => group.Attribute("data-tie") is not null);
        Assert.Equal((line, tie, "7"), (group.Attribute("class")!.Value, group.Attribute("data-tie")!.Value, group.Attribute("data-pfn")!.Value));
        Assert.Contains(group.Elements(), element => element.Has(end));
    }

    [Theory]
    [InlineData(nameof(DmaWay.WritesMemory), 1)]
    [InlineData(nameof(DmaWay.ReadsMemory), 1)]
    [InlineData(nameof(DmaWay.Both), 2)]
    public void ArrowheadsShowWhichWayTheBytesGo(string way, int heads)
    {
        var device = new DeviceDrawing("camera", "DMA running", [new(7, Tie.DmaRunning, Enum.Parse<DmaWay>(way))]);
        var svg = Draw(new() { Frames = [Stories.Owned(7, "app", "")], Devices = [device] });
        var group = Assert.Single(svg.Groups("running"), group => group.Attribute("data-tie") is not null);
        Assert.Equal(heads, group.Elements().Count(element => element.Has("head")));
    }

    [Fact]
    public void AFinishedTransferChangesItsLine()
    {
        var steps = AllStories.Draw("dma-after-free").Steps.Select(step => DrawnSvg.Parse(step.Svg)).ToList();
        Assert.Equal(2, steps[^2].Groups("running").Count(group => group.Attribute("data-tie") is not null));
        Assert.DoesNotContain(steps[^1].Groups("running"), group => group.Attribute("data-tie") is not null);
    }

    [Fact]
    public void TheLegendShowsOnlyWhatOccurs()
    {
        var legend = AllStories.Draw("machine-pinned-pages").Steps[0].Svg;
        Assert.Contains(">pin<", legend, StringComparison.Ordinal);
        Assert.DoesNotContain(">only a number<", legend, StringComparison.Ordinal);
        Assert.DoesNotContain(">no struct page<", legend, StringComparison.Ordinal);
    }

    private static System.Xml.Linq.XElement Draw(MemoryDrawing drawing) =>
        DrawnSvg.Parse(MemoryPicture.Draw("figure", "One state", [new("now", "", drawing)]).Steps[0].Svg);
}
