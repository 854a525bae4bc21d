namespace Docsite.Tests.Rendering;

public sealed class SourceMapTests
{
    [Theory]
    [InlineData("# A\n\ntext [link](x.md) more", "<a href", "[link](x.md)", "x.md")]
    [InlineData("# A\r\n\r\n> - [link](x.md)\r\n", "<a href", "[link](x.md)", "x.md")]
    [InlineData("Title: 😀\n---\n# A\n\n![pic](x.png)", "<img", "![pic](x.png)", "x.png")]
    [InlineData("# A\n\n[a][b]\n\n[b]: y.md", "<a href", "[a][b]", "y.md")]
    [InlineData("# A\n\n::: claim M1 holds\n[in](x.md)\n\n```csharp\nint i;\n```\n:::", "<a href", "[in](x.md)", "x.md")]
    [InlineData("# A\n\n## B c", "<h2", "## B c", null)]
    public void FindsTheMarkdownOfAnElement(string markdown, string element, string expected, string? url)
    {
        var page = RenderedPages.Page(markdown);
        var entry = page.Sources.Find(page.Content.IndexOf(element, StringComparison.Ordinal));
        Assert.NotNull(entry);
        Assert.Equal(expected, markdown.Substring(entry.Span.Start, entry.Span.Length));
        Assert.Equal(url, entry.Url is { } span ? markdown.Substring(span.Start, span.Length) : null);
    }

    [Fact]
    public void RawHtmlKeepsItsOffsets()
    {
        const string markdown = "# A\n\n<div>\n<a href=\"x\">w</a>\n</div>\n";
        var page = RenderedPages.Page(markdown);
        var at = page.Content.IndexOf("<a ", StringComparison.Ordinal);
        var entry = page.Sources.Find(at);
        Assert.True(entry is { IsVerbatim: true });
        Assert.Equal(markdown.IndexOf("<a ", StringComparison.Ordinal), entry.Span.Start + at - entry.Start);
    }
}
