using Docsite.Diagnostics;
using Docsite.Pages;
using Docsite.Parsing;
using Docsite.Parsing.Examples;
using Docsite.Settings;
using Docsite.Tests.Execution;
using Docsite.Tests.Keeping;
using Docsite.Tests.Rendering;

namespace Docsite.Tests.Parsing;

/// <summary>A file that says nothing is none that was meant.</summary>
public sealed class EmptyFileTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\r\n\u00A0")]
    [InlineData("---\n---\n")]
    [InlineData("---\nOrder: 3\n---\n\n")]
    [InlineData("Title: ''\n---\n")]
    [InlineData("Excluded: false\n---\n")]
    public void APageWithNothingOnIt(string text)
    {
        Assert.Empty(ParsePage.Of(text).Diagnostics);
        var finding = Assert.Single(RenderedPages.Map(("page.md", text)).Diagnostics);
        Assert.Equal("content/page.md(1,1) DOC0120 the page is empty: it has neither a title nor text", $"{finding.Location} {finding.Id} {finding.Message}");
        Assert.Equal(["write what it is to say, or remove the file; a name that starts with _ is never published"], finding.Notes);
    }

    [Theory]
    [InlineData("Title: X\n---\n")]
    [InlineData("Excluded: True\n---\n")]
    [InlineData("---\n---\nx")]
    [InlineData("x")]
    public void APageWithSomething(string text) => Assert.Empty(RenderedPages.Map(("page.md", text)).Diagnostics);

    /// <summary>It may be said beside the page, and in its folder, as all else about it.</summary>
    [Theory]
    [InlineData("_page.yml", "Title: X\n")]
    [InlineData("_page.yml", "Excluded: true\n")]
    [InlineData("_directory.yml", "Excluded: true\n")]
    [InlineData("_directory.yml", "Title: X\n", "content/page.md(1,1) DOC0120")]
    [InlineData("page.txt", "", "content/page.md(1,1) DOC0120")]
    public async Task WhatIsSaidBesideItCountsToo(string path, string text, params string[] expected)
    {
        using var folder = new TemporaryFolder();
        var content = Directory.CreateDirectory(Path.Combine(folder.Path, "content")).FullName;
        await File.WriteAllTextAsync(Path.Combine(content, "page.md"), "", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(content, path), text, TestContext.Current.CancellationToken);
        var settings = new SiteSettings { Root = folder.Path, SiteTitle = "Test" };
        var result = await new SiteBuild(settings, new StatedRunner(), new PlainTheme()).RunAsync(new SiteRequest(), null, TestContext.Current.CancellationToken);
        Assert.Equal(expected, result.Diagnostics.Where(finding => finding.Severity == Severity.Error).Select(finding => $"{finding.Location} {finding.Id}"));
    }

    /// <summary>Of a page that cannot be read, it is not told that it is empty as well.</summary>
    [Fact]
    public async Task APageThatCannotBeReadIsNotCalledEmpty()
    {
        using var folder = new TemporaryFolder();
        _ = Directory.CreateDirectory(Path.Combine(folder.Path, "content"));
        File.CreateSymbolicLink(Path.Combine(folder.Path, "content", "page.md"), "nowhere");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "content", "other.md"), "---\nTitle: [\n---\n", TestContext.Current.CancellationToken);
        var settings = new SiteSettings { Root = folder.Path, SiteTitle = "Test" };
        var result = await new SiteBuild(settings, new StatedRunner(), new PlainTheme()).RunAsync(new SiteRequest(), null, TestContext.Current.CancellationToken);
        Assert.Equal(["content/other.md DOC0103", "content/page.md DOC0151"], result.Diagnostics.Where(finding => finding.Severity == Severity.Error).Select(finding => $"{finding.Location.Page.Path} {finding.Id}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n \n")]
    [InlineData("// Title: X\n// ---\n// Words.\n")]
    [InlineData("#!/usr/bin/env dotnet\n#:property A=b\n\n// Title: X\n// ---\n\n")]
    [InlineData("// Title: X\n// ---\n\n/* output\na\n*/\n")]
    public void AnExampleWithoutAProgram(string text) => Assert.Equal("examples/x.cs(1,1) DOC0120 the example has no program", Only(ExampleParser.Parse(new PageText("examples/x.cs", text), ParsePage.Settings)));

    [Theory]
    [InlineData("", "a.cs", "a.cs is empty")]
    [InlineData("\n  \n", "a.cs", "a.cs is empty")]
    [InlineData("var a = 1;\n#region b\n\n#endregion\n", "a.cs#b", "region b of a.cs is empty")]
    public void ASourceWithoutLines(string source, string reference, string expected)
    {
        var page = PageParser.Parse(new PageText("content/page.md", $"```csharp source={reference}\n```\n"), ParsePage.Settings, _ => new PageText("a.cs", source));
        Assert.Equal($"content/page.md(1,18) DOC0113 {expected}", Only(page));
    }

    private static string Only(ParsedPage page)
    {
        var finding = Assert.Single(page.Diagnostics, one => one.Severity == Severity.Error);
        return $"{finding.Location} {finding.Id} {finding.Message}";
    }
}
