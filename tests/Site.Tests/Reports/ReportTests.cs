using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Docsite;
using Docsite.Cli;
using Docsite.Cli.Reports;
using Docsite.Diagnostics;
using Docsite.Pages;
using Json.Schema;
using Microsoft.CodeAnalysis.Text;
using TestSupport;

namespace Site.Tests.Reports;

/// <summary>The same findings in every format.</summary>
public sealed class ReportTests
{
    private static readonly PageText Page = new("content/tea & more.md", "# Tea\n\npage.RefCount   // => 1024\nlast, line: 100%");

    private static readonly Diagnostic[] Found =
    [
        new(DiagnosticIds.ValueDiffers, Severity.Error, Place(29, 4), "value differs")
        {
            Subject = "tea#pins", Variant = "era C3", Label = "written", Notes = ["was 1025 (int)", "<b> & \u0001"], Edits = [new PageEdit(Place(29, 4), "1025")],
        },
        new(DiagnosticIds.BrokenLink, Severity.Warning, Place(34, 16), "no such page: x,y"),
        new(DiagnosticIds.CorruptCacheEntry, Severity.Note, Place(0, 0), "ignored"),
    ];

    [Theory]
    [InlineData(ReportFormat.Text)]
    [InlineData(ReportFormat.Msbuild)]
    [InlineData(ReportFormat.Github)]
    [InlineData(ReportFormat.Sarif)]
    [InlineData(ReportFormat.Junit)]
    [InlineData(ReportFormat.Json)]
    public void ItReadsAsAgreed(ReportFormat format) => Golden.Verify(Report.Of(format, Run(Found)), format.ToString().ToLowerInvariant());

    [Fact]
    public void GithubGetsTenOfAKindAndTheSummaryAllOfThem()
    {
        var many = Enumerable.Range(0, 25).Select(i => new Diagnostic(DiagnosticIds.ValueDiffers, i % 2 == 0 ? Severity.Warning : Severity.Error, Place(i, 1), $"finding {i:00} | x"));
        var report = GithubReport.Of(many.Reverse());
        var lines = report.Annotations.TrimEnd('\n').Split('\n');
        Assert.Equal(10, lines.Count(line => line.StartsWith("::error ", StringComparison.Ordinal)));
        Assert.Equal(10, lines.Count(line => line.StartsWith("::warning ", StringComparison.Ordinal)));
        Assert.Equal("5 more findings are in the summary of this step.", lines[^1]);
        Assert.StartsWith("::error file=content/tea & more.md,line=1,endLine=1,col=2,endColumn=3,title=DOC0201::finding 01", lines[0], StringComparison.Ordinal);
        Assert.Equal(25, report.Summary.Split('\n').Count(line => line.Contains("finding ", StringComparison.Ordinal)));
        Assert.Contains("finding 24 &#124; x", report.Summary, StringComparison.Ordinal);
        Assert.Equal(new GithubReport("", ""), GithubReport.Of([]));
    }

    /// <summary>GitHub throws a summary away that is longer than what a step may have.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(GithubReport.MostOfSummary - 2000)]
    [InlineData(GithubReport.MostOfSummary)]
    public void AStepsSummaryIsNeverTooLong(long taken)
    {
        const int Count = 3000;
        var many = Enumerable.Range(0, Count).Select(i => new Diagnostic(DiagnosticIds.ValueDiffers, Severity.Error, Place(0, 1), $"finding {i:0000} {new string('ä', 300)}"));
        var summary = GithubReport.Of(many, taken).Summary;
        var told = summary.Split('\n').Count(line => line.Contains("finding ", StringComparison.Ordinal));
        Assert.Contains($"\n{Count - told} more have no room here: GitHub takes 1024 KiB of a step. --report writes them all.\n", summary, StringComparison.Ordinal);
        if (taken < GithubReport.MostOfSummary) Assert.InRange(taken + System.Text.Encoding.UTF8.GetByteCount(summary), GithubReport.MostOfSummary - 2000, GithubReport.MostOfSummary);
        else Assert.Equal(0, told);
    }

