using Docsite.Diagnostics;
using Docsite.Parsing;
using Docsite.Tests.Rendering;

namespace Docsite.Tests.Parsing;

/// <summary>What is nested too deeply to be written is told while it is read, at its place.</summary>
public sealed class NestingDepthTests
{
    [Theory]
    [InlineData("*a ", " b*")]
    [InlineData("> ", "")]
    [InlineData("[", "](x.md)")]
    public void WhatIsReadCanBeWritten(string open, string close)
    {
        foreach (var depth in new[] { 20, 60, 90, 97, 98, 99, 100, 101, 110, 127, 128, 200 })
        {
            var text = $"# T\n\n{string.Concat(Enumerable.Repeat(open, depth))}x{string.Concat(Enumerable.Repeat(close, depth))}\n";
            if (ParsePage.Of(text).Diagnostics.IsEmpty) Assert.Contains("x", RenderedPages.Site(("index.md", text)).Pages[0].Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void TheFindingStandsWhereItIsTooDeep()
    {
        var page = ParsePage.Of($"# T\n\n{string.Concat(Enumerable.Repeat("*a ", 150))}x{string.Concat(Enumerable.Repeat(" b*", 150))}\n");
        var finding = Assert.Single(page.Diagnostics);
        Assert.Equal((DiagnosticIds.UnreadableMarkdown, 3, true), (finding.Id, finding.Location.Start.Line + 1, finding.Location.Start.Character > 250));
        Assert.Equal($"more than {NestingDepth.Most} things stand inside one another here", finding.Message);
    }
}
