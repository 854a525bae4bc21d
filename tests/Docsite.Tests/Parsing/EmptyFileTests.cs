using Docsite.Diagnostics;
using Docsite.Pages;
using Docsite.Parsing;
using Docsite.Parsing.Examples;

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
    public void APageWithNothingOnIt(string text) => Assert.Equal("content/page.md(1,1) DOC0120 the page is empty: it has neither a title nor text", Only(ParsePage.Of(text)));

    [Theory]
    [InlineData("Title: X\n---\n")]
    [InlineData("Excluded: True\n---\n")]
    [InlineData("---\n---\nx")]
    [InlineData("x")]
    public void APageWithSomething(string text) => Assert.Empty(ParsePage.Of(text).Diagnostics);

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

    [Fact]
    public void ItSaysWhatMendsIt() => Assert.Equal(["write what it is to say, or remove the file; a name that starts with _ is never published"], Assert.Single(ParsePage.Of("").Diagnostics).Notes);

    private static string Only(ParsedPage page)
    {
        var finding = Assert.Single(page.Diagnostics, one => one.Severity == Severity.Error);
        return $"{finding.Location} {finding.Id} {finding.Message}";
    }
}