    [Fact]
    public void WhatABlockPrintedIsNoMarkdownInTheSummary()
    {
        var summary = GithubReport.Of([new Diagnostic(DiagnosticIds.OutputDiffers, Severity.Error, Place(0, 1), "![x](http://host/y) `a` **b** | <c> @you")]).Summary;
        Assert.Contains("&#33;&#91;x&#93;(http&#58;//host/y) &#96;a&#96; &#42;&#42;b&#42;&#42; &#124; &lt;c&gt; &#64;you |", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void SarifEditsMakeTheAcceptedPage()
    {
        var result = JsonNode.Parse(Report.Of(ReportFormat.Sarif, Run(Found)))!["runs"]![0]!["results"]!.AsArray().Single(one => one!["fixes"] is not null)!;
        var replacement = result["fixes"]![0]!["artifactChanges"]![0]!["replacements"]![0]!;
        var region = replacement["deletedRegion"]!;
        var line = Page.Text.Split('\n')[(int)region["startLine"]! - 1];
        var mended = line[..((int)region["startColumn"]! - 1)] + (string)replacement["insertedContent"]!["text"]! + line[((int)region["endColumn"]! - 1)..];
        Assert.Equal("page.RefCount   // => 1025", mended);
    }

    [Fact]
    public void JunitIsXmlWhateverAFindingSays() =>
        Assert.Equal("1", XDocument.Parse(Report.Of(ReportFormat.Junit, Run(Found))).Root!.Attribute("failures")!.Value);

    /// <summary>Words, ids and edits of any characters: controls, half a character, right-to-left, marks of the format itself.</summary>
    [Theory]
    [InlineData("value differs")]
    [InlineData("\0\u0001\u001b[31m \ud83d \ude00 😀 \u2028 \uFEFF \uFFFF שלום ]]> </failure> {0} {{ \"\\ % :: \r\n")]
    public void EveryFormatHoldsAnyWords(string words)
    {
        Diagnostic[] findings =
        [
            .. Found,
            .. Enum.GetValues<Severity>().Select(severity => new Diagnostic(DiagnosticIds.OutputDiffers, severity, Place(34, 16), words)
            {
                Subject = words, Variant = words, Label = words, Notes = [words, words], Edits = [new PageEdit(Place(29, 4), words), new PageEdit(Place(0, 0), words)],
            }),
        ];
        var sarif = JsonNode.Parse(Report.Of(ReportFormat.Sarif, Run(findings)))!;
        var answer = SarifSchema.Evaluate(JsonSerializer.SerializeToElement(sarif), new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(answer.IsValid, string.Join('\n', answer.Details?.SelectMany(detail => detail.Errors?.Select(error => $"{detail.InstanceLocation}: {error.Value}") ?? []) ?? []));
        Assert.Equal(6, sarif["runs"]![0]!["results"]!.AsArray().Count);
        Assert.Equal(6, JsonNode.Parse(Report.Of(ReportFormat.Json, Run(findings)))!["findings"]!.AsArray().Count);
        Assert.NotNull(XDocument.Parse(Report.Of(ReportFormat.Junit, Run(findings))).Root);
        // A terminal shows these, and obeys none of it.
        Assert.All([ReportFormat.Text, ReportFormat.Msbuild, ReportFormat.Github], format =>
            Assert.DoesNotContain(Report.Of(format, Run(findings)), c => char.IsControl(c) && c is not ('\n' or '\t')));
        Assert.Equal(6, Report.Of(ReportFormat.Msbuild, Run(findings)).TrimEnd('\n').Split('\n').Count(line => line.Contains(" DOC", StringComparison.Ordinal)));
        Assert.Equal(6, Report.Of(ReportFormat.Github, Run(findings)).Split('\n').Count(line => line.StartsWith("::", StringComparison.Ordinal)));
    }

    private static readonly JsonSchema SarifSchema = JsonSchema.FromText(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reports", "sarif-2.1.0.json")));

    [Theory]
    [InlineData("", ExitCode.Verified)]
    [InlineData("DOC0201", ExitCode.Findings)]
    [InlineData("DOC1101 DOC0201", ExitCode.Internal)]
    public void A_failure_of_the_tool_itself_ends_with_a_code_of_its_own(string ids, int expected) => Assert.Equal(expected, ExitCode.Of(Run([.. ids.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(id => new Diagnostic(id, Severity.Error, new PageLocation(new PageText("a.md", ""), new TextSpan(0, 0)), "m"))]).Result));

    private static FinishedRun Run(Diagnostic[] findings) =>
        new(new SiteResult([.. TextReport.Sorted(findings)], new SiteSummary(1, 2, 3, 4, 5, 6, 7, 8)) { Cached = 1 }, "/site", TimeSpan.FromSeconds(1.5));

    private static PageLocation Place(int start, int length) => new(Page, new TextSpan(start, length));
}
