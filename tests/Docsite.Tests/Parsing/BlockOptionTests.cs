using Docsite.Pages;
using Docsite.Parsing;

namespace Docsite.Tests.Parsing;

public sealed class BlockOptionTests
{
    [Theory]
    [InlineData("", "Run")]
    [InlineData("compile", "CompileOnly")]
    [InlineData("fails=CS0029", "Fails CS0029")]
    [InlineData("fails=CS0029,CS0103", "Fails CS0029 CS0103")]
    [InlineData("throws=PinException", "Throws PinException")]
    [InlineData("throws=System.IO.IOException", "Throws System.IO.IOException")]
    [InlineData("ignore=\"needs a network\"", "Ignored needs a network")]
    [InlineData("ignore='says \"no\"'", "Ignored says \"no\"")]
    [InlineData("session=other", "Run session=other")]
    [InlineData("fresh hidden", "Run fresh hidden")]
    [InlineData("setup", "Run setup")]
    [InlineData("title=\"Two words\"", "Run title=Two words")]
    [InlineData("highlight=1,3-4", "Run highlight=1,3,4")]
    [InlineData("highlight=2-2,1-3", "Run highlight=1,2,3")]
    [InlineData("timeout=2s", "Run timeout=2000")]
    [InlineData("timeout=1.5m", "Run timeout=90000")]
    [InlineData("timeout=250ms", "Run timeout=250")]
    [InlineData("eras=C3,A", "Run variants=A,C3")]
    [InlineData("era=B2", "Run variants=B2")]
    [InlineData("\tera=A \t fresh  ", "Run variants=A fresh")]
    public void Accepted(string options, string meaning)
    {
        var parsed = ParsePage.Of($"```csharp {options}\n1\n2\n3\n4\n```");
        Assert.Equal("", ParsePage.Findings(parsed));
        Assert.Equal(meaning, Text(ParsePage.Blocks(parsed)[0].Options));
    }

    [Theory]
    [InlineData("fials=CS0029", "(1,11-16) unknown option fials; did you mean fails?")]
    [InlineData("Fresh", "(1,11-16) unknown option Fresh; did you mean fresh?")]
    [InlineData("fresh freshh", "(1,17-23) unknown option freshh; did you mean fresh?")]
    [InlineData("eraa=A", "(1,11-15) unknown option eraa; did you mean era?")]
    [InlineData("qqqqqqqqq", "(1,11-20) unknown option qqqqqqqqq")]
    [InlineData("variant=A", "(1,11-18) unknown option variant")]
    [InlineData("fresh=yes", "(1,17-20) fresh takes no value")]
    [InlineData("compile=", "(1,19-19) compile takes no value")]
    [InlineData("fails", "(1,11-16) fails needs a value")]
    [InlineData("fails=", "(1,11-17) fails needs a value")]
    [InlineData("ignore", "(1,11-17) ignore needs a value")]
    [InlineData("ignore=\"\"", "(1,11-20) ignore needs a value")]
    [InlineData("title=\"no end", "(1,17-24) the quoted value is not closed")]
    [InlineData("fails=CS29", "(1,17-21) CS29 is no compiler code")]
    [InlineData("fails=CS0029,", "(1,24-24) nothing is no compiler code")]
    [InlineData("fails=CS0029,CS0029", "(1,24-30) CS0029 is named twice")]
    [InlineData("fails=CS0029, CS0103", "(1,24-24) nothing is no compiler code\n(1,25-31) CS0103 stands behind a space")]
    [InlineData("throws=9", "(1,18-19) 9 is no name of a type")]
    [InlineData("fails=CS0029 throws=X", "(1,24-32) throws contradicts fails")]
    [InlineData("ignore=\"x\" compile", "(1,22-29) compile contradicts ignore")]
    [InlineData("fresh session=a", "(1,17-26) session contradicts fresh")]
    [InlineData("setup era=A", "(1,17-22) era contradicts setup")]
    [InlineData("era=A eras=B2", "(1,17-24) eras is given twice")]
    [InlineData("id=a id=b", "(1,16-20) id is given twice")]
    [InlineData("id=ä", "(1,14-15) id holds a character that a name cannot have")]
    [InlineData("id=-x", "(1,14-15) id holds a character that a name cannot have")]
    [InlineData("session=a.b", "(1,20-21) session holds a character that a name cannot have")]
    [InlineData("era=B", "(1,15-16) unknown era B; did you mean A?")]
    [InlineData("eras=A,C33,B2", "(1,18-21) unknown era C33; did you mean C3?")]
    [InlineData("eras=A,,B2", "(1,18-18) a name is missing in the list of eras")]
    [InlineData("eras=A,A", "(1,18-19) A is named twice")]
    [InlineData("timeout=2", "(1,19-20) 2 is no time limit")]
    [InlineData("timeout=0s", "(1,19-21) 0s is no time limit")]
    [InlineData("timeout=11m", "(1,19-22) 11m is no time limit")]
    [InlineData("highlight=0", "(1,21-22) the block has no such line")]
    [InlineData("highlight=1,4-5", "(1,23-26) the block has no such line")]
    [InlineData("highlight=3-1", "(1,21-24) 3-1 is no line or range of lines")]
    [InlineData("highlight=99999999999", "(1,21-32) 99999999999 is no line or range of lines")]
    [InlineData("source=#x", "(1,18-20) source names no file and region")]
    [InlineData("{1,3}", "(1,11-16) {1,3} is another tool's syntax")]
    [InlineData("{#id .class}", "(1,11-23) {#id .class} is another tool's syntax")]
    [InlineData("no_run", "(1,11-17) no_run is another tool's syntax")]
    public void Refused(string options, string findings)
    {
        var parsed = ParsePage.Of($"```csharp {options}\n1\n2\n3\n4\n```");
        Assert.Equal(findings, ParsePage.Findings(parsed));
        Assert.All(parsed.Diagnostics, finding => Assert.StartsWith("page#", finding.Subject, StringComparison.Ordinal));
        Assert.True(ParsePage.Blocks(parsed)[0].IsMisread);
    }

