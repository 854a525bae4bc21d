using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Generation;
using Docsite.Rendering;
using Docsite.Settings;
using Docsite.Tests.Execution;
using Docsite.Tests.Keeping;
using Docsite.Tests.Rendering;
using Docsite.Writing;

namespace Docsite.Tests.Verification;

/// <summary>A defect in a step over the whole site is one finding that names the step; what else is found is found all the same, and nothing is published.</summary>
public sealed class LostStepTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public LostStepTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "content"));
        File.WriteAllText(Path.Combine(_folder.Path, "content", "index.md"), "# Home\n\n[made](made.txt) [generated](~/generated.html) [named](xref:generated)\n\n::: generated things\n:::\n");
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "generator", "FaultyGenerator" }, { "maker", "FaultyMaker" }, { "maker late", "FaultyMaker" }, { "write", "SiteWriter" }, { "assets", "Assets" }, { "404", "404.html" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Its_finding_is_the_only_one_where_nothing_else_is_wrong(string fault, string step)
    {
        var result = await RunAsync(fault);
        var defect = Assert.Single(result.Diagnostics);
        Assert.Equal((DiagnosticIds.ToolDefect, "docsite.yml(1,1)", Severity.Error), (defect.Id, defect.Location.ToString(), defect.Severity));
        Assert.StartsWith($"the tool itself failed in the step {step}: ", defect.Message, StringComparison.Ordinal);
        Assert.Contains(defect.Notes, note => note.Contains("report it", StringComparison.Ordinal));
        Assert.True(result.HasDefects);
        Assert.Null(result.WrittenTo);
        Assert.Equal([".site.lock", "content"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).Except(["site"]).Append(".site.lock").Distinct().Order(StringComparer.Ordinal));
        Assert.False(File.Exists(Path.Combine(_folder.Path, "site", "index.html")));
        Assert.NotNull((await RunAsync("")).WrittenTo);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_is_wrong_on_pages_is_found_beside_it(string fault, string step)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "content", "other.md"), "# Other\n\n### Deep\n\n![](made.txt)\n\n[part](index.md#nowhere)\n\n```csharp\n1  // => 2\n```\n", TestContext.Current.CancellationToken);
        var sound = (await RunAsync("")).Diagnostics;
        Assert.Equal(4, sound.Select(one => one.Id).Distinct().Count());
        var found = (await RunAsync(fault)).Diagnostics;
        Assert.Equal(sound.Select(TextReport.Of), found.Where(one => one.Id != DiagnosticIds.ToolDefect).Select(TextReport.Of));
        // Writing is not tried where there are findings.
        Assert.Equal(fault == "write" ? [] : [step], found.Where(one => one.Id == DiagnosticIds.ToolDefect).Select(one => one.Message.Split(' ')[7].TrimEnd(':')));
    }

    [Fact]
    public async Task Of_a_page_that_cannot_be_read_nothing_else_is_told()
    {
        File.Move(Path.Combine(_folder.Path, "content", "index.md"), Path.Combine(_folder.Path, "content", "other.md"));
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "content", "third.md"), "# Third\n\n[front](index.md#part) [other](other.md)\n", TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(_folder.Path, "content", "index.md"), [0xE9], TestContext.Current.CancellationToken);
        var result = await RunAsync("");
        Assert.Equal(["content/index.md(1,1) DOC0110"], result.Diagnostics.Select(one => $"{one.Location} {one.Id}"));
        Assert.Null(result.WrittenTo);
        Assert.False(result.HasDefects);
    }

    [Fact]
    public async Task What_a_reading_hides_is_listed()
    {
        var settings = Settings;
        var containment = new Containment();
        var outline = SiteOutline.Read(settings, new(), containment, (_, _, _) => throw new InvalidTimeZoneException("parse"));
        Assert.Equal("content/index.md", Assert.Single(containment.Defects).Location.Page.Path);
        Assert.Empty(SiteOutline.StepsOf(outline.Pages, settings));
        Assert.Empty(SiteOutline.Read(settings).Defects);
        await Assert.ThrowsAsync<OperationCanceledException>(() => RunAsync("stop"));
    }

    public void Dispose() => _folder.Dispose();

    private SiteSettings Settings => new() { Root = _folder.Path, SiteTitle = "Test", OutputPath = "site", InputPaths = ["content"] };

    private Task<SiteResult> RunAsync(string fault) => new SiteBuild(Settings, new StatedRunner(), new FaultyTheme(fault))
    {
        Generators = [new FaultyGenerator(fault)],
        Makers = [new FaultyMaker(fault)],
    }.RunAsync(new SiteRequest { Write = true }, null, TestContext.Current.CancellationToken);

    private sealed class FaultyGenerator(string fault) : IPageGenerator
    {
        public GeneratedPages Generate(VerifiedSite site) => fault switch
        {
            "generator" => throw new InvalidTimeZoneException(fault),
            "stop" => throw new OperationCanceledException(),
            _ => new([
                new GeneratedPage { Route = "generated.html", Title = "Generated", Xref = "generated", Content = new GeneratedContent.OfMarkdown("Words.") },
                new GeneratedPage { Route = "things.html", Title = "Things", Name = "things", IsPart = true, Content = new GeneratedContent.OfMarkdown("Things.") },
            ]),
        };
    }

    private sealed class FaultyMaker(string fault) : IFileMaker
    {
        public IEnumerable<OutputFile.Made> Make(RenderedSite site, SiteSettings settings)
        {
            if (fault == "maker") throw new InvalidTimeZoneException(fault);
            yield return OutputFile.Made.Of(fault == "write" ? "a\0b" : "made.txt", "x");
            if (fault == "write") yield return OutputFile.Made.Of("made.txt", "x");
            if (fault == "maker late") throw new InvalidTimeZoneException(fault);
        }
    }

    private sealed class FaultyTheme(string fault) : ITheme
    {
        private readonly PlainTheme _sound = new();

        public ImmutableArray<ThemeAsset> Assets => fault == "assets" ? throw new InvalidTimeZoneException(fault) : [];

        public string Page(PageModel page) => fault == "404" && page.Route == "404.html" ? throw new InvalidTimeZoneException(fault) : _sound.Page(page);

        public string Code(CodeModel code) => _sound.Code(code);

        public string Figure(FigureModel figure) => _sound.Figure(figure);

        public string Tabs(TabsModel tabs) => _sound.Tabs(tabs);

        public string Claim(ClaimModel claim) => _sound.Claim(claim);
    }
}
