using System.Text.RegularExpressions;

namespace LinuxMm.Figures.Tests;

/// <summary>The style of a line is the promise.</summary>
public sealed partial class LineStyleTests
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

    [Theory]
    [InlineData("dma-after-free", "S W")]
    [InlineData("machine-dma-after-free", "D S W")]
    [InlineData("walk-to-a-frame", "D S W")]
    public void ThePictureNamesTheLettersThatStandInIt(string story, string letters)
    {
        var all = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var texts in AllStories.Draw(story).Steps.Select(step => DrawnSvg.Parse(step.Svg).Descendants().Where(element => element.Name.LocalName == "text").Select(text => text.Value).ToList()))
        {
            var shown = texts.Select(text => EntryLetters().Match(text)).SelectMany(entry => entry.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet();
            var named = texts.SelectMany(text => LetterNames().Matches(text)).Select(name => name.Value[..1]).ToHashSet();
            Assert.Superset(shown, named);
            all.UnionWith(shown);
        }

        Assert.Equal(letters, string.Join(' ', all));
    }

    private static System.Xml.Linq.XElement Draw(MemoryDrawing drawing) =>
        DrawnSvg.Parse(MemoryPicture.Draw("figure", "One state", [new("now", "", drawing)]).Steps[0].Svg);

    [GeneratedRegex(@"^(?:pfn|\[\d+\]) \w+((?: [WRDS])+)")]
    private static partial Regex EntryLetters();

    [GeneratedRegex("W writable|R read-only|D dirty|S special")]
    private static partial Regex LetterNames();
}
