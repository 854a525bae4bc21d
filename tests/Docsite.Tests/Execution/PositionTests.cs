using Docsite.Execution;
using Docsite.Parsing;

namespace Docsite.Tests.Execution;

/// <summary>
/// Every kind of failure at every place in a block: the position is where the mark <c>§</c> stands, to the column,
/// on plain pages, in quotes, after tabs and with other line ends.
/// </summary>
public sealed class PositionTests(RunnerFixture fixture)
{
    private const string Boom = "throw new InvalidOperationException(\"oh\")";

    private static readonly (string Name, string Code)[] Kinds =
    [
        ("syntax error", "int x = §;"),
        ("semantic error", "var wrong = §missing;"),
        ("wrong type", "int wrong = §\"text\";"),
        ("exception", "§" + Boom + ";"),
        ("exception in a call", "§int.Parse(\"x\");"),
        ("exception in a declaration", "§var wrong = int.Parse(\"x\");"),
        ("exception in a using declaration", "§using var wrong = new StreamReader((string)null!);"),
        ("exception in an awaited call", "§await Task.FromException(new InvalidOperationException());"),
        ("exception in a stated value", "§int.Parse(\"x\") // => 5"),
        ("exception in a stated declaration", "§var wrong = int.Parse(\"x\"); // => 5"),
        ("error in a stated value", "1 + §missing // => 5"),
        ("error in an expectation", "1 + 1 // => §missing"),
        ("exception in an expectation", "1 + 1 // => §int.Parse(\"x\")"),
        ("wrong value", "1 + 1 // => §3"),
        ("wrong value of a declaration", "var two = 1 + 1; // => §3"),
        ("no value", "Console.Write(\"\"); §// => 3"),
        ("hang", "§while (true) { }"),
        ("exit", "§Environment.Exit(3);"),
        ("fail fast", "§Environment.FailFast(\"oh\");"),
        ("stack overflow", "int Deep(int n) => Deep(n + 1) + n; §Deep(0);"),
    ];

    private static readonly (string Name, Func<string, string> Around)[] Places =
    [
        ("alone", code => code),
        ("after statements", code => "var a = 1;\nvar b = a +\n    1;\n" + code),
        ("after a value", code => "1 + 1 // => 2\nvar t = \"// => \"; // => \"// => \"\n" + code),
        ("before a value", code => code + "\n1 + 1 // => 2\nConsole.Write(1);"),
        ("on a line with others", code => "var a = 1; a++; " + code),
        ("after hidden lines", code => "#region hide\nvar hidden = 1;\n#endregion\n" + code),
        ("after other letters", code => "var ä = \"ß😀\"; " + code),
    ];

    private static readonly (string Name, Func<SessionPage> Page)[] Pages =
    [
        ("plain", () => new SessionPage()),
        ("quoted, CRLF", () => new SessionPage { Prefix = "> - \t", LineEnd = "\r\n" }),
    ];

    public static TheoryData<string, string, string> Cases() =>
        new(from kind in Kinds
            from place in Places
            from page in Pages
            where page.Name == "plain" || place.Name is "after a value" or "alone"
            select (kind.Name, place.Name, page.Name));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task EveryFailureNamesItsPlace(string kind, string place, string page)
    {
        var code = Places.Single(one => one.Name == place).Around(Kinds.Single(one => one.Name == kind).Code);
        var at = code.IndexOf('§', StringComparison.Ordinal);
        var options = new BlockOptions { Timeout = kind == "hang" ? TimeSpan.FromMilliseconds(500) : null };
        var plan = Pages.Single(one => one.Name == page).Page().Block("var before = 0;").Block(code.Remove(at, 1), options).Block("before // => 0").Plan();
        var runs = await fixture.RunAsync(plan);
        var expected = ((SessionStep.Block)plan.Steps[1]).Code.Locate(new(at, 0)).Start;
        Assert.Equal(expected, Failure(runs[1])!.Value.Start);
        Assert.IsType<StepEnd.Completed>(runs[0].End);
        Assert.IsType<ValueOutcome.Matches>(Assert.Single(runs[2].Values).Outcome);
    }

