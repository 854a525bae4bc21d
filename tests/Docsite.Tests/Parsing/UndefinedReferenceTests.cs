namespace Docsite.Tests.Parsing;

/// <summary>Brackets that name something that the page does not define.</summary>
public sealed class UndefinedReferenceTests
{
    [Theory]
    [InlineData("See [the text][gone].", "(1,16-20) nothing on the page defines [gone]")]
    [InlineData("See [gone][] and [a][].\n\n[a]: x.md", "(1,6-10) nothing on the page defines [gone]")]
    [InlineData("> - [a][b] and [c][d]\n>\n> [d]: x.md", "(1,9-10) nothing on the page defines [b]")]
    [InlineData("Ä😀 text.[^n]", "(1,11-13) nothing on the page defines the footnote [^n]")]
    [InlineData("a word[^1] and [x][^1]", "(1,8-10) nothing on the page defines the footnote [^1]\n(1,20-22) nothing on the page defines the footnote [^1]")]
    [InlineData("Title: A\r\n---\r\n| a |\r\n|---|\r\n| [x][y] |\r\n", "(5,7-8) nothing on the page defines [y]")]
    [InlineData("![picture][gone]", "(1,12-16) nothing on the page defines [gone]")]
    [InlineData("[a][b]\n\n[B]: x.md", "")]
    [InlineData("Text.[^n]\n\n[^n]: A note.", "")]
    [InlineData("`[a][b]` and xs[0][1] and \\[a][b] and [ ] and [x]", "")]
    [InlineData("```text\n[a][b] [^n]\n```", "")]
    [InlineData("<div>[a][b]</div>", "")]
    [InlineData("- [ ] a task\n- [x] done", "")]
    [InlineData("[a](b.md) [c] [d](e.md)", "")]
    public void AreFound(string text, string findings) => Assert.Equal(findings, ParsePage.Findings(ParsePage.Of(text)));
}
