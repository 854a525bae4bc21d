using System.Collections.Immutable;
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
