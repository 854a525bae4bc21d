using System.Collections.Immutable;
using Docsite.Auditing;
using Docsite.Diagnostics;
using Docsite.Execution;
using Docsite.Execution.Workers;
using Docsite.Pages;
using Docsite.Planning;
using Docsite.Rendering;
using Docsite.Settings;
using Docsite.Tests.Execution;
using Docsite.Tests.Keeping;
using Docsite.Tests.Rendering;
using Docsite.Writing;

namespace Docsite.Tests.Verification;

/// <summary>A defect of the tool that one page brings to light is one finding of that page, and no other page's findings change.</summary>
public sealed class LostPageTests : IDisposable
{
    private const string Lost = "content/lost.md";
    private const string Block = "```csharp id=sum\n1  // => 1\n```\n";

    private readonly TemporaryFolder _folder = new();

    public LostPageTests()
    {
        Write("content/index.md", "# Home\n\n[lost](lost.md#part) [twin](lost.md) [a name](xref:name) [broken](nowhere.md)\n\n```csharp\n1  // => 2\n```\n");
        Write("content/deep/dot.png", "x");
        // Only the lost page leads here.
        Write("content/deep/far.md", "Title: Far\nShowInSidebar: false\n---\n\n```csharp\n3  // => 4\n```\n\n![](dot.png)\n");
        Write(Lost, $"Title: Lost\nXref: name\n---\n\n## Part\n\n[far](deep/far.md) [broken](gone.md)\n\n{Block}");
    }

    [Theory]
    [InlineData("parse", 1, "this page: InvalidTimeZoneException: parse")]
    [InlineData("run", 1, "this page: InvalidTimeZoneException: run")]
    [InlineData("verify", 9, "this block: NullReferenceException: ")]
    [InlineData("code", 9, "this block: InvalidTimeZoneException: code")]
    [InlineData("page", 1, "this page: InvalidTimeZoneException: page")]
    [InlineData("again", 1, "this page: InvalidTimeZoneException: again")]
    public async Task One_finding_takes_the_place_of_the_pages_and_the_others_have_theirs(string fault, int line, string over)
    {
        var sound = await RunAsync("");
        Assert.Equal(3, sound.Diagnostics.Where(one => one.Location.Page.Path != Lost).Select(one => one.Id).Distinct().Count());
        var result = await RunAsync(fault);
        var (defects, others) = (result.Diagnostics.Where(one => one.Id == DiagnosticIds.ToolDefect).ToList(), result.Diagnostics.Where(one => one.Id != DiagnosticIds.ToolDefect));
        var defect = Assert.Single(defects);
        Assert.Equal((Lost, line, Severity.Error), (defect.Location.Page.Path, defect.Location.Start.Line + 1, defect.Severity));
        Assert.StartsWith($"the tool itself failed over {over}", defect.Message, StringComparison.Ordinal);
        Assert.Contains(defect.Notes, note => note.Contains("report it", StringComparison.Ordinal));
        Assert.Equal(sound.Diagnostics.Where(one => one.Location.Page.Path != Lost).Select(TextReport.Of), others.Select(TextReport.Of));
        // What was not judged does not count as verified.
        Assert.DoesNotContain(result.Steps, step => step.Step.Location.Page.Path == Lost && fault is "parse" or "run" or "verify");
        Assert.True(result.HasDefects);
    }

