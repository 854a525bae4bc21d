using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Docsite.Diagnostics;
using Docsite.Settings;
using Docsite.Tests.Execution;
using Docsite.Tests.Keeping;
using Docsite.Tests.Rendering;

namespace Docsite.Tests.Auditing;

/// <summary>Some pages of a site are judged as the whole run judges them, by all of the site and whatever else is wrong with it.</summary>
public sealed class PartTests
{
    private const string Home = "Title: Home\n---\n\n[a](a.md)\n";

    // What a part cannot tell, by the clause that its summary line has for it.
    private const string WholeOnly = DiagnosticIds.UnreachablePage;

    private static readonly (string Path, string Text)[] OneOfEach =
    [
        ("content/index.md", "Title: Home\nXref: home\n---\n\n[links](links.md) [headings](headings.md) [claims](claims.md)\n"),
        ("content/links.md", "# Links\n\n[a](nowhere.md) [b](headings.md#whi) [c](xref:hom) [d](home.md) [e](old/page) [f](robots.txt) [g](pictures.md#block-1-figure) [h](pictures.md#tea) [i](pictures.md#tee)\n\n![](dot.png)\n\nSee [Figure](#none).\n"),
        ("content/headings.md", "Title: Headings\nRedirectFrom: [old/page, links]\n---\n\n### Why\n\n# Again\n\n<p id=\"why\">x</p>\n\n::: generated nothing\n:::\n"),
        ("content/claims.md", "# Claims\n\n::: claim M1 holds\nIt does.\n\n```csharp\n1  // => 2\n```\n:::\n"),
        ("content/twice.md", "Title: Twice\nXref: home\nDestinationPath: claims.md\n---\n\n::: claim M1 holds\nIt does.\n\n```csharp\n1\n```\n:::\n"),
        ("content/pictures.md", "# Pictures\n\n```csharp\nShow();\n```\n```figure\nOne\n```\n```figure id=tea\nTwo\n```\n\n[back](links.md#top) [none](#block-1-figure-3)\n"),
        ("content/words.md", "Title: Words\nGlossary: true\n---\n\ncup\n:   What tea is in.\n\ncup\n:   What tea is in.\n"),
        ("content/dot.png", "x"),
        ("examples/one.cs", "// Title: One\n// ---\n\n#region pour\nConsole.WriteLine(\"tea\");\n#endregion\n"),
    ];

    [Fact]
    public async Task EveryPageOfASiteWithOneOfEachFindingIsJudgedAsTheWholeJudgesIt()
    {
        using var folder = Folder(OneOfEach);
        var settings = Settings(folder);
        var whole = await RunAsync(settings);
        string[] expected = ["DOC0601", "DOC0602", "DOC0603", "DOC0604", "DOC0605", "DOC0606", "DOC0608", "DOC0609", "DOC0610", "DOC0612", "DOC0613", "DOC0614", "DOC0615"];
        Assert.Equal(expected, whole.Diagnostics.Select(finding => finding.Id).Where(id => id.StartsWith("DOC06", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));
        foreach (var page in SiteOutline.Read(settings).Pages.Select(page => page.Page.Path)) await AssertSameAsync(settings, whole, page);
    }

    [Fact]
    public void After_any_edit_every_page_is_judged_as_the_whole_judges_it() => ChangingSite.Edits.Array[1, 8].Sample(edits =>
    {
        using var site = new ChangingSite();
        foreach (var (page, field, choice) in edits) site.Edit(page, field, choice);
        var settings = site.Settings("site");
        var whole = RunAsync(settings).GetAwaiter().GetResult();
        foreach (var page in SiteOutline.Read(settings).Pages.Select(page => page.Page.Path)) AssertSameAsync(settings, whole, page).GetAwaiter().GetResult();
    }, iter: 25, threads: 1);

    [Theory]
    [InlineData("[x](b.md#why)", "")]
    [InlineData("[x](b.md#whi)", "content/a.md(3,5) DOC0602 content/b.md has no #whi; did you mean #why?")]
    [InlineData("[x](~/c.md)", "content/a.md(3,5) DOC0601 nothing in the site is at ~/c.md; did you mean ~/a.md?")]
    [InlineData("[x](llms.txt) [y](b.html) [z](former/place.html) [m](a.md#top)", "")]
    public async Task APartIsAuditedAgainstTheWholeSite(string line, string expected)
    {
        using var folder = Folder([("content/index.md", Home), ("content/a.md", "# A\n\n" + line), ("content/b.md", "Title: B\nRedirectFrom: former/place\n---\n\n## Why\n\n[gone](gone.md)")]);
        var result = await RunAsync(Settings(folder), "content/a.md");
        Assert.Equal(expected, string.Join('\n', result.Diagnostics.Select(finding => string.Create(CultureInfo.InvariantCulture, $"{finding.Location} {finding.Id} {finding.Message}"))));
        Assert.Equal(expected.Length > 0, result.HasErrors);
    }

    [Fact]
    public async Task ALinkToAPictureOfAPageThatDidNotRunIsLeftToTheWholeAndCounted()
    {
        using var folder = Folder([("content/index.md", Home), ("content/a.md", "# A\n\n[x](b.md#block-1-figure) [y](b.md#tea)"), ("content/b.md", "# B\n\n```csharp\nShow();\n```\n```figure\nOne\n```\n```figure id=tea\nTwo\n```\n")]);
        var part = await RunAsync(Settings(folder), "content/a.md");
        Assert.Empty(part.Diagnostics);
        Assert.Equal(["whether a way of links leads there from the front page", "whether 2 links to pictures of other pages hold"], part.LeftToWhole);
        Assert.Empty((await RunAsync(Settings(folder), "content/a.md", "content/b.md", "content/index.md")).LeftToWhole);
    }

    private static async Task AssertSameAsync(SiteSettings settings, SiteResult whole, string page)
    {
        var part = await RunAsync(settings, page);
        Assert.Equal(Of(whole, page), Of(part, page));
        // Beside its own it tells what is wrong with files that are no pages.
        Assert.Empty(part.Diagnostics.Except(whole.Diagnostics, Same));
    }

    private static readonly IEqualityComparer<Diagnostic> Same = EqualityComparer<Diagnostic>.Create((a, b) => TextReport.Of([a!]) == TextReport.Of([b!]), one => one.Id.GetHashCode(StringComparison.Ordinal));

    private static string Of(SiteResult result, string page) =>
        TextReport.Of([.. result.Diagnostics.Where(finding => finding.Location.Page.Path == page && finding.Id != WholeOnly)]);

    private static Task<SiteResult> RunAsync(SiteSettings settings, params ImmutableArray<string> pages) =>
        new SiteBuild(settings, new StatedRunner(), new PlainTheme()).RunAsync(new SiteRequest { Pages = pages }, null, CancellationToken.None);

    private static SiteSettings Settings(TemporaryFolder folder) => new()
    {
        Root = folder.Path,
        SiteTitle = "Test",
        OutputPath = "site",
        InputPaths = ["content"],
        ExamplePaths = Directory.Exists(Path.Combine(folder.Path, "examples")) ? ["examples"] : [],
        Verdicts = ["holds"],
    };

    private static TemporaryFolder Folder((string Path, string Text)[] files)
    {
        var folder = new TemporaryFolder();
        foreach (var (path, text) in files)
        {
            var full = Path.Combine(folder.Path, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
        }
        return folder;
    }
}
