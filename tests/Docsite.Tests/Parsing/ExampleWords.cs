using Docsite.Pages;
using Docsite.Parsing.Examples;
using Markdig.Syntax;

namespace Docsite.Tests.Parsing;

/// <summary>The words of an example's page: what answers its title, then what its comment says.</summary>
public sealed class ExampleWords
{
    [Theory]
    [InlineData("// Title: Is it?\n// Description: \"It is: *so*.\"\n// ---\n// By this program.\n\nvar x = 1;\n", "It is: *so*.|By this program.")]
    [InlineData("// Title: Is it?\n// ---\n// By this program.\n\nvar x = 1;\n", "By this program.")]
    [InlineData("// Title: Is it?\n// Description: It is.\n// ---\n\nvar x = 1;\n", "It is.")]
    public void StandAboveItsCode(string file, string expected)
    {
        var document = ExampleParser.Parse(new PageText("examples/a.cs", file), ParsePage.Settings).Document;
        Assert.Equal(expected, string.Join('|', document.TakeWhile(block => block is ParagraphBlock).Cast<ParagraphBlock>().Select(block => block.Inline!.FirstChild!.ToString())));
    }
}
