using CsCheck;
using Docsite.Pages;
using Docsite.Parsing;

namespace Docsite.Tests.Parsing;

public sealed class PageParserLaws
{
    /// <summary>Pieces that mean something to the parser, so that random texts reach its corners.</summary>
    private static readonly string[] Pieces =
    [
        "```", "````", "~~~", "csharp", "cs", "output", "figure", "diagnostics", " ", "  ", "\t", "\n", "\r\n", "\r", "> ", ">", "- ", "1. ", "::: ", ":::", "claim", " M1", " open",
        "---", "\n---\n", "Title: X", "a: [", "{", "}", "{1,3}", "{#a}", "id=", "id=a", "era=", "A", ",", "B2", "fails=CS0029", "throws=X", "\"", "'", "=", "fresh", "setup", "timeout=1s",
        "highlight=1-", "source=a#b", "<!--=", "-->", "<!--= x -->", "5", "`", "**", "*", "[", "](", ")", "|", "|-|", "#", "$$", "ä", "😀", "\uD83D", "\0", "\uFEFF", "\u2028", "<div>", "\\",
        "[^1]", "[^1]: ", ":   ", "^^^", "+-+", "\"\"\"",
    ];

    internal static readonly Gen<string> Pages = Gen.Frequency((8, Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i])), (1, Gen.String[0, 5])).Array[0, 60].Select(string.Concat);

    [Fact]
    public void NoTextIsTooMuch()
    {
        Pages.Sample(text =>
        {
            var parsed = ParsePage.Of(text);
            foreach (var finding in parsed.Diagnostics)
            {
                Assert.InRange(finding.Location.Span.End, 0, text.Length);
                Assert.NotEqual("", finding.Message);
            }
            foreach (var block in ParsePage.Blocks(parsed)) AssertPartition(block, text);
        }, iter: 3_000);
    }

    [Fact]
    public void NoBytesAreTooMuch()
    {
        Gen.Byte.Array[0, 200].Sample(bytes =>
        {
            var (page, problem) = PageDecoder.Decode("content/page.md", bytes);
            if (problem is null) PageParser.Parse(page, ParsePage.Settings);
        });
    }

    [Theory]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("*a ")]
    [InlineData("::: a\n")]
    public void EndlessNestingIsRead(string piece)
    {
        var parsed = ParsePage.Of(string.Concat(Enumerable.Repeat(piece, 5_000)));
        Assert.NotNull(parsed.Document);
    }

    /// <summary>Opening line, body and closing line follow one another, and every code character is the page's.</summary>
    private static void AssertPartition(SessionStep.Block block, string text)
    {
        var code = block.Code.Code;
        for (var i = 0; i < code.Length; i++)
        {
            if (code[i] != '\n') Assert.Equal(code[i], text[block.Code.OffsetOnPage(i)]);
        }
        var end = block.Location.Span.End;
        foreach (var line in block.Code.Lines)
        {
            Assert.True(line.Start > end || (line.Length == 0 && line.Start >= end));
            end = line.End;
        }
        foreach (var fence in block.Outputs.Concat(block.Figures).Concat(block.Diagnostics))
        {
            Assert.True(fence.Location.Span.Start > end);
            Assert.InRange(fence.Body.Span.Start, fence.Location.Span.End, fence.EndOffset);
            Assert.InRange(fence.EndOffset, fence.Body.Span.End, block.EndOffset);
        }
    }
}
