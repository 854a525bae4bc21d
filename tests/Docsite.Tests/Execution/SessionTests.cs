using System.Collections.Immutable;
using Docsite.Execution;
using Docsite.Parsing;

namespace Docsite.Tests.Execution;

/// <summary>What blocks of one session hand on to one another, and what they print and show.</summary>
public sealed class SessionTests(RunnerFixture fixture)
{
    [Theory]
    [InlineData("", "")]
    [InlineData("// nothing", "")]
    [InlineData("Console.Write(1)", "1")]
    [InlineData("Console.WriteLine(1);", "1\n")]
    [InlineData("Console.Write(\"a\\r\\nb\");", "a\nb")]
    [InlineData("Console.Error.Write(1); Console.Write(2); Console.Error.Write(3);", "123")]
    [InlineData("Console.Write(1.5);", "1.5")]
    [InlineData("Console.Write(TimeZoneInfo.Local.BaseUtcOffset);", "00:00:00")]
    [InlineData("Console.Write(Directory.EnumerateFileSystemEntries(\".\").Count());", "0")]
    [InlineData("Console.Write(Console.ReadLine() is null);", "True")]
    [InlineData("Console.Write(Console.In.Read());", "-1")]
    [InlineData("await Task.Yield(); Console.Write(1);", "1")]
    [InlineData("async void Later() { await Task.Yield(); Console.Write(1); }\nLater();", "1")]
    [InlineData("void F([System.Runtime.CompilerServices.CallerLineNumber] int line = 0) => Console.Write(line);\n\nF();", "6")]
    [InlineData("void F([System.Runtime.CompilerServices.CallerFilePath] string path = \"\") => Console.Write(path);\nF();", "content/page.md")]
    [InlineData("if (true) return;\nConsole.Write(1);", "")]
    public async Task ABlockPrints(string code, string output)
    {
        var run = await fixture.RunBlockAsync(code);
        Assert.DoesNotContain(run.Compiler, message => message.IsError);
        Assert.IsType<StepEnd.Completed>(run.End);
        Assert.Equal(output, run.Output);
        Assert.Equal("", run.RawOutput);
        Assert.Empty(run.Escapes);
    }

    /// <summary>Whatever the machine's language is, a block starts in the invariant culture.</summary>
    [Theory]
    [InlineData(true, "CultureNotFoundException")]
    [InlineData(false, "\"de |3,5\"")]
    public async Task BlocksKnowTheCulturesThatTheSettingsAllow(bool isInvariant, string given)
    {
        using var runner = new SessionRunner(RunnerFixture.Settings with { InvariantGlobalization = isInvariant, Usings = [] }, BlockEnvironment.Framework);
        var run = (await runner.RunAsync(SessionPage.Of(
            "var de = new System.Globalization.CultureInfo(\"de\");\n$\"{de.Name} {System.Globalization.CultureInfo.CurrentCulture.Name}|{3.5.ToString(de)}\" // =>"), TestContext.Current.CancellationToken))[0];
        Assert.Equal(given, run.End is StepEnd.Threw threw ? threw.TypeName.Split('.')[^1] : Assert.IsType<ValueOutcome.Differs>(run.Values[0].Outcome).Literal);
    }

    [Fact]
    public async Task WhatABlockDeclaresTheNextOneSees()
    {
        var runs = await fixture.RunAsync(SessionPage.Of(
            "using System.Text;\nvar x = 1;\nrecord R(int N);\nint Twice(int n) => 2 * n;",
            "x += 1;\nvar text = new StringBuilder(\"a\");",
            "Twice(x) // => 4\nnew R(x) // => new R(2)\ntext.Length // => 1"));
        Assert.All(runs, run => Assert.IsType<StepEnd.Completed>(run.End));
        Assert.All(runs[2].Values, value => Assert.IsType<ValueOutcome.Matches>(value.Outcome));
    }

