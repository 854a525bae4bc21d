using System.Collections.Immutable;
using System.Text;
using Docsite.Settings;
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

    [Theory]
    [InlineData("https://example.org", "docs", "https://example.org/docs/learn/a.html", "/docs/learn/a.html")]
    [InlineData("https://example.org/x", "docs", "https://example.org/x/docs/learn/a.html", "/x/docs/learn/a.html")]
    [InlineData(null, "docs", null, "/docs/learn/a.html")]
    [InlineData("https://example.org", "", "https://example.org/learn/a.html", "/learn/a.html")]
    [InlineData(null, "", null, "learn/a.html")]
    public void TheHostsFolderIsPartOfEveryAddress(string? host, string root, string? address, string fromMissing)
    {
        var settings = RenderedPages.Settings with { Host = host, LinkRoot = root };
        Assert.Equal(address, settings.AddressOf("learn/a.html"));
        Assert.Contains($"href=\"{fromMissing}\"", TextOf("404.html", settings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("index.html", "https://example.org/")]
    [InlineData("learn/index.html", "https://example.org/learn/")]
    [InlineData("learn/b c.html", "https://example.org/learn/b%20c")]
    public void AddressesMayHideExtensions(string route, string expected) =>
        Assert.Equal(expected, (RenderedPages.Settings with { Host = "https://example.org", LinkHideExtensions = true }).AddressOf(route));

    [Fact]
    public void TheSameInputGivesTheSameBytesInAnyOrder()
    {
        var settings = RenderedPages.Settings;
        var one = SiteFiles.Of(RenderedPages.Site(Pages), settings).OfType<OutputFile.Made>();
        var other = SiteFiles.Of(RenderedPages.Site([.. Pages.Reverse()]), settings).OfType<OutputFile.Made>();
        Assert.Equal(one.Select(Line), other.Select(Line));
    }

    private static string Line(OutputFile.Made file) => $"{file.Route} {Convert.ToHexString(file.Content.AsSpan())}";

    private static ImmutableArray<OutputFile> Files(string? host) => FilesOf(RenderedPages.Settings with { Host = host });

    private static ImmutableArray<OutputFile> FilesOf(SiteSettings settings) => SiteFiles.Of(RenderedPages.Site(settings, Pages), settings);

    private static string Text(string route, string? host) => TextOf(route, RenderedPages.Settings with { Host = host });

    private static string TextOf(string route, SiteSettings settings) =>
        Encoding.UTF8.GetString(((OutputFile.Made)FilesOf(settings).Single(file => file.Route == route)).Content.AsSpan());
}
