using CsCheck;
using Docsite.Discovery;

namespace Docsite.Tests.Discovery;

public sealed class RouteTests
{
    [Theory]
    [InlineData("index.html", "learn/pins.html", "learn/pins.html")]
    [InlineData("learn/a.html", "learn/b.html", "b.html")]
    [InlineData("learn/a.html", "index.html", "../index.html")]
    [InlineData("a/b/c.html", "a/d/e.html", "../d/e.html")]
    [InlineData("a/b.html", "a/b.html", "b.html")]
    [InlineData("a/b.html", "a", "../a")]
    public void RelativeLinksLeadFromPageToPage(string from, string to, string expected) =>
        Assert.Equal(expected, Route.Relative(from, to));

    [Theory]
    [InlineData("a/b", "../c.md", "a/c.md")]
    [InlineData("", "./x//y", "x/y")]
    [InlineData("a", "../..", null)]
    public void LinksResolveAgainstAFolder(string folder, string link, string? expected) =>
        Assert.Equal(expected, Route.Combine(folder, link));

    [Fact]
    public void ARelativeLinkLeadsBackToItsTarget() =>
        Check.Sample(
            Gen.Select(Routes, Routes),
            pair => Route.Combine(Route.FolderOf(pair.Item1), Route.Relative(pair.Item1, pair.Item2)) == pair.Item2);

    private static readonly Gen<string> Routes =
        Gen.String[Gen.Char["ab"], 1, 2].Array[1, 4].Select(parts => string.Join('/', parts));
}