    [Fact]
    public async Task ABlockThatFailsLeavesTheSessionAsItWas()
    {
        var runs = await fixture.RunAsync(new SessionPage()
            .Block("var x = 1;")
            .Block("int x = \"no\";")
            .Block("var y = 2;\nthrow new InvalidOperationException(\"oh\");")
            .Block("x // => 1\nx = 3;")
            .Block("string z = x;", new BlockOptions { Kind = new BlockKind.Fails(["CS0029"]) })
            .Block("x = 4;\nvar later = 5;", new BlockOptions { Kind = new BlockKind.CompileOnly() })
            .Block("x // => 3")
            .Block("y + later")
            .Plan());
        Assert.IsType<StepEnd.DidNotCompile>(runs[1].End);
        Assert.Equal("oh", Assert.IsType<StepEnd.Threw>(runs[2].End).Message);
        Assert.IsType<ValueOutcome.Matches>(runs[3].Values[0].Outcome);
        Assert.IsType<StepEnd.DidNotCompile>(runs[4].End);
        Assert.Equal("CS0029", Assert.Single(runs[4].Compiler).Code);
        Assert.IsType<StepEnd.CompiledOnly>(runs[5].End);
        Assert.IsType<ValueOutcome.Matches>(runs[6].Values[0].Outcome);
        // That there is no y, the block that failed tells.
        Assert.Contains("'later'", Assert.Single(runs[7].Compiler).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UsingDeclarationsLiveAsLongAsTheSession()
    {
        var runs = await fixture.RunAsync(SessionPage.Of(
            "using System.IO;\nusing var one = new MemoryStream();\nawait using var two = new MemoryStream();\nusing MemoryStream three = one, four = two;",
            "one.CanRead // => true\ntwo.CanRead // => true\nfour.CanRead // => true"));
        Assert.All(runs, run => Assert.Empty(run.Compiler));
        Assert.All(runs, run => Assert.Empty(run.Escapes));
        Assert.All(runs.SelectMany(run => run.Values), value => Assert.IsType<ValueOutcome.Matches>(value.Outcome));
    }

    [Theory]
    [InlineData("Console.Write(1)", "Disposing the session's variables printed: 1")]
    [InlineData("throw new Exception(\"oh\")", "Disposing the session's variables ended with System.Exception: oh")]
    public async Task WhatDisposalDoesIsTold(string code, string message)
    {
        var runs = await fixture.RunAsync(SessionPage.Of(
            $"class D : IDisposable {{ public void Dispose() => {code}; }}\nusing var d = new D();", "1 // => 1"));
        Assert.Equal(message, Assert.Single(runs[1].Escapes).Text);
    }

    [Theory]
    [InlineData("1 + 1", "2", "2", "int")]
    [InlineData("\"a\"", "a", "\"a\"", "string")]
    [InlineData("new List<int> { 1, 2 }", "[1, 2]", "[1, 2]", "List<int>")]
    [InlineData("Errno.EFAULT", "EFAULT", "Errno.EFAULT", "Errno")]
    public async Task ALastExpressionIsReported(string code, string text, string literal, string type)
    {
        foreach (var run in await fixture.RunAsync(new SessionPage().Block(code).Prose(code).Plan()))
        {
            Assert.Equal((text, literal, type), (run.Trailing!.Text, run.Trailing.Literal, run.Trailing.TypeName));
            Assert.Equal(code, run.Trailing.Location.Text);
        }
    }

    [Fact]
    public async Task PicturesTakeTheirIdsFromTheFences()
    {
        var runs = await fixture.RunAsync(new SessionPage()
            .Block("Show(new Sketch(\"one\"));\nShow(new Sketch(\"two\"));\nShow(new Sketch(\"three\"));\nnew Sketch(\"four\")", figureIds: [null, "mine"])
            .Block("new Sketch(\"alone\")").Plan());
        Assert.Equal(["one", "two", "three", "four"], runs[0].Pictures.Select(picture => picture.Title));
        Assert.Equal(
            ["block-1-figure", "mine", "block-1-figure-3", "block-1-figure-4"],
            runs[0].Pictures.Select(picture => picture.Steps[0].Svg.Split('"')[1]));
        Assert.Equal("<svg id=\"block-2-figure\"/>", Assert.Single(runs[1].Pictures).Steps[0].Svg);
        Assert.Null(runs[1].Trailing);
    }

    [Fact]
    public async Task AVariantThatCannotStartIsToldByEveryStep()
    {
        foreach (var (declaration, message) in new[] { ("int x = \"a\";", "CS0029"), ("throw new Exception(\"oh\");", "System.Exception: oh") })
        {
            var runs = await fixture.RunAsync(new SessionPage().In("A", declaration).Block("1").Block("2").Plan());
            Assert.All(runs, run => Assert.StartsWith(message, Assert.IsType<StepEnd.SettingsFailed>(run.End).Message, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task StatedErrorsAndExceptionsAreRead()
    {
        var run = await fixture.RunBlockAsync(
            "int x = \"a\"; // error CS0029\n//  ^ error CS0103, CS0117\n// warning CS0168\n// throws away time\n// error handling\n// throws PinException: was: pinned\n");
        Assert.Equal([("CS0029", true), ("CS0103", true), ("CS0117", true), ("CS0168", false)], run.StatedErrors.Select(one => (one.Code, one.IsError)));
        Assert.Equal("// error CS0029", run.StatedErrors[0].Location.Text);
        Assert.Equal(("PinException", "was: pinned"), (run.StatedThrow!.TypeName, run.StatedThrow.Message));
    }

    [Fact]
    public async Task TheSamePlanTwiceGivesEqualRuns()
    {
        var plan = new SessionPage().Block("var x = 1;\nConsole.Write(x);\nx // => 2\nShow(new Sketch(\"a\"));")
            .Block("throw new InvalidOperationException(\"oh\");").Block("int x = \"\";").Prose("x + 1").Plan();
        var twice = await Task.WhenAll(fixture.RunAsync(plan), fixture.RunAsync(plan));
        Assert.Equal(Text(twice[0]), Text(twice[1]));
    }

    private static string Text(ImmutableArray<StepRun> runs) => string.Join('\n', runs.Select(run => string.Join(
        '|', [run.End.ToString(), run.Output, run.RawOutput, run.Trailing?.ToString(), .. run.Compiler, .. run.Values, .. run.Pictures.Select(one => one.Text)])));
}