    [Theory]
    [InlineData("void F()\n{\n    §" + Boom + ";\n}\nF();")]
    [InlineData("int F() => §int.Parse(\"x\");\nF();")]
    [InlineData("Action go = () =>\n{\n    §int.Parse(\"x\");\n};\ngo();")]
    [InlineData("new List<int> { 1 }.ForEach(n => §" + Boom + ");")]
    [InlineData("foreach (var n in new[] { 1, 2 })\n{\n    if (n == 2) §" + Boom + ";\n}")]
    [InlineData("IEnumerable<int> Lazy()\n{\n    yield return 1;\n    §" + Boom + ";\n}\nLazy().ToList();")]
    [InlineData("async Task F()\n{\n    await Task.Yield();\n    §" + Boom + ";\n}\nawait F();")]
    [InlineData("async void F()\n{\n    await Task.Yield();\n    §" + Boom + ";\n}\nF();")]
    [InlineData("class C\n{\n    public C() => §" + Boom + ";\n}\nnew C();")]
    [InlineData("void F()\n{\n    §int.Parse(\"x\"); // => 1\n}\nF();")]
    [InlineData("var x = new[] { 1, 2 }\n    .Select(n => §int.Parse(\"x\"))\n    .ToList();")]
    [InlineData("try { F(); } finally { Console.Write(1); }\nvoid F() => §" + Boom + ";")]
    public async Task AnExceptionNamesTheInnermostStatementOfTheBlock(string code)
    {
        var at = code.IndexOf('§', StringComparison.Ordinal);
        var plan = SessionPage.Of(code.Remove(at, 1));
        var run = (await fixture.RunAsync(plan))[0];
        var threw = Assert.IsType<StepEnd.Threw>(run.End);
        Assert.Equal(((SessionStep.Block)plan.Steps[0]).Code.Locate(new(at, 0)).Start, threw.Location.Start);
    }

    [Fact]
    public async Task AnExceptionInAnEarlierBlocksFunctionNamesTheCall()
    {
        var runs = await fixture.RunAsync(SessionPage.Of("void F() => " + Boom + ";", "var a = 1;\nF();"));
        var threw = Assert.IsType<StepEnd.Threw>(runs[1].End);
        Assert.Equal("F();", threw.Location.Text);
        Assert.Equal("at F in content/page.md(4,13)\nat content/page.md(8,1)", threw.StackTrace);
    }

    [Theory]
    [InlineData("1 / nothing.Length")]
    [InlineData("nothing[1]")]
    [InlineData("((string)null!).Length")]
    [InlineData("(string)(object)nothing")]
    [InlineData("checked(nothing.Length - int.MaxValue - 2)")]
    [InlineData("new int[nothing.Length - 1]")]
    [InlineData("((object[])[\"\"])[0] is { } one ? ((object[])new string[1])[0] = new object() : 1")]
    public async Task AnExceptionThatTheRuntimeThrowsNamesNothingOfTheRuntime(string code)
    {
        var runs = await fixture.RunAsync(new SessionPage().Block("int[] nothing = [];").Block(code).Prose(code).Plan());
        foreach (var threw in runs.Skip(1).Select(run => Assert.IsType<StepEnd.Threw>(run.End))) Assert.Equal($"at {threw.Location}", threw.StackTrace);
    }

    private static Docsite.Pages.PageLocation? Failure(StepRun run) =>
        run.Compiler.FirstOrDefault(message => message.IsError)?.Location ?? run.End switch
        {
            StepEnd.Threw threw => threw.Location,
            StepEnd.TimedOut late => late.Location,
            StepEnd.ProcessEnded ended => ended.Location,
            _ => run.Values.FirstOrDefault(value => value.Outcome is ValueOutcome.Differs)?.Expected,
        };
}
