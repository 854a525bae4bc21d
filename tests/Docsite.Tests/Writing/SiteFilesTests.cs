using System.Collections.Immutable;
using System.Text;
using Docsite.Tests.Rendering;
using Docsite.Writing;

namespace Docsite.Tests.Writing;

public sealed class SiteFilesTests
{
    private static readonly (string, string)[] Pages = [("index.md", "# Home"), ("learn/b c.md", "# B"), ("learn/a.md", "# A"), ("img/x.png", "")];

    [Fact]
    public void ListsPagesFilesAndWhatSearchEnginesAskFor() => Assert.Equal(
        ["404.html", "assets/search-index.js", "img/x.png", "index.html", "index.md", "learn/a.html", "learn/a.md", "learn/b-c.html", "learn/b-c.md", "llms.txt", "robots.txt", "sitemap.xml"],
        Files("https://example.org/docs").Select(file => file.Route).Order(StringComparer.Ordinal));

    [Fact]
    public void TheSiteMapNamesEveryPageByItsPublishedAddress() => Assert.Equal(
        """
        <?xml version="1.0" encoding="utf-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
          <url>
            <loc>https://example.org/docs/</loc>
          </url>
          <url>
            <loc>https://example.org/docs/learn/a.html</loc>
          </url>
          <url>
            <loc>https://example.org/docs/learn/b-c.html</loc>
          </url>
        </urlset>

        """,
        Text("sitemap.xml", "https://example.org/docs"));

    [Fact]
    public void WithoutAHostThereIsNoSiteMap()
    {
        Assert.DoesNotContain(Files(null), file => file.Route == "sitemap.xml");
        Assert.Equal("User-agent: *\nAllow: /\n", Text("robots.txt", null));
    }

    [Fact]
    public void ThePageForMissingAddressesLinksFromTheHostsRoot()
    {
        Assert.Contains("href=\"/docs/learn/a.html\"", Text("404.html", "https://example.org/docs"), StringComparison.Ordinal);
        Assert.Contains("href=\"/learn/a.html\"", Text("404.html", "https://example.org"), StringComparison.Ordinal);
        Assert.Contains("href=\"learn/a.html\"", Text("404.html", null), StringComparison.Ordinal);
    }

    [Fact]
    public void TheSameInputGivesTheSameBytesInAnyOrder()
    {
        var settings = RenderedPages.Settings;
        var one = SiteFiles.Of(RenderedPages.Site(Pages), settings).OfType<OutputFile.Made>();
        var other = SiteFiles.Of(RenderedPages.Site([.. Pages.Reverse()]), settings).OfType<OutputFile.Made>();
        Assert.Equal(one.Select(Line), other.Select(Line));
    }

    private static string Line(OutputFile.Made file) => $"{file.Route} {Convert.ToHexString(file.Content.AsSpan())}";

    private static ImmutableArray<OutputFile> Files(string? host)
    {
        var settings = RenderedPages.Settings with { Host = host };
        return SiteFiles.Of(RenderedPages.Site(settings, Pages), settings);
    }

    private static string Text(string route, string? host) =>
        Encoding.UTF8.GetString(((OutputFile.Made)Files(host).Single(file => file.Route == route)).Content.AsSpan());
}
