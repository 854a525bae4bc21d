using Docsite.Parsing;

namespace Docsite.Tests.Parsing;

public sealed class ProseValueTests
{
    [Theory]
    [InlineData("It is 1025<!--= page.RefCount --> now.", "1025", "page.RefCount")]
    [InlineData("1025<!--=x-->", "1025", "x")]
    [InlineData("costs `1,025`<!--= x -->", "1,025", "x")]
    [InlineData("costs **10 25**<!--= x -->", "10 25", "x")]
    [InlineData("costs *5*<!--= x -->", "5", "x")]
    [InlineData("(1025<!--= x -->)", "1025", "x")]
    [InlineData("“-5<!--= x -->”", "-5", "x")]
    [InlineData("so <!--= x --> much", "", "x")]
    [InlineData("## Heading 3<!--= x -->", "3", "x")]
    [InlineData("> - Ä😀 7<!--= x -->", "7", "x")]
    [InlineData("| a | b |\n|---|---|\n| 1<!--= x --> | c |", "1", "x")]
    [InlineData("[link 8<!--= x -->](y.md)", "8", "x")]
    [InlineData("a 5<!--= i-- - 1 -->", "5", "i-- - 1")]
    public void Found(string text, string shown, string expression)
    {
        var parsed = ParsePage.Of(text);
        Assert.Equal("", ParsePage.Findings(parsed));
        var value = Assert.IsType<SessionStep.ProseValue>(Assert.Single(parsed.Steps));
        Assert.Equal(shown, value.Shown.Text);
        Assert.Equal(expression, value.Expression.Code);
        Assert.Equal(value.Location.Span.Start, value.Shown.Span.End + (text[value.Shown.Span.End] is '`' ? 1 : text[value.Shown.Span.End] is '*' ? text.Contains("**", StringComparison.Ordinal) ? 2 : 1 : 0));
    }

    /// <summary>The text of a link, not its address.</summary>
    [Theory]
    [InlineData("[8](y.md)<!--= x -->", "8")]
    [InlineData("a [10 25](<y z.md> \"t\")<!--= x -->", "10 25")]
    [InlineData("[`8`][y]<!--= x -->\n\n[y]: z.md", "8")]
    [InlineData("[**8**](y.md)<!--= x -->", "8")]
    [InlineData("![8](y.png)<!--= x -->", "![8](y.png)")]
    public void FoundInALink(string text, string shown)
    {
        var parsed = ParsePage.Of(text);
        Assert.Equal("", ParsePage.Findings(parsed));
        Assert.Equal(shown, Assert.IsType<SessionStep.ProseValue>(Assert.Single(parsed.Steps)).Shown.Text);
    }

    [Theory]
    [InlineData("<!--= x --> at the start", "(1,1-6) this value comment is not checked")]
    [InlineData("<div>5<!--= x --></div>", "(1,7-12) this value comment is not checked")]
    [InlineData("open 5<!--= x", "(1,7-12) this value comment is not checked")]
    [InlineData("5<!--= -->", "(1,2-11) the value comment has no expression")]
    [InlineData("5<!--= a\nb -->", "(1,2-7) the value comment runs over several lines")]
    [InlineData("`5<!--= x -->`", "")]
    [InlineData("```html\n5<!--= x -->\n```", "")]
    [InlineData("\\<!--= x -->", "")]
    [InlineData("5<!-- = x -->", "(1,2-8) this value comment is not checked")]
    public void Refused(string text, string findings)
    {
        var parsed = ParsePage.Of(text);
        Assert.Equal(findings, ParsePage.Findings(parsed));
        Assert.Empty(parsed.Steps);
    }
}
