using System.Text.RegularExpressions;
using TestSupport;

namespace LinuxMm.Figures.Tests;

/// <summary>Contrast and distance of the colours, computed over the style sheet that the site ships.</summary>
public sealed partial class PaletteTests
{
    private static readonly string[] Kinds = ["anon", "file", "io", "bad", "kernel"];
    private static readonly string Sheet = File.ReadAllText(Repository.PathOf("theme", "css", "figures.css"));

    public static TheoryData<string> Modes => ["light", "dark"];

    public static MatrixTheoryData<string, Vision> ModesAndVisions => new(["light", "dark"], Enum.GetValues<Vision>());

    [Theory]
    [MemberData(nameof(Modes))]
    public void EdgesStandOutFromWhatIsAroundThem(string mode)
    {
        var palette = Palette(mode);
        Assert.All(Kinds, kind => Assert.True(palette[kind].Contrast(palette["surface"]) >= 4.5, kind));
        Assert.All(Kinds, kind => Assert.True(palette[kind].Contrast(palette["bg"]) >= 4.5, kind));
        Assert.All(Kinds, kind => Assert.True(palette[kind].Contrast(palette[$"{kind}-fill"]) >= 3, kind));
        Assert.True(palette["line"].Contrast(palette["bg"]) >= 3);
        Assert.True(palette["line"].Contrast(palette["surface"]) >= 3);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void WordsCanBeRead(string mode)
    {
        var palette = Palette(mode);
        Assert.All(Kinds, kind => Assert.True(palette["ink"].Contrast(palette[$"{kind}-fill"]) >= 7, kind));
        Assert.True(palette["ink"].Contrast(palette["bg"]) >= 7);
        Assert.True(palette["muted"].Contrast(palette["bg"]) >= 4.5);
        Assert.True(palette["muted"].Contrast(palette["surface"]) >= 4.5);
        Assert.True(palette["muted"].Contrast(palette["kernel-fill"]) >= 4.5);
        Assert.True(palette["bg"].Contrast(palette["bad"]) >= 4.5);
    }

    [Theory]
    [MemberData(nameof(ModesAndVisions))]
    public void KindsDifferForEverybody(string mode, Vision vision)
    {
        var palette = Palette(mode);
        var pairs = Kinds.SelectMany((first, i) => Kinds.Skip(i + 1).Select(second => (first, second)));
        Assert.All(pairs, pair => Assert.InRange(ColourDistance.Between(palette[pair.first].Seen(vision), palette[pair.second].Seen(vision)), 12, 100));
    }

    [Fact]
    public void EveryColourThatIsUsedIsThePalettes()
    {
        var palette = Palette("light");
        Assert.All(Used().Matches(Sheet), match => Assert.Contains(match.Groups[1].Value, palette.Keys));
        Assert.Equal(2 * palette.Count, AnyColour().Count(Sheet));
    }

    /// <summary>Test data of Sharma, Wu and Dalal (2005), table 1, rows 1, 7, 14 and 25.</summary>
    [Theory]
    [InlineData(50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425)]
    [InlineData(50, 0, 0, 50, -1, 2, 2.3669)]
    [InlineData(50, 2.5, 0, 50, 0, -2.5, 4.3065)]
    [InlineData(60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644)]
    public void DistanceIsTheStandards(double l1, double a1, double b1, double l2, double a2, double b2, double expected) =>
        Assert.Equal(expected, ColourDistance.Between((l1, a1, b1), (l2, a2, b2)), 4);

    private static Dictionary<string, Srgb> Palette(string mode) =>
        Variable().Matches(Sheet).ToDictionary(match => match.Groups["name"].Value, match => Srgb.Parse(match.Groups[mode].Value));

    [GeneratedRegex(@"--mm-(?<name>[a-z-]+): light-dark\((?<light>#[0-9a-f]{6}), (?<dark>#[0-9a-f]{6})\);")]
    private static partial Regex Variable();

    [GeneratedRegex(@"var\(--mm-([a-z-]+)\)")]
    private static partial Regex Used();

    [GeneratedRegex(@"#[0-9a-f]{3,8}\b|rgb\(|hsl\(|oklch\(")]
    private static partial Regex AnyColour();
}
