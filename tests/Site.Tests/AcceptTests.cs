using System.Text;

namespace Site.Tests;

/// <summary>Accepting mends the expectation, and nothing else on the page.</summary>
public sealed class AcceptTests
{
    private const string Home = "content/index.md";

    [Theory]
    [InlineData("// => 90", "// => 91")]
    [InlineData("// => 90", "// =>")]
    [InlineData("100<!--=", "99<!--=")]
    [InlineData("90 degrees\n```\n", "many\ndegrees\n```\n")]
    [InlineData("```output\n90 degrees\n```\n", "")]
    [InlineData("   temperature 90", "   temperature 91")]
    public void It_mends_the_expectation_and_keeps_every_other_byte(string from, string to)
    {
        foreach (var (name, spell) in Spellings)
        {
            var site = new TeaHouseSite($"accept-{name}");
            var right = spell(site.Read(Home));
            site.Change(Home, from, to);
            File.WriteAllBytes(site.PathOf(Home), spell(site.Read(Home)));
            Assert.Equal(1, site.Run("verify").ExitCode);
            site.Run("verify", "--accept");
            Assert.Equal(Encoding.UTF8.GetString(right), Encoding.UTF8.GetString(File.ReadAllBytes(site.PathOf(Home))));
            Assert.Equal(0, site.Run("verify", "--accept").ExitCode);
            Assert.Equal(right, File.ReadAllBytes(site.PathOf(Home)));
        }
    }

    [Fact]
    public void It_never_touches_code_that_throws_or_does_not_compile()
    {
        var site = new TeaHouseSite(nameof(It_never_touches_code_that_throws_or_does_not_compile));
        site.Change(Home, "kettle.Heat(70)", "kettle.Heat(-70)");
        var spoilt = site.Read(Home);
        Assert.Equal(1, site.Run("verify", "--accept").ExitCode);
        Assert.Equal(spoilt, site.Read(Home));
    }

    private static IEnumerable<(string Name, Func<string, byte[]> Spell)> Spellings =>
    [
        ("plain", text => Encoding.UTF8.GetBytes(text)),
        ("crlf", text => Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal))),
        ("bom", text => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]),
    ];
}
