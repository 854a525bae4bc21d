using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Docsite.Auditing;
using Docsite.Diagnostics;
using Docsite.Discovery;
using Docsite.Generation;
using Docsite.Pages;
using Docsite.Parsing.Examples;
using Docsite.Rendering;
using Docsite.Settings;
using Docsite.Tests.Execution;
using Docsite.Tests.Rendering;
using Docsite.Writing;

namespace Docsite.Tests.Auditing;

public sealed class SiteAuditTests
{
    [Theory]
    [InlineData("# A\n\nSee [x](learn/pinz.md).", "(3,9)-(3,22) DOC0601 nothing in the site is at learn/pinz.md; did you mean learn/pins.md?")]
    [InlineData("# A\r\n\r\n> - see [it](<learn/pinz>)", "(3,15)-(3,25) DOC0601 nothing in the site is at learn/pinz; did you mean learn/pins?")]
    [InlineData("# A\n\n[x][y]\n\n[y]: ~/lern/pins.md", "(5,6)-(5,20) DOC0601 nothing in the site is at ~/lern/pins.md; did you mean ~/learn/pins.md?")]
    [InlineData("# A\n\n![a picture](imge/a.png)", "(3,14)-(3,24) DOC0601 nothing in the site is at imge/a.png; did you mean img/a.png?")]
    [InlineData("# A\n\n[x](../../out.md)", "(3,5)-(3,17) DOC0601 nothing in the site is at ../../out.md")]
    [InlineData("# A\n\n[x](xref:nothing)", "(3,5)-(3,17) DOC0601 no page of the site has the Xref nothing")]
    [InlineData("# A\n\n[x](xref:pin)", "(3,5)-(3,13) DOC0601 no page of the site has the Xref pin; did you mean pins?")]
    [InlineData("# A\n\n[x](xref:claim-M2)", "(3,5)-(3,18) DOC0601 the site has no claim M2; did you mean claim-M1?")]
    [InlineData("# A\n\ntext <a href=\"gone.html\">x</a>", "(3,15)-(3,24) DOC0601 nothing in the site is at gone.html; did you mean page.html?")]
    [InlineData("# A\n\n<div>\n  <a href='gone.html'>x</a>\n</div>", "(4,12)-(4,21) DOC0601 nothing in the site is at gone.html; did you mean page.html?")]
    [InlineData("# A\n\n- <div>\n  <a href=\"gone.html\">x</a>\n  </div>", "(4,12)-(4,21) DOC0601 nothing in the site is at gone.html; did you mean page.html?")]
    [InlineData("# A\r\n\r\n> <div>\r\n> <b>é</b> <a href='~/gone.md'>x</a> <a href='~/index.md'>y</a>\r\n> </div>", "(4,21)-(4,30) DOC0601 nothing in the site is at ~/gone.md; did you mean ~/page.md?")]
    [InlineData("# A\n\n<div>\n<a href=\"xref:pins\">y</a> <a\n  title=\"gone.html\" HREF = gone.html>x</a>\n</div>", "(5,28)-(5,37) DOC0601 nothing in the site is at gone.html; did you mean page.html?")]
    [InlineData("# A\n\nx <a title=\"a > b\" href=\"gone.html?a=1&amp;b=2\">x</a>", "(3,26)-(3,47) DOC0601 nothing in the site is at gone.html?a=1&amp;b=2; did you mean page.html?")]
    [InlineData("# A\n\n<p><img srcset=\"img/a.png 1x, ~/img/gone.png 2x\" src=\"~/img/a.png\" alt=\"x\"></p>", "(3,31)-(3,45) DOC0601 nothing in the site is at ~/img/gone.png; did you mean ~/img/a.png?")]
    [InlineData("# A\n\n<p><video src=\"img/a.png\" poster=\"gone.png\"></video></p>", "(3,35)-(3,43) DOC0601 nothing in the site is at gone.png")]
    [InlineData("# A\n\n<p><object data=\"gone.svg\">x</object></p>", "(3,18)-(3,26) DOC0601 nothing in the site is at gone.svg")]
    [InlineData("# A\n\n<svg><title>t</title><use href=\"#gone\"/></svg>", "(3,33)-(3,38) DOC0602 this page has no #gone")]
    [InlineData("# A\n\n[x]() [y](#)", "(3,1)-(3,6) DOC0601 the address is empty; the top of this page is at #")]
    [InlineData("# A\n\n[x][r] [r]\n\n[r]: gone.md", "(5,6)-(5,13) DOC0601 nothing in the site is at gone.md; did you mean page.md?")]
    [InlineData("# A\n\n[x](learn/pins.md#whi)", "(3,5)-(3,22) DOC0602 content/learn/pins.md has no #whi; did you mean #why?")]
    [InlineData("# A\n\nSee [Table](#knds).\n\nTable: Kinds {#kinds}\n\n| a |\n|---|\n| b |", "(3,13)-(3,18) DOC0614 this page has no table #knds; did you mean #kinds?; there is #kinds; a table is named by its caption, a paragraph beside it like Table: words {#name}")]
    [InlineData("# A\n\nSee [figure](#a).", "(3,14)-(3,16) DOC0614 this page has no figure #a; this page has no figure with a number; a figure is named by the id= of its fence or of the block that draws it")]
    [InlineData("# A\n\n## Bee\n\n[x](#be)", "(5,5)-(5,8) DOC0602 this page has no #be; did you mean #bee?")]
    [InlineData("# A\n\n## Bee\n\n<p id=\"bee\">x</p>", "(5,1)-(5,13) DOC0603 the id bee is given twice; line 3 has it already")]
    [InlineData("# A\n\n## Around", "(3,1)-(3,10) DOC0603 the id around is given twice; the theme has it around every page")]
    [InlineData("# A\n\n![](img/a.png)", "(3,1)-(3,15) DOC0604 the image has no alternative text; say in the square brackets what it shows")]
    [InlineData("# A\n\n### C", "(3,1)-(3,6) DOC0605 a heading of level 3 follows one of level 1; use ##")]
    [InlineData("# A\n\n# B", "(3,1)-(3,4) DOC0605 the page has a second title; use ## for its parts")]
    [InlineData("# Z\n\n::: claim M1 holds\n```csharp\nint i;\n```\n:::", "(3,1)-(3,19) DOC0608 the claim M1 stands in the site already; at content/learn/pins.md(6,1)")]
    [InlineData("Title: A\nXref: claim-M1\n---\n", "(2,7)-(2,15) DOC0615 the Xref claim-M1 is given twice; content/learn/pins.md has it already")]
    [InlineData("Title: A\nRedirectFrom: [old, learn/pins]\n---\n", "(2,21)-(2,31) DOC0606 the address learn/pins.html is taken; by content/learn/pins.md")]
    [InlineData("Title: A\nDestinationPath: learn/PINS.html\n---\n", "(2,18)-(2,33) DOC0606 the address learn/PINS.html is taken; by content/learn/pins.md")]
    public void FindsAtTheExactPlace(string page, string expected)
    {
        var findings = Audit(Site(page)).Where(finding => finding.Location.Page.Path == "content/page.md");
        Assert.Equal(expected, Assert.Single(findings.Select(Text)));
    }

