using Docsite.Pages;

namespace Docsite.Tests.Parsing;

public sealed class FrontMatterTests
{
    [Theory]
    [InlineData("Title: X\n---\nText", "Title=X", 3)]
    [InlineData("---\nTitle: X\n---\nText", "Title=X", 4)]
    [InlineData("---\r\nTitle: X\r\nOrder: 3\r\n---\r\nText", "Title=X Order=3", 5)]
    [InlineData("---\rTitle: X\r---\rText", "Title=X", 4)]
    [InlineData("---  \nTitle: 'Ä: 😀'\n---\t\nText", "Title=Ä: 😀", 4)]
    [InlineData("\n\nTitle: X\n---\nText", "Title=X", 5)]
    [InlineData("---\n---\nText", "", 3)]
    [InlineData("---\n# only a comment\n---\nText", "", 4)]
    [InlineData("---\nTitle: &a X\nDescription: *a\n---\nText", "Title=X Description=X", 5)]
    [InlineData("---\nRedirectFrom:\n  - a\n  - b\n---\nText", "RedirectFrom=a,b", 6)]
    [InlineData("---\nExcluded: true\nPublished: 2024-05-31\n---", "Excluded=true Published=2024-05-31", 4)]
    [InlineData("# Heading\n\nText\n\n---\n\nText", "", 0)]
    [InlineData("Text: with a colon inside a sentence\nand more.", "", 0)]
    [InlineData("A sentence.\n---\nText", "", 0)]
    [InlineData("---\n\nText after a thematic break.", "", 0)]
    [InlineData("\nText", "", 0)]
    public void Read(string text, string entries, int firstLineBelow)
    {
        var parsed = ParsePage.Of(text);
        Assert.Equal("", ParsePage.Findings(parsed));
        Assert.Equal(entries, string.Join(' ', parsed.FrontMatter.Entries.Select(entry => $"{entry.Key}={string.Join(',', entry.List)}")));
        Assert.Equal(Math.Max(0, firstLineBelow - 1), parsed.Page.PositionOf(parsed.FrontMatter.BodyStart).Line);
    }

    [Theory]
    [InlineData("---\nTitle: X\ntitle: Y\n---\n", "(3,1-6) the key title is given twice")]
    [InlineData("---\nTitle: X\nTitle: Y\n---\n", "(3,1-1) the front matter cannot be read: duplicate key Title")]
    [InlineData("---\nTitle: \"X\nOrder: 1\n---\n", "(2,8-8) the front matter cannot be read: while scanning a multi-line double-quoted scalar, found wrong indentation")]
    [InlineData("---\r\nTitle: Ä\r\nOrder: first\r\n---\r\n", "(3,8-13) Order is not a whole number")]
    [InlineData("Excluded: maybe\n---\n", "(1,11-16) Excluded is not true or false")]
    [InlineData("---\n- a\n- b\n---\n", "(2,1-1) the front matter is no list of keys and values")]
    [InlineData("---\nTitle: [a, b]\n---\n", "(2,8-8) Title is not text")]
    [InlineData("---\n[a]: b\n---\n", "(2,1-1) a key of the front matter is no word")]
    [InlineData("---\nTitle: X\n\nText without an end.", "(1,1-4) the front matter has no end")]
    [InlineData("---\nPublished: yesterday\n---\n", "(2,12-21) Published is not a date such as 2024-05-31")]
    [InlineData("Tilte: X\n---\n", "(1,1-6) unknown key Tilte; did you mean Title?")]
    [InlineData("---\r\nTitle: Ä\r\n  # a comment\r\nordr: 3\r\n---\r\n", "(4,1-5) unknown key ordr; did you mean Order?")]
    [InlineData("Tags: [a, b]\n---\n", "(1,1-5) nothing reads the key Tags")]
    [InlineData("Recursive: true\n---\n", "(1,1-10) nothing reads the key Recursive")]
    [InlineData("ShowInSidebar: no\n---\n", "(1,16-18) ShowInSidebar is not true or false")]
    [InlineData("Layout: hom\n---\n", "(1,9-12) Layout is not home, the only other layout than a page's")]
    [InlineData("DestinationPath: ../../x.html\n---\n", "(1,18-30) DestinationPath is not a path of this site such as learn/pins.html")]
    [InlineData("DestinationPath: a\n---\n", "(1,18-19) DestinationPath is not a path of this site such as learn/pins.html")]
    [InlineData("DestinationFileName: a/b.html\n---\n", "(1,22-30) DestinationFileName is not a file name such as pins.html")]
    [InlineData("RedirectFrom: [a, ../b]\n---\n", "(1,19-23) RedirectFrom is not an address of this site such as old/page, or a list of them")]
    [InlineData("---\r\nTitle: X\r\nRedirectFrom:\r\n\t- x\r\n---\r\n", "(4,1-1) the front matter cannot be read: a tab stands where a line is indented, which YAML does by blanks alone")]
    [InlineData("Title: X\nDescription: *b\n---\n", "(2,14-14) the front matter cannot be read: nothing is called &b")]
    [InlineData("Title: X\nExplains: [b, {c\n---\n", "(2,15-15) the front matter cannot be read: a '{' is never closed")]
    [InlineData("Title: X\nExplains: [b\n---\n", "(2,11-11) the front matter cannot be read: a '[' is never closed")]
    [InlineData("\nTitle: X\nOrder: 3\n\n# X\n", "(2,1-9) the front matter has no end")]
    [InlineData("description: X", "(1,1-15) the front matter has no end")]
    [InlineData("Title: X\n-----\n\n# X\n", "(1,1-9) the front matter has no end")]
    [InlineData("RedirectFrom: https://example.org/a\n---\n", "(1,15-36) RedirectFrom is not an address of this site such as old/page, or a list of them")]
    [InlineData("RedirectFrom: {a: b}\n---\n", "(1,15-15) RedirectFrom is not an address of this site such as old/page, or a list of them")]
    public void Refused(string text, string findings)
    {
        Assert.Equal(findings, ParsePage.Findings(ParsePage.Of(text)));
    }