    [Theory]
    [InlineData("parse")]
    [InlineData("run")]
    [InlineData("verify")]
    [InlineData("code")]
    [InlineData("page")]
    [InlineData("again")]
    public async Task Nothing_is_written_where_the_only_finding_is_a_defect(string fault)
    {
        Write("content/index.md", "# Home\n\n[lost](lost.md)\n");
        Write("content/deep/far.md", "# Far\n");
        Write(Lost, $"# Lost\n\n[far](deep/far.md)\n\n{Block}");
        var result = await RunAsync(fault);
        Assert.Equal([DiagnosticIds.ToolDefect], result.Diagnostics.Select(one => one.Id));
        Assert.Null(result.WrittenTo);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "site")));
        // Once the page gets through, the site is published.
        Assert.NotNull((await RunAsync("")).WrittenTo);
    }

    [Fact]
    public void A_defect_in_several_checks_of_a_page_is_one_finding()
    {
        var whole = RenderedPages.Site(("index.md", "# Home\n\n[a](a.md) ![](dot.png)\n"), ("a.md", "# A\n\n[b](nowhere.md)\n"), ("dot.png", "x"));
        var expected = RenderedPages.Audit(whole).Where(one => one.Location.Page.Path != "content/a.md" && one.Id != DiagnosticIds.UnreachablePage).Select(TextReport.Of);
        var containment = new Containment();
        var broken = whole with { Containment = containment, Pages = [.. whole.Pages.Select(page => page.Page.Title == "A" ? page with { Html = null! } : page)] };
        var found = SiteAudit.Audit(broken, SiteFiles.Of(whole, RenderedPages.Settings));
        Assert.Equal(expected, found.Select(TextReport.Of));
        Assert.Equal("content/a.md", Assert.Single(containment.Defects).Location.Page.Path);
    }

    /// <summary>A full disk is no defect of the tool, and is told once for all pages.</summary>
    [Fact]
    public async Task Where_no_block_can_be_run_one_finding_says_so()
    {
        var containment = new Containment();
        PageText[] pages = [new("content/a.md", ""), new("content/b.md", "")];
        foreach (var page in pages) Assert.Null(await containment.OfAsync<string>(page, () => throw new NoWorkerException(new IOException("the disk was full."))));
        Assert.Empty(await containment.OfStepAsync<string[]>("step", [], () => throw new NoWorkerException(new IOException("the disk was full."))));
        var finding = Assert.Single(containment.Defects);
        Assert.Equal("docsite.yml(1,1): DOC0152: no block can be run, because nothing can be written to the folder for temporary files: the disk was full.", $"{finding.Location}: {finding.Id}: {finding.Message}");
        Assert.All(pages, page => Assert.True(containment.IsLost(page)));
    }

    [Fact]
    public async Task A_run_that_is_stopped_is_stopped() =>
        await Assert.ThrowsAsync<OperationCanceledException>(() => RunAsync("stop"));

    public void Dispose() => _folder.Dispose();

    private Task<SiteResult> RunAsync(string fault)
    {
        var settings = new SiteSettings { Root = _folder.Path, SiteTitle = "Test", OutputPath = "site", InputPaths = ["content"] };
        var build = new SiteBuild(settings, new FaultyRunner(fault), new FaultyTheme(fault))
        {
            Repeat = _ => new FaultyRunner(fault == "again" ? "run again" : ""),
            Parse = (page, site, read) => fault == "parse" && page.Text.Path == Lost ? throw new InvalidTimeZoneException(fault) : SiteOutline.Parse(page, site, read),
        };
        return build.RunAsync(new SiteRequest { Write = true, Twice = fault == "again" }, null, TestContext.Current.CancellationToken);
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(_folder.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private sealed class FaultyRunner(string fault) : ISessionRunner
    {
        private readonly StatedRunner _sound = new();

        public async Task<ImmutableArray<StepRun>> RunAsync(SessionPlan plan, CancellationToken cancellation)
        {
            var runs = await _sound.RunAsync(plan, cancellation);
            if (plan.Page.Path != Lost) return runs;
            return fault switch
            {
                "stop" => throw new OperationCanceledException(),
                "run" => throw new InvalidTimeZoneException(fault),
                "run again" => throw new InvalidTimeZoneException("again"),
                // Nobody can go through them.
                "verify" => [.. runs.Select(run => run with { Values = default })],
                _ => runs,
            };
        }
    }

    private sealed class FaultyTheme(string fault) : ITheme
    {
        private readonly PlainTheme _sound = new();

        public ImmutableArray<ThemeAsset> Assets => [];

        public string Page(PageModel page) => fault == "page" && page.Title == "Lost" ? throw new InvalidTimeZoneException(fault) : _sound.Page(page);

        public string Code(CodeModel code) => fault == "code" && code.Id == "sum" ? throw new InvalidTimeZoneException(fault) : _sound.Code(code);

        public string Figure(FigureModel figure) => _sound.Figure(figure);

        public string Tabs(TabsModel tabs) => _sound.Tabs(tabs);

        public string Claim(ClaimModel claim) => _sound.Claim(claim);
    }
}
