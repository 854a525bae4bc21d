using System.Collections.Immutable;
using Docsite.Display;
using Docsite.Pages;
using Docsite.Parsing;
using Docsite.Rendering;

namespace Docsite.Tests.Rendering;

/// <summary>Which lines of a page are shown beside a step, by the lines on which steps were taken.</summary>
public sealed class StepCodesTests
{
    // The numbers are the lines of the page.
    private const string Text = """
        # 1
        ```csharp id=one
        var story = 3;

        Prepare(5);
        story.Step(6); // hide
        // only a comment on 7
        story.Step(8); // hide
        ```
        Words on 10.
        ```csharp id=two
        Go(12); // hide
        Go(13);
        Go(14);
        story.Step(15); // hide
        ```
        """;

    [Theory]
    [InlineData(3, 6, "one: Prepare(5);")]
    [InlineData(6, 8, "")]
    [InlineData(8, 15, "two: Go(13);|Go(14);")]
    [InlineData(0, 6, "one: var story = 3;|Prepare(5);")]
    [InlineData(5, 6, "")]
    [InlineData(8, 6, "")]
    [InlineData(3, 99, "")]
    public void TheLinesBetweenTwoStepsOfTheBlock(int after, int at, string expected) => Assert.Equal(expected, Shown(Text, after, at));

    [Fact]
    public void OfManyLinesTheLastAreShown()
    {
        var page = "```csharp id=one\n" + string.Concat(Enumerable.Range(2, 9).Select(line => $"Call({line});\n")) + "story.Step(11);\n```\n";
        Assert.Equal("one: …|Call(5);|Call(6);|Call(7);|Call(8);|Call(9);|Call(10);", Shown(page, 0, 11));
    }

    [Fact]
    public void AStepWithoutLinesHasNoCode() => Assert.Equal("", Shown(Text, null));

    [Fact]
    public void ItKnowsTheLinesPlaceInTheBlockThatIsShown()
    {
        var code = Assert.Single(Codes(Text, new StepLines(8, 15)))!;
        Assert.Equal((1, 2), (code.First, code.Last));
    }

    private static string Shown(string page, int after, int at) => Shown(page, new StepLines(after, at));

    private static string Shown(string page, StepLines? lines) => Assert.Single(Codes(page, lines)) is { } code
        ? $"{code.BlockId}: {(code.IsCut ? "…|" : "")}{string.Join('|', code.Lines.Select(line => string.Concat(line.Tokens.Select(token => token.Text))))}"
        : "";

    private static ImmutableArray<StepCode?> Codes(string text, StepLines? lines)
    {
        var page = PageParser.Parse(new PageText("page.md", text), RenderedPages.Settings);
        ImmutableArray<SessionStep.Block> blocks = [.. page.Steps.OfType<SessionStep.Block>()];
        // Nothing ran, so no name leads anywhere and no page is asked for.
        var codes = new StepCodes(blocks, new CodeModels(new RenderInput(null!, null!, RenderedPages.Settings, VariantRuns.None)));
        return codes.Of(blocks[^1], new Picture("Story", [new PictureStep("one", "", "", "", "") { Lines = lines }]));
    }
}
