using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LinuxMm.Figures.Tests;

/// <summary>What holds for every figure, whatever it shows.</summary>
public sealed partial class LawsOfFiguresTests
{
    private static readonly string[] Boxes = ["area", "pte", "frame", "slot", "device", "tile", "chip", "state", "bit", "event"];

    private static readonly string[] Naming = ["data-process", "data-address", "data-pfn", "data-slot", "data-device"];

    public static TheoryData<string> Names => AllStories.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void TheSameStoryGivesTheSameBytesInAnyCulture(string name)
    {
        var expected = AllStories.Draw(name);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
            Assert.Equal(expected.Steps, AllStories.Draw(name).Steps);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NothingMovesBetweenSteps(string name)
    {
        var steps = AllStories.Draw(name).Steps.Select(step => DrawnSvg.Parse(step.Svg)).ToList();
        Assert.Single(steps.Select(svg => svg.Attribute("viewBox")!.Value).Distinct());
        var places = steps.SelectMany(Places).Distinct().ToLookup(place => place.Key, place => place.Box);
        Assert.All(places, place => Assert.Single(place));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryIdIsUniqueAndBeginsWithTheFiguresId(string name)
    {
        var ids = AllStories.Draw(name, "fig-1").Steps.SelectMany(step => XElement.Parse(step.Svg).DescendantsAndSelf().Concat(XElement.Parse(step.Cards).DescendantsAndSelf()))
            .Select(element => (string?)element.Attribute("id")).OfType<string>().ToList();
        Assert.NotEmpty(ids);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^fig-1-s[0-9]+-[a-z]$", id));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TitleAndDescriptionNameThePicture(string name) => Assert.All(AllStories.Draw(name).Steps, step =>
    {
        var svg = DrawnSvg.Parse(step.Svg);
        Assert.Equal("img", (string?)svg.Attribute("role"));
        Assert.Equal(
            svg.Attribute("aria-labelledby")!.Value, $"{svg.All("title").First().Attribute("id")!.Value} {svg.All("desc").Single().Attribute("id")!.Value}");
        Assert.Contains(step.Title, svg.All("title").First().Value, StringComparison.Ordinal);
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void TextStaysInItsBox(string name) => Assert.All(AllStories.Draw(name).Steps, step =>
    {
        var svg = DrawnSvg.Parse(step.Svg);
        foreach (var group in svg.All("g").Where(group => Boxes.Any(group.Has) && group.Children("rect").Any()))
        {
            var box = group.Children("rect").First().Box();
            var texts = group.Children("text").Concat(group.Has("event") ? group.All("text") : []).Distinct().ToList();
            Assert.All(texts, text => Assert.InRange(text.Number("x") + TextMetrics.Width(text.Words(), text.Size()), box.X, box.Right));
            Assert.All(texts, text => Assert.InRange(text.Number("y"), box.Y + text.Size() - 3, box.Bottom - 3));
        }
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void NoTextLiesOnAnother(string name) => Assert.All(AllStories.Draw(name).Steps, step =>
    {
        var svg = DrawnSvg.Parse(step.Svg);
        var width = int.Parse(svg.Attribute("viewBox")!.Value.Split(' ')[2], CultureInfo.InvariantCulture);
        var texts = svg.All("text").Select(text => new Box(text.Number("x"), text.Number("y") - 10, TextMetrics.Width(text.Words(), text.Size()), 12)).ToList();
        for (var i = 0; i < texts.Count; i++)
        {
            Assert.InRange(texts[i].Right, 0, width);
            Assert.DoesNotContain(texts.Skip(i + 1), other => other.X < texts[i].Right && texts[i].X < other.Right && other.Y < texts[i].Bottom && texts[i].Y < other.Bottom);
        }
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void ColoursComeFromTheStyleSheetOnly(string name) => Assert.All(AllStories.Draw(name).Steps, step =>
    {
        var attributes = DrawnSvg.Parse(step.Svg).DescendantsAndSelf().Attributes().Where(a => a.Name.LocalName is "fill" or "stroke" or "style" or "color");
        Assert.All(attributes, attribute => Assert.Matches("^url\\(#figure-s[0-9]+-h\\)$", attribute.Value));
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void AllThreeFormsSayEveryFrame(string name) => Assert.All(AllStories.Draw(name).Steps, step =>
    {
        foreach (var frame in DrawnSvg.Parse(step.Svg).Groups("frame").Where(frame => frame.Attribute("data-ref") is not null))
        {
            var pfn = FrameNumbers.Range(ulong.Parse(frame.Attribute("data-pfn")!.Value, CultureInfo.InvariantCulture), 1);
            var count = frame.Attribute("data-ref")!.Value;
            Assert.Matches($@"frame {pfn}\b.* ref {count}\b", step.Text);
            Assert.Matches($@"<b>frame {pfn}\b.*? ref {count}\b", step.Cards);
            Assert.Matches($@"Frame {pfn}\b.*? ref {count}\b", DrawnSvg.Parse(step.Svg).All("desc").Single().Value);
        }
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void ChangesAreMarkedAlikeInTextAndPicture(string name) => Assert.All(AllStories.Draw(name).Steps, step =>
    {
        var marked = DrawnSvg.Parse(step.Svg).All("g").Count(group => group.Attribute("data-changed") is not null);
        var lines = step.Text.Split('\n').Count(line => line.StartsWith("◆ ", StringComparison.Ordinal) && !line.StartsWith("◆ ✗", StringComparison.Ordinal) && !line.StartsWith("◆ kernel log", StringComparison.Ordinal));
        Assert.Equal(lines, marked);
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void SevenStepsWeighLessThanEightKibibytes(string name)
    {
        var picture = AllStories.Draw(name);
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(string.Concat(picture.Steps.Select(step => step.Svg + step.Cards + step.Text))));
        }

        Assert.InRange(packed.Length, 0, 8 * 1024 * picture.Steps.Count / 7 + 1024);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TextFormHasNoInvisibleLineEnds(string name) => Assert.DoesNotMatch(TrailingBlank(), AllStories.Draw(name).Text);

    private static IEnumerable<(string Key, Box Box)> Places(XElement svg) => svg.All("g")
        .Where(group => group.Children("rect").Any() && Boxes.Except(["tile", "chip", "area"]).Any(group.Has))
        .Select(group => (Key: string.Join(' ', Naming.Select(name => group.Attribute(name)?.Value)), Box: group.Children("rect").First().Box()))
        .Where(place => place.Key.Trim().Length > 0);

    [GeneratedRegex(@"[ \t\r]\n")]
    private static partial Regex TrailingBlank();
}
