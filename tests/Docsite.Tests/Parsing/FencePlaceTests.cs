using Docsite.Parsing;

namespace Docsite.Tests.Parsing;

public sealed class FencePlaceTests
{
    private static readonly string[] Code = ["var å = \"😀\";", "", "  if (å.Length > 1)", "\treturn;", "// `` ~~ ``` é"];

    public static TheoryData<string, string, string> Places()
    {
        var places = new TheoryData<string, string, string>();
        foreach (var (first, rest) in Containers())
        {
            foreach (var lineEnd in (string[])["\n", "\r\n", "\r"]) places.Add(first, rest, lineEnd);
        }
        return places;
    }

    /// <summary>What stands before a fence's first line, and before its others.</summary>
    private static (string First, string Later)[] Containers() =>
    [
        ("", ""), ("   ", "   "), ("- ", "  "), ("-   ", "    "), ("1. ", "   "), ("10) ", "    "), ("> ", "> "), ("> > ", "> > "), (">> ", ">> "),
        ("- - ", "    "), ("- > ", "  > "), ("> - ", ">   "), ("> 1. - ", ">      "), ("* > > ", "  > > "), ("-\t", "\t"), (">\t", ">\t"), ("> -\t", ">  \t"),
        ("- 1.  ", "      "),
    ];

    [Theory]
    [MemberData(nameof(Places))]
    public void EveryCharacterOfTheCodeKnowsItsPlace(string first, string rest, string lineEnd)
    {
        foreach (var fence in (string[])["````", "~~~~~~~"])
        {
            var lines = (string[])["Tëxt 😀.", "", $"{first}{fence}csharp id=x", .. Code.Select(line => line.Length == 0 ? rest.TrimEnd() : rest + line), $"{rest}{fence}", "", "After."];
            var parsed = ParsePage.Of(string.Join(lineEnd, lines));

            Assert.Equal("", ParsePage.Findings(parsed));
            var block = Assert.Single(ParsePage.Blocks(parsed));
            AssertExact(block);
            Assert.Equal($"{fence}csharp id=x", block.Location.Text);
        }
    }

    private static void AssertExact(SessionStep.Block block)
    {
        // A tab that the container's indentation ends in is indentation; all else is the code, as written.
        Assert.Equal(string.Join('\n', Code), block.Code.Code);
        for (var i = 0; i < block.Code.Code.Length; i++)
        {
            if (block.Code.Code[i] != '\n') Assert.Equal(block.Code.Code[i], block.Code.Page.Text[block.Code.OffsetOnPage(i)]);
        }
    }

    [Theory]
    [InlineData("```csharp\n```", "")]
    [InlineData("```csharp\n\n```", "")]
    [InlineData("```csharp\n\n\n```", "\n")]
    [InlineData("   ```csharp\n x\n    y\n```", "x\n y")]
    [InlineData("- ```csharp\n     \n  ```", "   ")]
    [InlineData(">```csharp\n>a\n>  b\n>```", "a\n b")]
    [InlineData("- ```csharp\n\ta\n\t\tb\n\t```", "a\n\tb")]
    [InlineData("- ```csharp\n   a\n  ```", " a")]
    [InlineData("- ```csharp\n  a\n   ```", "a")]
    public void BodiesWithBlanks(string text, string code)
    {
        Assert.Equal(code, ParsePage.Blocks(ParsePage.Of(text))[0].Code.Code);
    }

    [Theory]
    [InlineData("```csharp\n1\n", "(1,1-10) the fence has no closing line")]
    [InlineData("x\n\n- ```output\n  1\n\ny", "(3,3-12) the fence has no closing line\n(3,6-12) no csharp block stands before this output")]
    [InlineData("> ~~~text\n> 1\n\n~~~\n~~~", "(1,3-10) the fence has no closing line")]
    [InlineData("::: claim M1 open\n```csharp\n1\n:::\n", "(2,1-10) the fence has no closing line\n(1,1-18) nothing inside claim M1 runs")]
    [InlineData("::: note\ntext", "(1,1-9) the container has no closing line")]
    [InlineData("```", "(1,1-4) the fence has no closing line")]
    public void AFenceWithoutEnd(string text, string findings)
    {
        var parsed = ParsePage.Of(text);
        Assert.Equal(findings, ParsePage.Findings(parsed));
        Assert.Empty(ParsePage.Blocks(parsed));
    }

    [Fact]
    public void FormulasAndIndentedCodeAreNoFences()
    {
        var page = ParsePage.Of("$$\nx\n$$\n\n    ```csharp\n    1\n");
        Assert.Empty(page.Steps);
        Assert.Equal("(5,5-14) this fence is not read as one, so nothing in it is checked", ParsePage.Findings(page));
    }
}
