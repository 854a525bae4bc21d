using Docsite.Discovery;
using Docsite.Rendering;

namespace Docsite.Tests.Rendering;

public sealed class LinkResolverTests
{
    private static readonly SiteMap Map = RenderedPages.Map(
        ("index.md", ""), ("learn/index.md", "Xref: start\n---\n"), ("learn/A Number.md", ""), ("learn/deep/x.md", ""), ("thread/the-mail.md", "DestinationFileName: mail.html\n---\n"), ("v1.2.md", ""), ("img/A b.png", ""));

    [Theory]
    [InlineData("x.md", "x.html")]
    [InlineData("../A%20Number.md", "../a-number.html")]
    [InlineData("../a-number", "../a-number.html")]
    [InlineData("../a-number.html#top", "../a-number.html#top")]
    [InlineData("..", "../index.html")]
    [InlineData("../", "../index.html")]
    [InlineData("~/", "../../index.html")]
    [InlineData("~/v1.2", "../../v1.2.html")]
    [InlineData("/thread/the-mail.md", "../../thread/mail.html")]
    [InlineData("../../thread/mail.html", "../../thread/mail.html")]
    [InlineData("xref:start#a", "../index.html#a")]
    [InlineData("../../img/a%20b.png", "../../img/A%20b.png")]
    [InlineData("#here", "#here")]
    [InlineData("https://example.org/x.md", "https://example.org/x.md")]
    [InlineData("//example.org/x.md", "//example.org/x.md")]
    [InlineData("mailto:a@b.c", "mailto:a@b.c")]
    [InlineData("../missing.md", "../missing.md")]
    [InlineData("../../../outside.md", "../../../outside.md")]
    [InlineData("xref:nothing", "xref:nothing")]
    public void ResolvesFromADeepPage(string url, string expected) =>
        Assert.Equal(expected, new LinkResolver(Map, Map.FindByRoute("learn/deep/x.html")!).Resolve(url));
}
