namespace Docsite.Tests.Parsing;

public sealed class ExpectationTests
{
    private const string Block = "```csharp\n1\n```\n";

    [Theory]
    [InlineData(Block + "```output\na\n```", "block-1: output[a]")]
    [InlineData(Block + "\nIt prints:\n\n```output\na\n\nb\n```", "block-1: output[a||b]")]
    [InlineData(Block + "```output era=A,B2\na\n```\n```output\nb\n```", "block-1: output A,B2[a] output[b]")]
    [InlineData(Block + "```figure id=f title=\"T\"\na\n```\n```figure\nb\n```", "block-1: figure #f[a] figure[b]")]
    [InlineData(Block + "```diagnostics\na\n```", "block-1: diagnostics[a]")]
    [InlineData("```csharp id=x\n1\n```\n" + Block + "~~~output\n```\n~~~", "x:\nblock-2: output[```]")]
    [InlineData("- ```csharp\n  1\n  ```\n  ```output\n  a\n  ```\n" + Block, "block-1: output[a]\nblock-2:")]
    [InlineData("> ```csharp\n> 1\n> ```\n>\n> ```output\n> a\n> ```", "block-1: output[a]")]
    public void Attached(string text, string steps)
    {
        var parsed = ParsePage.Of(text);
        Assert.Equal("", ParsePage.Findings(parsed));
        Assert.Equal(steps, string.Join('\n', ParsePage.Blocks(parsed).Select(StepText.Of)));
    }

    [Theory]
    [InlineData("```output\na\n```", "(1,4-10) no csharp block stands before this output")]
    [InlineData("- ```csharp\n  1\n  ```\n\n```output\na\n```", "(5,4-10) no csharp block stands before this output")]
    [InlineData(Block + "> ```figure\n> a\n> ```", "(4,6-12) no csharp block stands before this figure")]
    [InlineData("```csharp ignore=\"x\"\n1\n```\n```output\na\n```", "(4,4-10) the block before this output is not run (ignore=)")]
    [InlineData("```csharp fails=CS0029\n1\n```\n```output\na\n```", "(4,4-10) the block before this output is not run, as it fails to compile (fails=)")]
    [InlineData(Block + "```output\na\n```\n```output\nb\n```", "(7,1-10) the block has two output fences")]
    [InlineData(Block + "```output era=A\na\n```\n```output eras=B2,A\nb\n```", "(7,1-20) the block has two output fences of era A, B2")]
    [InlineData(Block + "```output era=D\na\n```", "(4,15-16) unknown era D; did you mean A?")]
    [InlineData(Block + "```output id=x\na\n```", "(4,11-13) unknown option id")]
    [InlineData(Block + "```output erra=A\na\n```", "(4,11-15) unknown option erra; did you mean era?")]
    public void Refused(string text, string findings)
    {
        Assert.Equal(findings, ParsePage.Findings(ParsePage.Of(text)));
    }

    [Theory]
    [InlineData("```csharp id=a\n```\n```csharp\n```\n```csharp ignore=\"x\"\n```\n5<!--= x -->", "page#a page#block-2 page#block-3 page#value-1", "")]
    [InlineData("```csharp id=a\n```\n```csharp id=A\n```", "page#a page#A-2", "(3,14-15) the id A is given twice")]
    [InlineData("```csharp id=block-2\n```\n```csharp\n```", "page#block-2 page#block-2-2", "(3,1-10) the id block-2 is given twice")]
    [InlineData("```csharp id=a\n```\n```figure id=a\n```", "page#a", "(3,1-15) the id a is given twice")]
    [InlineData("Note.[^1]\n\n[^1]: ```csharp\n      1\n      ```\n\n```csharp\n2\n```", "page#block-1 page#block-2", "")]
    public void Ids(string text, string ids, string findings)
    {
        var parsed = ParsePage.Of(text);
        Assert.Equal(findings, ParsePage.Findings(parsed));
        Assert.Equal(ids, string.Join(' ', parsed.Steps.Select(step => step.Id)));
    }

    [Theory]
    [InlineData("content/learn/pins.md", "learn/pins")]
    [InlineData("content/a.b.md", "a.b")]
    [InlineData("content/.md", ".md")]
    [InlineData("other/x.md", "other/x")]
    [InlineData("content/deep/x.md", "x")]
    public void PageIdsAreBelowTheInputFolder(string path, string id)
    {
        Assert.Equal(id, Docsite.Parsing.PageIds.Of(path, ["content", "content/deep/"]));
    }

    [Theory]
    [InlineData("::: claim M15 refuted\n" + Block + ":::", "M15 refuted 1", "")]
    [InlineData("::: claim M15 refuted\n> " + "```csharp fails=CS0029\n> 1\n> ```\n\n" + Block + ":::\n" + Block, "M15 refuted 2", "")]
    [InlineData("- ::: claim M1 open\n  ```csharp\n  1\n  ```\n  :::", "M1 open 1", "")]
    [InlineData("::: claim M15\n" + Block + ":::", "", "(1,1-14) the claim has no verdict")]
    [InlineData("::: claim\n" + Block + ":::", "", "(1,1-10) the claim has no id and no verdict")]
    [InlineData("::: claim M15 refutd\n" + Block + ":::", "", "(1,15-21) unknown verdict refutd; did you mean refuted?")]
    [InlineData("::: claim M15 open extra word\n" + Block + ":::", "M15 open 1", "(1,20-30) a claim has one id and one verdict")]
    [InlineData("::: claim M/5 open\n" + Block + ":::", "", "(1,11-14) M/5 is no id of a claim")]
    [InlineData("::: claim M15 open\n```csharp compile\n1\n```\n:::", "M15 open 0", "(1,1-19) nothing inside claim M15 runs")]
    [InlineData("::: claim M15 open\n" + Block, "M15 open 1", "(1,1-19) the container has no closing line")]
    [InlineData("::: note {.wide}\ntext\n:::", "", "")]
    public void Claims(string text, string claims, string findings)
    {
        var parsed = ParsePage.Of(text);
        Assert.Equal(findings, ParsePage.Findings(parsed));
        Assert.Equal(claims, string.Join('\n', parsed.Claims.Select(claim => $"{claim.Id} {claim.Verdict} {claim.Blocks.Length}")));
    }
}
