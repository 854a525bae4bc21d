using CsCheck;
using Docsite.Rendering;

namespace Docsite.Tests.Rendering;

public sealed class TypographyTests
{
    [Theory]
    [InlineData("\"It's\" said", "“It’s” said")]
    [InlineData("'\"both\"'", "‘“both”’")]
    [InlineData("(\"in brackets\")", "(“in brackets”)")]
    [InlineData("pages 3--5", "pages 3–5")]
    [InlineData("so -- or so", "so – or so")]
    [InlineData("wait---what", "wait—what")]
    [InlineData("the '90s", "the ’90s")]
    [InlineData("docsite verify --accept", "docsite verify --accept")]
    [InlineData("---", "---")]
    [InlineData("a \" b", "a \" b")]
    [InlineData("follow-up", "follow-up")]
    [InlineData("", "")]
    public void SetsWhatIsProse(string written, string set) => Assert.Equal(set, Typography.Of(written));

    [Theory]
    [InlineData("---", true)]
    [InlineData("--accept", true)]
    [InlineData("L-strict", true)]
    [InlineData("verify --accept", false)]
    [InlineData("Variants", false)]
    [InlineData("a-path-that-is-too-long-for-a-narrow-column", false)]
    public void NoLineEndsInTheMiddleOfShortCode(string code, bool isUnbroken)
    {
        var html = RenderedPages.Site(("index.md", $"# T\n\n| a | b |\n|---|---|\n| x | `{code}` |\n")).Pages[0].Model.Content;
        Assert.Contains($"<code{(isUnbroken ? " class=\"nb\"" : "")}>{code}</code>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void ChangesNothingButMarks()
    {
        static string Plain(string text) => text.Replace('“', '"').Replace('”', '"').Replace('‘', '\'').Replace('’', '\'')
            .Replace("—", "---", StringComparison.Ordinal).Replace("–", "--", StringComparison.Ordinal);
        Gen.String[Gen.Char["ab 1\"'-().\n"], 0, 24].Sample(text => Plain(Typography.Of(text)) == text);
    }

    [Fact]
    public void SettingTwiceChangesNothingMore() =>
        Gen.String[Gen.Char["ab 1\"'-()."], 0, 24].Sample(text => Typography.Of(Typography.Of(text)) == Typography.Of(text));
}
