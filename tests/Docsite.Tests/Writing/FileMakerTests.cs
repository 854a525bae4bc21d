using System.IO.Compression;
using System.Text;
using Docsite.Discovery;
using Docsite.Settings;
using Docsite.Tests.Rendering;
using Docsite.Writing;
using TestSupport;

namespace Docsite.Tests.Writing;

/// <summary>What stands beside the pages.</summary>
public sealed class FileMakerTests
{
    private static readonly SiteSettings Settings = RenderedPages.Settings with
    {
        Description = "A site of tests.",
        Host = "https://example.org/docs",
        BookPath = "print/book.html",
        EditLink = "https://example.org/edit/{path}",
    };

    private static readonly (string, string)[] Pages =
    [
        ("index.md", "Title: Home\nDescription: Where it starts.\nPublished: 2024-05-30\nXref: home\n---\n\nSee [pins](learn/a%20b.md#why), [far](https://example.org) and ![a picture](img/x.png).\n\n```csharp\nint i;\n```\n"),
        ("learn/a b.md", "Title: Pins\nRedirectFrom: [old/pins, /older/, ~/oldest.htm]\nUpdated: 2024-06-01\n---\n\n## Why\n\n[home](<xref:home>), 4<!--= 2 + 2 --> [here](#why)\n\n<p id=\"own\"><a href=\"#own\" aria-labelledby=\"own why\">x</a></p>\n"),
        ("learn/index.md", "# Learn\n"),
        ("hidden.md", "Title: Hidden\nShowInSidebar: false\n---\n"),
        ("img/x.png", ""),
    ];

    [Theory]
    [InlineData("old/pins.html")]
    [InlineData("older/index.html")]
    [InlineData("oldest.htm")]
    public void AFormerAddressLeadsOn(string route)
    {
        var way = Route.ToRoot(route) + "learn/a-b.html";
        Assert.Contains($"content=\"0; url={way}\"", Text(route), StringComparison.Ordinal);
        Assert.Contains("<link rel=\"canonical\" href=\"https://example.org/docs/learn/a-b.html\">", Text(route), StringComparison.Ordinal);
    }

    [Fact]
    public void AFormerAddressThatIsTakenIsFound() => Assert.Equal(
        "content/a.md(1,15) the address b.html is taken; by content/b.md",
        Assert.Single(RenderedPages.Map(("a.md", "RedirectFrom: b\n---\n# A"), ("b.md", "# B")).Diagnostics.Select(finding => $"{finding.Location} {finding.Message}; {finding.Notes[0]}")));

    [Theory]
    [InlineData("llms.txt")]
    [InlineData("feed.xml")]
    [InlineData("index.md")]
    [InlineData("learn/a-b.md")]
    [InlineData("print/book.html")]
    public void StandsBesideThePages(string route) => Golden.Verify(Text(route), Path.Combine("Files", route));

    [Fact]
    public void ADayStandsInTheSiteMap() => Assert.Contains("<lastmod>2024-06-01</lastmod>", Text("sitemap.xml"), StringComparison.Ordinal);

    [Fact]
    public void WithoutAHostThereIsNoFeed() => Assert.DoesNotContain(SiteFiles.Of(RenderedPages.Site(Pages), RenderedPages.Settings), file => file.Route == "feed.xml");

    [Fact]
    public void TheArchiveHasTheSameBytesInAnyOrder()
    {
        var files = SiteFiles.Of(RenderedPages.Site(Pages), RenderedPages.Settings).OfType<OutputFile.Made>().ToList();
        Assert.Equal(OfflineArchive.Of("a.zip", files).Content, OfflineArchive.Of("a.zip", Enumerable.Reverse(files)).Content);
    }

    [Fact]
    public void TheArchiveHoldsEveryFileAndOtherProgramsReadIt()
    {
        OutputFile.Made[] files = [OutputFile.Made.Of("b/\u5e45 \u00e4.html", string.Concat(Enumerable.Repeat("words ", 5_000))), OutputFile.Made.Of("a.txt", ""), OutputFile.Made.Of("c.txt", "c")];
        using var archive = new ZipArchive(new MemoryStream([.. OfflineArchive.Of("a.zip", files).Content]));
        Assert.Equal(files.OrderBy(file => file.Route, StringComparer.Ordinal).Select(file => (file.Route, Encoding.UTF8.GetString(file.Content.AsSpan()))), archive.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return (entry.FullName, reader.ReadToEnd());
        }));
        Assert.All(archive.Entries.Zip(files.OrderBy(file => file.Route, StringComparer.Ordinal)), pair => Assert.Equal((pair.Second.Content.Length, Crc32(pair.Second.Content)), (pair.First.Length, pair.First.Crc32)));
    }

    private static uint Crc32(IEnumerable<byte> bytes)
    {
        var remainder = uint.MaxValue;
        foreach (var one in bytes)
        {
            remainder ^= one;
            for (var bit = 0; bit < 8; bit++) remainder = (remainder >> 1) ^ ((remainder & 1) * 0xEDB88320u);
        }
        return ~remainder;
    }

    [Fact]
    public void APageSaysWhereItIsEditedAndWhenItChanged()
    {
        var model = RenderedPages.Site(Settings, Pages).Pages.Single(page => page.Page.Route == "learn/a-b.html").Model;
        Assert.Equal(("https://example.org/edit/content/learn/a%20b.md", "2024-06-01", "a-b.md", "../feed.xml"), (model.EditHref, model.Updated, model.TwinHref, model.FeedHref));
    }

    [Fact]
    public void TheNewestCommitGivesTheDay()
    {
        var days = FileDates.Parse("\u00012024-06-02 aa\n\ncontent/a.md\n\u00012024-06-01 \n\ncontent/a.md\ncontent/b.md\n");
        Assert.Equal(("2024-06-02", "2024-06-01"), (days["content/a.md"], days["content/b.md"]));
    }

    /// <summary>The oldest commit of a shallow clone seems to have changed every file.</summary>
    [Fact]
    public void TheCommitThatAHistoryIsCutOffAtGivesNoDay() =>
        Assert.Equal([new("content/a.md", "2024-06-02")], FileDates.Parse("\u00012024-06-02 aa bb\n\ncontent/a.md\n\u00012024-06-01 \n\ncontent/a.md\ncontent/b.md\n", isCutOff: true));

    private static string Text(string route) => Encoding.UTF8.GetString(
        ((OutputFile.Made)SiteFiles.Of(RenderedPages.Site(Settings, Pages), Settings).Single(file => file.Route == route)).Content.AsSpan());
}
