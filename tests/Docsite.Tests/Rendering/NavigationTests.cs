using System.Collections.Immutable;
using Docsite.Discovery;
using Docsite.Generation;
using Docsite.Pages;
using Docsite.Parsing.Examples;
using Docsite.Rendering;

namespace Docsite.Tests.Rendering;

public sealed class NavigationTests
{
    private static readonly RenderedSite Site = RenderedPages.Site(
        ("index.md", "# Home"),
        ("learn/b.md", "Title: Bravo\nOrder: 2\n---\n"), ("learn/z.md", "Title: Zulu\nOrder: 1\n---\n"), ("learn/a.md", "Title: Alpha\nOrder: 2\n---\n"),
        ("thread/index.md", "Order: 5\n---\n# The thread"), ("thread/mail.md", "# Mail"),
        ("secret.md", "Excluded: true\n---\n"), ("quiet.md", "Title: Quiet\nShowInSidebar: false\n---\n"));

    [Fact]
    public void TheMenuIsInOrderAndThenByTitle() => Assert.Equal(
        "Home:index.html [Learn: (Zulu:learn/z.html Alpha:learn/a.html Bravo:learn/b.html)] [The thread:thread/index.html (Mail:thread/mail.html)]",
        Text(Page("index.html").Menu));

    [Fact]
    public void APageIsReadAfterTheOneBeforeIt() =>
        Assert.Equal(("../learn/b.html", "mail.html"), (Page("thread/index.html").Previous?.Href, Page("thread/index.html").Next?.Href));

    [Fact]
    public void ExamplesAreReadGroupByGroupAsTheGalleryShowsThem()
    {
        var metadata = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);
        SourcePage Example(string name, int order, string group) =>
            new(new PageText($"examples/{name}.cs", $"// Title: {name}\n// Order: {order}\n// Group: {group}\n// ---\n"), $"examples/{name}.html", metadata) { IsExample = true };
        ImmutableArray<SourcePage> sources = [Example("a", 5, "One"), Example("b", 2, "Two"), Example("c", 1, "One"), Example("d", 2, "two"), Example("e", 2, "One"), Example("z", 9, "Two")];
        var pages = sources.Select(source => new SitePage(source, ExampleParser.Parse(source.Text, RenderedPages.Settings))).ToImmutableArray();
        var generated = SiteGeneration.Of([new ExampleGallery()], new VerifiedSite(RenderedPages.Settings, pages, _ => VariantRuns.None));
        var map = SiteMap.Build(new SiteSource(sources, [], [], []), pages, generated);
        var gallery = map.Pages.Single(page => page.Route == "examples/index.html").Source.Text.Text;
        Assert.Equal("c e a b d z", string.Join(' ', map.Pages.Where(page => page.Source.IsExample).Select(page => page.Title)));
        Assert.Equal("c e a b d z", string.Join(' ', gallery.Split("<a href=\"~/examples/").Skip(1).Select(card => card[0])));
    }

    [Fact]
    public void BreadcrumbsNameTheFoldersAbove()
    {
        Assert.Equal("Test:../index.html The thread:index.html", Text(Page("thread/mail.html").Breadcrumbs));
        Assert.Equal("Test:../index.html", Text(Page("thread/index.html").Breadcrumbs));
        Assert.Equal("Test:../index.html Learn:", Text(Page("learn/a.html").Breadcrumbs));
        Assert.Empty(Page("index.html").Breadcrumbs);
    }

    [Fact]
    public void AnExcludedPageIsNotPublished() => Assert.DoesNotContain(Site.Pages, page => page.Page.Route == "secret.html");

    [Fact]
    public void ThePageForMissingAddressesLinksToEveryPage() =>
        Assert.Contains("href=\"thread/mail.html\"", Site.Extras.Single(extra => extra.Route == "404.html").Html, StringComparison.Ordinal);

    [Fact]
    public void ItsTextLeadsToTheBeginningOfEachFolder() =>
        Assert.Contains("<li><a href=\"learn/z.html\">Learn</a></li>", Site.Extras.Single(extra => extra.Route == "404.html").Html, StringComparison.Ordinal);

    private static PageModel Page(string route) => Site.Pages.Single(page => page.Page.Route == route).Model;

    private static string Text(ImmutableArray<MenuEntry> entries) => string.Join(' ', entries.Select(entry =>
        entry.Children.IsEmpty ? $"{entry.Title}:{entry.Href}" : $"[{entry.Title}:{entry.Href} ({Text(entry.Children)})]"));

    [Fact]
    public void ALargeFolderIsListedOnItsOwnPages()
    {
        (string, string)[] many = [.. Enumerable.Range(1, 20).Select(i => ($"many/p{i}.md", $"# P{i}"))];
        var site = RenderedPages.Site([("index.md", "# Home"), ("many/index.md", "# Many"), .. many]);
        int Listed(string route) => site.Pages.Single(page => page.Page.Route == route).Model.Menu.Single(entry => entry.Title == "Many").Children.Length;
        Assert.Equal((0, 20, 20), (Listed("index.html"), Listed("many/index.html"), Listed("many/p7.html")));
    }
}