    [Theory]
    [InlineData("csharp{1,3}", "(1,10-11) a space is missing behind the language\n(1,10-15) {1,3} is another tool's syntax")]
    [InlineData("csharp,ignore", "(1,10-11) a space is missing behind the language\n(1,10-17) ,ignore is another tool's syntax")]
    [InlineData("C#", "(1,4-6) a fence C# is not checked; did you mean csharp?")]
    [InlineData("cshrap", "(1,4-10) a fence cshrap is not checked; did you mean csharp?")]
    [InlineData("outptu", "(1,4-10) a fence outptu is not checked; did you mean output?")]
    [InlineData("Figure", "(1,4-10) a fence Figure is not checked; did you mean figure?")]
    [InlineData("fsharp", "")]
    [InlineData("text", "")]
    [InlineData("c", "")]
    [InlineData("c title=", "(1,6-12) title needs a value")]
    [InlineData("c title='x' title='y'", "(1,16-25) title is given twice")]
    [InlineData("c highlight=1-2", "(1,16-19) the block has no such line")]
    [InlineData("c {1,3} linenums no_run", "")]
    [InlineData("CSharp", "")]
    [InlineData("cs", "")]
    public void Languages(string info, string findings)
    {
        Assert.Equal(findings, ParsePage.Findings(ParsePage.Of($"```{info}\n1\n```")));
    }

    [Fact]
    public void AMisspeltOptionListsAllThatExist()
    {
        var finding = ParsePage.Of("```csharp fials\n```").Diagnostics[0];
        Assert.Equal("allowed are compile, fails, throws, ignore, session, fresh, setup, hidden, id, title, highlight, timeout, source, era, eras", finding.Notes[0]);
    }

    private static string Text(BlockOptions options)
    {
        var kind = options.Kind switch
        {
            BlockKind.Fails fails => "Fails " + string.Join(' ', fails.Codes),
            BlockKind.Throws throws => "Throws " + throws.TypeName,
            BlockKind.Ignored ignored => "Ignored " + ignored.Reason,
            var other => other.GetType().Name,
        };
        string?[] parts =
        [
            kind,
            options.Session is { } session ? $"session={session}" : null,
            options.Variants.IsEmpty ? null : $"variants={string.Join(',', options.Variants)}",
            options.Fresh ? "fresh" : null,
            options.Setup ? "setup" : null,
            options.Hidden ? "hidden" : null,
            options.Title is { } title ? $"title={title}" : null,
            options.Highlight.IsEmpty ? null : $"highlight={string.Join(',', options.Highlight)}",
            options.Timeout is { } timeout ? $"timeout={timeout.TotalMilliseconds}" : null,
        ];
        return string.Join(' ', parts.Where(part => part is not null));
    }

    [Fact]
    public void ARegionThatHasItsNameTwiceIsNone()
    {
        var file = new PageText("a.cs", "#region r\n1;\n#endregion\n#region r\n2;\n#endregion\n#region s\n3;\n#endregion\n");
        var page = PageParser.Parse(new PageText("content/page.md", "```csharp source=a.cs#r\n```\n\n```csharp source=a.cs#s\n```\n"), ParsePage.Settings, _ => file);
        Assert.Equal("(1,18-24) a.cs has several regions r", ParsePage.Findings(page));
    }

    [Fact]
    public void WhatAPageTakesInIsCodeAndNeverTakesInMore()
    {
        var page = new PageText("content/page.md", "# A\n\n```csharp source=content/page.md\n```\n");
        var block = Assert.Single(ParsePage.Blocks(PageParser.Parse(page, ParsePage.Settings, _ => page)));
        Assert.Equal(page.Text.TrimEnd('\n'), block.Code.Code);
    }
}