    [Fact]
    public void KeysAreFoundInAnyCase()
    {
        Assert.Equal("X", ParsePage.Of("tItLe: X\n---\n").FrontMatter.Text("TITLE"));
    }

    [Fact]
    public void EndlessNestingIsAFinding()
    {
        Assert.Equal("(2,35-35) the front matter cannot be read: it is nested too deeply", ParsePage.Findings(ParsePage.Of($"---\na: {new string('[', 100_000)}\n---\n")));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void BlocksBelowKeepTheirPlace(string lineEnd)
    {
        var text = string.Join(lineEnd, "Title: Ä😀", "Order: 1", "---", "# H", "", "```csharp", "x;", "```");
        var block = Assert.Single(ParsePage.Blocks(ParsePage.Of(text)));
        Assert.Equal("x;", block.Code.Code);
        Assert.Equal("content/page.md(6,1)", block.Location.ToString());
    }

    [Theory]
    [InlineData(new byte[] { 0x61, 0x0A, 0xC3, 0xA4, 0xFF, 0x62 }, "content/page.md(2,2): the byte 0xFF is not UTF-8")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x61, 0xE2, 0x82 }, "content/page.md(1,2): the byte 0xE2 is not UTF-8")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00 }, "content/page.md(1,1): the file is UTF-16")]
    [InlineData(new byte[] { 0xFE, 0xFF, 0x00, 0x61 }, "content/page.md(1,1): the file is UTF-16")]
    [InlineData(new byte[] { 0x61, 0x00, 0x62, 0x00 }, "content/page.md(1,1): the file is UTF-16")]
    [InlineData(new byte[] { 0x00, 0x61, 0x00, 0x62 }, "content/page.md(1,1): the file is UTF-16")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0x00, 0x61, 0x00, 0x00, 0x00 }, "content/page.md(1,1): the file is UTF-32")]
    [InlineData(new byte[] { 0x00, 0x00, 0xFE, 0xFF, 0x00, 0x00, 0x00, 0x61 }, "content/page.md(1,1): the file is UTF-32")]
    [InlineData(new byte[] { 0x61, 0x00, 0x00, 0x00 }, "content/page.md(1,1): the file is UTF-32")]
    [InlineData(new byte[] { 0x00, 0x00, 0x00, 0x61 }, "content/page.md(1,1): the file is UTF-32")]
    public void BytesThatAreNoText(byte[] bytes, string finding)
    {
        var problem = PageDecoder.Decode("content/page.md", bytes).Problem;
        Assert.Equal(finding, $"{problem!.Location}: {problem.Message}");
    }
}
