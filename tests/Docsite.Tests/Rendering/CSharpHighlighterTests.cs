using System.Collections.Immutable;
using Docsite.Pages;
using Docsite.Rendering;

namespace Docsite.Tests.Rendering;

public sealed class CSharpHighlighterTests
{
    [Theory]
    [InlineData("var x = new Page(7);", "[k var] x = [k new] [t Page]([n 7]);")]
    [InlineData("List<Pfn?> all = [];", "[t List]<[t Pfn]?> all = [];")]
    [InlineData("var s = $\"a {b.C} d\";", "[k var] s = [s $\"a ]{b.C} [s d\"];")]
    [InlineData("if (x is Page { Owner: \"a\" } p) return;", "[k if] (x [k is] [t Page] { Owner: [s \"a\"] } p) [k return];")]
    [InlineData("Machine.Create().Run(nameof(x));", "[t Machine].[m Create]().[m Run]([k nameof](x));")]
    [InlineData("record Point(int X);", "[k record] [t Point]([k int] X);")]
    [InlineData("page.Count // => 1", "page.Count [v // => 1]")]
    [InlineData("int Twice(int n) => n * 2; // why", "[k int] [m Twice]([k int] n) => n * [n 2]; [c // why]")]
    [InlineData("#pragma warning disable CS0168", "[c #pragma warning disable CS0168]")]
    [InlineData(".ToString();", ".[m ToString]();")]
    [InlineData("= .A.B;", "= .A.B;")]
    [InlineData("this is no C# at all \"", "[k this] [k is] [t no] C# at all \"")]
    public void ColoursByPlace(string code, string expected) => Assert.Equal(expected, Text(code));

    [Theory]
    [InlineData("a(); // hide\nb();", "-a();\n b();")]
    [InlineData("#region hide\na();\n#region x\n#endregion\n#endregion\nb();", "-a();\n-#region x\n-#endregion\n b();")]
    [InlineData("#region shown\na();\n#endregion", " #region shown\n a();\n #endregion")]
    [InlineData("a(\"// hide\");", " a(\"// hide\");")]
    [InlineData("a();\n\n// hide\nb();", " a();\n \n b();")]
    [InlineData("\n\na();\n\n", " a();")]
    public void FoldsWhatIsHidden(string code, string expected) => Assert.Equal(
        expected,
        string.Join('\n', Lines(code, []).Select(line => (line.IsHidden ? "-" : " ") + string.Concat(line.Tokens.Select(token => token.Text)))));

    [Fact]
    public void CountsHighlightedLinesAsTheAuthorSeesThem() =>
        Assert.Equal(["b"], Lines("a // hide\n#region hide\n#endregion\nb", [4]).Where(line => line.IsHighlighted).Select(line => line.Tokens[0].Text));

    private static string Text(string code) => string.Concat(Lines(code, [])[0].Tokens
        .Select(token => token.Kind.Length == 0 ? token.Text : $"[{token.Kind} {token.Text}]"));

    private static ImmutableArray<CodeLine> Lines(string code, ImmutableArray<int> highlight)
    {
        var page = new PageText("x.md", code);
        var lines = Enumerable.Range(0, page.LineCount).Select(page.LineSpan);
        return CSharpHighlighter.Lines(new CodeRegion(page, [.. lines]), offset => code[offset..].StartsWith("// =>", StringComparison.Ordinal), highlight);
    }
}
