using Docsite.Generation;
using Docsite.Rendering;
using Docsite.Tests.Rendering;

namespace Docsite.Tests.Generation;

/// <summary>A page that no file stands behind is a page like any other.</summary>
public sealed class GeneratedPageTests
{
    private static readonly GeneratedPage Machine = new()
    {
        Route = "api/machine.html",
        Title = "Machine",
        Order = 2,
        Xref = "LinuxMm.Machine",
        Places = [new XrefPlace("LinuxMm.Machine.Run", "run")],
        Content = new GeneratedContent.OfHtml("""<h2 id="run">Run</h2><p>See <a href="xref:home">home</a> and <a href="~/learn/pins.html">pins</a>.</p>""", [new HeadingModel("run", "Run", 2)]),
    };

    private static readonly GeneratedPage Index = new()
    {
        Route = "api/index.html",
        Title = "Reference",
        Name = "reference",
        Order = 9,
        Content = new GeneratedContent.OfMarkdown("## Types\n\n[Machine](xref:LinuxMm.Machine) and [its run](xref:LinuxMm.Machine.Run)\n"),
    };

    [Fact]
    public void StandsInTheMenuAtItsPlace() =>
        Assert.Equal(["Home", "Learn", "Reference"], Page(Site(), "index.html").Model.Menu.Select(entry => entry.Title));

    [Fact]
    public void HasBreadcrumbsAndNeighbours()
    {
        var model = Page(Site(), "api/machine.html").Model;
        Assert.Equal(["Test", "Reference"], model.Breadcrumbs.Select(entry => entry.Title));
        Assert.Equal(("index.html", "Reference"), (model.Previous?.Href, model.Previous?.Title));
        Assert.Null(model.Next);
    }

    [Theory]
    [InlineData("index.html", "<a href=\"api/machine.html\">to the machine</a>")]
    [InlineData("index.html", "<a href=\"api/machine.html#run\">to its run</a>")]
    [InlineData("index.html", "<a href=\"api/machine.html#run\">in html</a>")]
    [InlineData("api/index.html", "<a href=\"machine.html#run\">its run</a>")]
    [InlineData("api/machine.html", "<a href=\"../index.html\">home</a>")]
    [InlineData("api/machine.html", "<a href=\"../learn/pins.html\">pins</a>")]
    [InlineData("api/machine.html", "<h1>Machine</h1>")]
    public void LinksLeadToItAndFromIt(string route, string expected) =>
        Assert.Contains(expected, Page(Site(), route).Model.Content, StringComparison.Ordinal);

    [Fact]
    public void TellsItsHeadings() => Assert.Equal(["Run"], Page(Site(), "api/machine.html").Model.Headings.Select(heading => heading.Text));

    [Fact]
    public void IsAuditedAtItsOwnText()
    {
        var broken = Machine with { Content = new GeneratedContent.OfMarkdown("text\n\n[x](~/completely/elsewhere.html) [y](xref:nobody) ![](~/a.png)\n\n#### deep\n") };
        Assert.Equal(
            [
                "generated/api/machine.html(3,5): nothing in the site is at ~/completely/elsewhere.html",
                "generated/api/machine.html(3,38): no page of the site has the Xref nobody",
                "generated/api/machine.html(3,55): nothing in the site is at ~/a.png",
                "generated/api/machine.html(3,51): the image has no alternative text",
                "generated/api/machine.html(5,1): a heading of level 4 follows one of level 1",
            ],
            RenderedPages.Audit(Site(broken)).Where(finding => finding.Location.Page.Path == "generated/api/machine.html").Select(finding => $"{finding.Location}: {finding.Message}"));
    }

    [Fact]
    public void AllLinksOfTheSiteHold() => Assert.Empty(RenderedPages.Audit(Site()).Select(finding => $"{finding.Location}: {finding.Message}"));

    [Fact]
    public void StaysOutOfTheMenuWhereItIsAskedTo()
    {
        var site = Site(Machine with { IsInMenu = false });
        Assert.Empty(Page(site, "index.html").Model.Menu.Single(entry => entry.Title == "Reference").Children);
        Assert.Null(Page(site, "api/index.html").Model.Next);
    }

    [Fact]
    public void APageThatTakesItsContentInReplacesIt()
    {
        var site = Site(("learn/types.md", "# Types of ours\n\nAll of them:\n\n::: generated reference\n:::\n\nThat was it.\n"));
        Assert.Null(site.Map.FindByRoute("api/index.html"));
        Assert.Equal(
            """
            <h1 id="types-of-ours">Types of ours</h1>
            <p>All of them:</p>
            <div class="heading"><h2 id="types">Types</h2><a class="anchor" href="#types" aria-label="Link to section: Types">#</a></div>
            <p><a href="../api/machine.html">Machine</a> and <a href="../api/machine.html#run">its run</a></p>
            <p>That was it.</p>

            """,
            Page(site, "learn/types.html").Model.Content);
    }

    [Theory]
    [InlineData("::: generated referense", "content/page.md(3,1) DOC0610 nothing of this site is generated as referense; did you mean reference?; there is reference")]
    [InlineData("> ::: generated", "content/page.md(3,3) DOC0610 the container does not say what is to be generated; there is reference")]
    public void ANameThatNothingIsGeneratedForIsFound(string container, string expected)
    {
        var prefix = container.StartsWith('>') ? "> " : "";
        var source = RenderedPages.Map(("page.md", $"# A\n\n{container}\n{prefix}:::\n"));
        var generation = SiteGeneration.Of([new Fixed(Index)], new VerifiedSite(RenderedPages.Settings, source.Pages, _ => VariantRuns.None));
        var finding = Assert.Single(generation.Diagnostics);
        Assert.Equal(expected, $"{finding.Location} {finding.Id} {string.Join("; ", [finding.Message, .. finding.Notes])}");
    }

    [Fact]
    public void TakesNoAddressThatAPageHas() => Assert.Equal(
        "the address api/machine.html is taken; by content/api/machine.md",
        Assert.Single(Site(("api/machine.md", "# Mine")).Map.Diagnostics.Select(finding => string.Join("; ", [finding.Message, .. finding.Notes]))));

    private static RenderedSite Site(params (string, string)[] more) => Site(Machine, more);

    private static RenderedSite Site(GeneratedPage machine, params (string, string)[] more) => RenderedPages.Generated(
        [new Fixed(machine, Index)],
        [
            ("index.md", "Title: Home\nXref: home\n---\n\n[to the machine](xref:LinuxMm.Machine) [to its run](xref:linuxmm.machine.run)\n\n<p><a href=\"xref:LinuxMm.Machine.Run\">in html</a></p>\n"),
            ("learn/pins.md", "# Pins"), .. more,
        ]);

    private static RenderedPage Page(RenderedSite site, string route) => site.Pages.Single(page => page.Page.Route == route);

    private sealed class Fixed(params GeneratedPage[] pages) : IPageGenerator
    {
        public GeneratedPages Generate(VerifiedSite site) => new([.. pages]);
    }
}