    [Theory]
    [InlineData("# A\n\n[a](learn/pins.md#why) [b](#a) [c](learn/) [d](img/a.png) [e](https://nowhere.example/x) [f](mailto:a@b.c) [g](#top) [h](robots.txt)")]
    [InlineData("# A\n\n<img src=\"img/a.png\" alt=\"\" role=\"presentation\">")]
    [InlineData("# A\n\nText.[^1]\n\n[^1]: Note.")]
    [InlineData("# A\n\n[Table](#kinds)\n\nTable: Kinds {#kinds}\n\n| a |\n|---|\n| b |\n\n[the table](#kinds)")]
    [InlineData("# A\n\n<p><a href='~/learn/pins.md'>a</a> <a href=\"/learn/pins.md#why\">b</a> <a href='learn/pins.md?a=b#why'>c</a> <img srcset='~/img/a.png, img/a.png 2x' alt='d'></p>\n\nx <a href='xref:pins'>d</a>")]
    [InlineData("# Über\n\n## Füße\n\n[x](#füße) [y](#f%C3%BC%C3%9Fe)")]
    public void FindsNothingWrong(string page) => Assert.Empty(Audit(Site(page)).Select(Text));

    [Fact]
    public void TwoPagesWithOneNameAreFound()
    {
        var site = RenderedPages.Site(("index.md", "# Home\n\n[b](b.md) [c](c.md)"), ("b.md", "Title: B\nXref: x\n---\n"), ("c.md", "Title: C\nXref: X\n---\n"));
        Assert.Equal("content/c.md(2,7) the Xref X is given twice content/b.md has it already", Assert.Single(Audit(site).Select(f => $"{f.Location} {f.Message} {f.Notes[0]}")));
    }

