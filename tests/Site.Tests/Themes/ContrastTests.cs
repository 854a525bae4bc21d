using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Docsite.Theme;

namespace Site.Tests.Themes;

/// <summary>Contrast by WCAG 2.2, computed over the style sheet that is published.</summary>
public sealed partial class ContrastTests
{
    private static readonly string Css = Published();

    // Text on what lies behind it.
    public static TheoryData<string, string, double> Pairs => new()
    {
        { "ink", "bg", 7 }, { "ink", "surface", 7 }, { "muted", "bg", 4.5 }, { "muted", "surface", 4.5 }, { "line", "bg", 3 }, { "line", "surface", 3 },
        { "link", "bg", 4.5 }, { "link", "surface", 4.5 }, { "bg", "link", 4.5 }, { "bg", "ink", 7 },
        { "good", "bg", 4.5 }, { "good", "surface", 4.5 }, { "good", "good-fill", 4.5 }, { "bad", "bg", 4.5 }, { "ink", "bad-fill", 7 },
        { "warn", "bg", 4.5 }, { "warn", "surface", 4.5 }, { "ink", "warn-fill", 7 }, { "bg", "good", 4.5 }, { "bg", "bad", 4.5 }, { "bg", "warn", 4.5 }, { "bg", "muted", 4.5 },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void TextCanBeReadInBothSchemes(string text, string behind, double least)
    {
        Assert.All([0, 1], scheme => Assert.True(
            Contrast(Variable(text, scheme), Variable(behind, scheme)) >= least,
            $"--{text} on --{behind}, {(scheme == 0 ? "light" : "dark")}: {Contrast(Variable(text, scheme), Variable(behind, scheme)):0.0}"));
    }

    [Theory]
    [InlineData("k")]
    [InlineData("s")]
    [InlineData("n")]
    [InlineData("t")]
    [InlineData("m")]
    public void CodeCanBeReadOnItsGroundAndWhenPointedAt(string kind)
    {
        var colours = LightDark().Match(Css, Css.IndexOf($"}}.{kind}{{", StringComparison.Ordinal));
        Assert.All([0, 1], scheme => Assert.All(["surface", "warn-fill"], behind =>
            Assert.InRange(Contrast(colours.Groups[scheme + 1].Value, Variable(behind, scheme)), 4.5, 21)));
    }

    private static string Variable(string name, int scheme)
    {
        var at = Css.IndexOf($"--{name}: light-dark(", StringComparison.Ordinal);
        Assert.True(at >= 0, $"--{name} is not in the style sheet");
        return LightDark().Match(Css, at).Groups[scheme + 1].Value;
    }

    private static double Contrast(string a, string b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var hex = colour.Length == 4 ? string.Concat(colour[1..].Select(c => $"{c}{c}")) : colour[1..];
        var parts = Enumerable.Range(0, 3).Select(i => int.Parse(hex.AsSpan(i * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    private static string Published()
    {
        var theme = new RazorTheme();
        return Encoding.UTF8.GetString([.. theme.Assets.Single(asset => asset.Path == "assets/docsite.css").Content]);
    }

    [GeneratedRegex(@"light-dark\((#[0-9a-f]{3,6}),(#[0-9a-f]{3,6})\)")]
    private static partial Regex LightDark();
}
