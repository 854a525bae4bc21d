using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Docsite.Tests.Execution;
using Docsite.Tests.Rendering;
using Docsite.Writing;

namespace Docsite.Tests.Writing;

/// <summary>Links to pages without the extensions of their files.</summary>
public sealed class HiddenExtensionsTests
{
    [Theory]
    [InlineData("learn/a.html", "<a href=\"b.html\">", "<a href=\"b\">")]
    [InlineData("learn/a.html", "<a class=\"x\" href=\"b.html#why\">", "<a class=\"x\" href=\"b#why\">")]
    [InlineData("learn/a.html", "<a href=\"b.html?q=1#why\">", "<a href=\"b?q=1#why\">")]
    [InlineData("learn/a.html", "<a href=\"../index.html\">", "<a href=\"../\">")]
    [InlineData("learn/a.html", "<a href=\"index.html\">", "<a href=\"./\">")]
    [InlineData("index.html", "<a href=\"index.html#top\">", "<a href=\"./#top\">")]
    [InlineData("index.html", "<a href=\"learn/c%20d.html\">", "<a href=\"learn/c%20d\">")]
    [InlineData("old.html", "<meta http-equiv=\"refresh\" content=\"0; url=learn/b.html\">", "<meta http-equiv=\"refresh\" content=\"0; url=learn/b\">")]
    [InlineData("404.html", "<a href=\"/docs/learn/b.html\">", "<a href=\"/docs/learn/b\">")]
    [InlineData("404.html", "<a href=\"/learn/b.html\">", "<a href=\"/learn/b.html\">")]
    [InlineData("index.html", "<a href=\"files/report.html\">", "<a href=\"files/report.html\">")]
    [InlineData("index.html", "<a href=\"https://example.org/learn/b.html\">", "<a href=\"https://example.org/learn/b.html\">")]
    [InlineData("index.html", "<code>href=&quot;learn/b.html&quot;</code>", "<code>href=&quot;learn/b.html&quot;</code>")]
    public void OnlyLinksToPagesChange(string route, string html, string expected) => Assert.Equal(expected, Hidden(route, html));

    [Fact]
    public void TheArchiveIsReadWithoutAServer()
    {
        using var folder = new TemporaryFolder();
        var settings = RenderedPages.Settings with { Root = folder.Path, OutputPath = "site", ArchivePath = "site.zip", LinkHideExtensions = true };
        Assert.True(SiteWriter.Write([OutputFile.Made.Of("a.html", "<a href=\"b.html\">"), OutputFile.Made.Of("b.html", "")], settings, []).IsWritten);
        Assert.Equal("<a href=\"b\">", File.ReadAllText(Path.Combine(folder.Path, "site", "a.html")));
        using var archive = ZipFile.OpenRead(Path.Combine(folder.Path, "site", "site.zip"));
        using var page = new StreamReader(archive.GetEntry("a.html")!.Open());
        Assert.Equal("<a href=\"b.html\">", page.ReadToEnd());
    }

    [Fact]
    public void TheSearchLeavesThemOutToo() =>
        Assert.Equal("docsiteIndex({\"bare\":true,\"pages\":[[\"learn/a.html\",\"A\"]]});\n", Hidden("assets/search-index.js", "docsiteIndex({\"pages\":[[\"learn/a.html\",\"A\"]]});\n"));

    private static string Hidden(string route, string html)
    {
        string[] others = ["index.html", "404.html", "learn/index.html", "learn/a.html", "learn/b.html", "learn/c d.html"];
        ImmutableArray<OutputFile> files =
        [
            OutputFile.Made.Of(route, html), new OutputFile.Copied("files/report.html", "files/report.html", "/files/report.html"),
            .. others.Where(other => other != route).Select(other => OutputFile.Made.Of(other, "")),
        ];
        return Encoding.UTF8.GetString(((OutputFile.Made)HiddenExtensions.In(files, "/docs/")[0]).Content.AsSpan());
    }
}