    [Fact]
    public void APageThatNoLinkLeadsToIsFound()
    {
        var site = RenderedPages.Site(("index.md", "# Home"), ("island.md", "Title: Island\nShowInSidebar: false\n---\n"));
        Assert.Equal("content/island.md(1,1) no way of links leads here from the front page", Assert.Single(Audit(site).Select(f => $"{f.Location} {f.Message}")));
    }

    [Theory]
    [InlineData("#:project lib/lib.csproj", "")]
    [InlineData("#:project lib", "")]
    [InlineData("#:project $(Libraries)/lib.csproj", "")]
    [InlineData("#:project  lib/milk.csproj ", "examples/a.cs(1,12) there is no project lib/milk.csproj that dotnet run could build")]
    [InlineData("#:project ../examples", "examples/a.cs(1,11) there is no project ../examples that dotnet run could build")]
    public void AProjectThatIsNotThereIsFound(string line, string expected)
    {
        using var folder = new TemporaryFolder();
        var settings = RenderedPages.Settings with { Root = folder.Path };
        Directory.CreateDirectory(Path.Combine(folder.Path, "examples", "lib"));
        File.WriteAllText(Path.Combine(folder.Path, "examples", "lib", "lib.csproj"), "");
        var source = new SourcePage(new PageText("examples/a.cs", $"{line}\r\n// Title: A\r\n// ---\r\n"), "examples/a.html", ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase)) { IsExample = true };
        var map = SiteMap.Build(new SiteSource([source], [], [], []), [new SitePage(source, ExampleParser.Parse(source.Text, settings))], SiteGeneration.None);
        var site = new SiteRenderer(new PlainTheme()).Render(map, settings, _ => VariantRuns.None);
        Assert.Equal(expected, string.Join('\n', SiteAudit.Audit(site, SiteFiles.Of(site, settings)).Where(finding => finding.Id == DiagnosticIds.BadSource).Select(finding => $"{finding.Location} {finding.Message}")));
    }

    [Fact]
    public void ASiteNeedsAFrontPage() =>
        Assert.Equal("the site has no front page", Assert.Single(Audit(RenderedPages.Site(("a.md", "# A")))).Message);

    [Fact]
    public void AClaimWhoseBlocksDidNotRunIsFound()
    {
        var map = RenderedPages.Map(("index.md", "# A\n\n::: claim M1 holds\n```csharp\nint i;\n```\n:::"));
        var site = new SiteRenderer(new PlainTheme()).Render(map, RenderedPages.Settings, _ => VariantRuns.None);
        Assert.Equal("content/index.md(3,1) no run tests the claim M1", Assert.Single(Audit(site).Select(f => $"{f.Location} {f.Message}")));
    }

    [Theory]
    [InlineData("all.html", "content/all.html(1,1) Error the address all.html is taken; by the whole book (the setting BookPath)")]
    [InlineData("ALL.zip", "content/ALL.zip(1,1) Error the address ALL.zip is taken; by the packed site (the setting ArchivePath)")]
    [InlineData("index.MD.txt", "")]
    [InlineData("learn", "content/learn(1,1) Error the address learn is taken; by a folder")]
    [InlineData("assets/search-index.js", "content/assets/search-index.js(1,1) Error the address assets/search-index.js is taken; by the index of the search")]
    [InlineData("robots.txt", "content/robots.txt(1,1) Note the site brings its own robots.txt; without it the build makes one")]
    [InlineData("404.html", "content/404.html(1,1) Note the site brings its own 404.html; without it the build makes one")]
    public void AFileAtTheAddressOfWhatTheBuildMakesIsFound(string path, string expected)
    {
        var settings = RenderedPages.Settings with { BookPath = "all.html", ArchivePath = "all.zip" };
        var site = RenderedPages.Site(settings, [("index.md", "# A\n\n[x](learn/b.md)"), ("learn/b.md", "# B"), (path, "")]);
        Assert.Equal(expected, string.Join('\n', SiteAudit.Audit(site, SiteFiles.Of(site, settings)).Where(finding => finding.Id == DiagnosticIds.DuplicateRoute)
            .Select(finding => $"{finding.Location} {finding.Severity} {finding.Message}; {string.Join("; ", finding.Notes)}")));
        Assert.Single(SiteFiles.Of(site, settings), file => file.Route == path);
    }

    [Theory]
    [InlineData("Title: A\nDestinationPath: all.html\n---\n")]
    [InlineData("Title: A\nRedirectFrom: all.html\n---\n")]
    [InlineData("Title: A\nRedirectFrom: learn/b.md\n---\n")]
    public void APageAtTheAddressOfWhatTheBuildMakesIsFound(string page)
    {
        var settings = RenderedPages.Settings with { BookPath = "all.html" };
        var site = RenderedPages.Site(settings, [("index.md", page), ("learn/b.md", "# B")]);
        Assert.Contains(SiteAudit.Audit(site, SiteFiles.Of(site, settings)), finding => finding.Id == DiagnosticIds.DuplicateRoute && finding.Severity == Severity.Error);
    }

    [Theory]
    [InlineData(1, 100_000, 9, "DOC0611 the page weighs [..] KiB; its HTML may weigh 0.0 KiB (the setting Limits: Html)")]
    [InlineData(100_000, 1, 9, "DOC0611 a first visit loads [..] KiB; it may load 0.0 KiB (the setting Limits: FirstVisit)")]
    [InlineData(100_000, 100_000, 1, "DOC0611 a first visit asks for 2 files; it may ask for 1 (the setting Limits: Requests)")]
    [InlineData(100_000, 100_000, 2, "")]
    public void APageMayWeighAsMuchAsTheSettingsSay(long html, long firstVisit, int requests, string expected)
    {
        var settings = RenderedPages.Settings with { Limits = new PageLimits { Html = html, FirstVisit = firstVisit, Requests = requests } };
        var site = RenderedPages.Site(settings, [("index.md", "# A\n\n<img alt=\"x\" src=\"a.png\"><img alt=\"x\" loading=\"lazy\" src=\"b.png\">"), ("a.png", ""), ("b.png", "")]);
        ImmutableArray<OutputFile> files = [.. SiteFiles.Of(site, settings).Where(file => file is OutputFile.Made)];
        var found = SiteAudit.Audit(site, files).Where(finding => finding.Id == DiagnosticIds.PageTooHeavy).Select(finding => $"{finding.Id} {string.Join("; ", [finding.Message, .. finding.Notes])}");
        Assert.Equal(expected, Regex.Replace(string.Concat(found), @"(weighs|loads) [\d.]+", "$1 [..]"));
    }

    [Theory]
    [InlineData("a.js", 2000, 1, "docsite.yml(1,1) the theme's scripts weigh [..] KiB; they may weigh 0.0 KiB (the setting Limits: Scripts)")]
    [InlineData("a.js", 1, 100, "")]
    [InlineData("a.svg", 2000, 0, "")]
    public void AThemeMayWeighAsMuchAsTheSettingsSay(string path, int size, long scripts, string expected)
    {
        var settings = RenderedPages.Settings with { Limits = new PageLimits { Scripts = scripts, FurtherVisit = 100_000 } };
        var site = RenderedPages.Site(settings, [("index.md", "# A")]) with { Assets = [new ThemeAsset(path, [.. Enumerable.Range(0, size).Select(i => (byte)(i * i))])] };
        Assert.Equal(expected, Regex.Replace(string.Concat(Heavy(site, settings)), @"weigh [\d.]+ KiB;", "weigh [..] KiB;"));
    }

    /// <summary>The sheets of one page, not those that other pages ask for.</summary>
    [Theory]
    [InlineData("a.css", 1, "content/index.md(1,1) its style sheets weigh [..] KiB; they may weigh 0.0 KiB (the setting Limits: Styles)")]
    [InlineData("a.css", 4000, "")]
    [InlineData("b.css", 1, "")]
    public void StyleSheetsMayWeighAsMuchAsTheSettingsSay(string path, long styles, string expected)
    {
        var settings = RenderedPages.Settings with { Limits = new PageLimits { Styles = styles } };
        var site = RenderedPages.Site(settings, [("index.md", "# A\n\n<link rel=\"stylesheet\" href=\"a.css\">")]) with { Assets = [new ThemeAsset(path, [.. Enumerable.Range(0, 2000).Select(i => (byte)(i * i))])] };
        Assert.Equal(expected, Regex.Replace(string.Concat(Heavy(site, settings)), @"weigh [\d.]+ KiB;", "weigh [..] KiB;"));
    }

    /// <summary>What the theme has on every page is kept from the first one; what only this page has is loaded.</summary>
    [Theory]
    [InlineData("a.png", "content/index.md(1,1) a visit from another page loads [..] KiB; it may load 0.8 KiB (the setting Limits: FurtherVisit)")]
    [InlineData("b.png", "")]
    public void AFurtherVisitLoadsWhatTheThemeDoesNotHave(string ofTheme, string expected)
    {
        var settings = RenderedPages.Settings with { Limits = new PageLimits { FurtherVisit = 800 } };
        ThemeAsset Random(string path) => new(path, [.. Enumerable.Range(0, 2000).Select(i => (byte)(i * i * i >> 3))]);
        var site = RenderedPages.Site(settings, [("index.md", "# A\n\n<img alt=\"x\" src=\"b.png\">")]);
        site = site with { Assets = [Random(ofTheme)], Extras = [.. site.Extras, .. ofTheme == "b.png" ? [] : new[] { new ExtraPage("b.png", string.Concat(Random("").Content)) }] };
        Assert.Equal(expected, Regex.Replace(string.Concat(Heavy(site, settings)), @"loads [\d.]+", "loads [..]"));
    }

    private static IEnumerable<string> Heavy(RenderedSite site, SiteSettings settings) => SiteAudit.Audit(site, SiteFiles.Of(site, settings))
        .Where(finding => finding.Id == DiagnosticIds.PageTooHeavy).Select(finding => $"{finding.Location} {string.Join("; ", [finding.Message, .. finding.Notes])}");

    private static IEnumerable<Diagnostic> Audit(RenderedSite site) => site.Map.Diagnostics.Concat(SiteAudit.Audit(site, SiteFiles.Of(site, RenderedPages.Settings)));

    private static RenderedSite Site(string page) => RenderedPages.Site(
        ("index.md", "# Home"), ("page.md", page), ("learn/index.md", "# Learn"), ("img/a.png", ""),
        ("learn/pins.md", "Title: Pins\nXref: pins\n---\n## Why\n\n::: claim M1 holds\n```csharp\nint i;\n```\n:::"));

    private static string Text(Diagnostic finding)
    {
        var (start, end) = (finding.Location.Start, finding.Location.End);
        return $"({start.Line + 1},{start.Character + 1})-({end.Line + 1},{end.Character + 1}) {finding.Id} {string.Join("; ", [finding.Message, .. finding.Notes])}";
    }
}
