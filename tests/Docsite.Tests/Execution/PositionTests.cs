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
        ("exit in a finally clause", "try { Console.Write(\"\"); } finally { §Environment.Exit(3); }"),
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

    [Theory]
    [InlineData("var n = 0;\nint F()\n{\n    n++;\n    §while (true) n++;\n}\nF();")]
    [InlineData("void F()\n{\n    _ = \"a\".Length;\n    §Thread.Sleep(-1);\n}\nF();")]
    [InlineData("new List<int> { 1 }.ForEach(n =>\n{\n    §while (true) { }\n});")]
    [InlineData("int F()\n{\n    return \"a\".Length;\n}\nif (F() == 1)\n{\n    §Thread.Sleep(F() - 2);\n}")]
    [InlineData("int F()\n{\n    return \"a\".Length;\n}\n§Thread.Sleep(F() - 2);")]
    [InlineData("lock (new object())\n{\n    §Thread.Sleep(-1);\n}")]
    [InlineData("using (new MemoryStream()) §while (true) { }")]
    [InlineData("try\n{\n    int.Parse(\"x\");\n}\ncatch (FormatException)\n{\n    §for (;;) ;\n}")]
    [InlineData("try { } finally { _ = \"a\".Length; §Thread.Sleep(-1); }")]
    [InlineData("if (1 > 2) Console.Write(1);\nelse if (2 > 1) §Thread.Sleep(-1);")]
    [InlineData("switch (1)\n{\n    case 1:\n        §Thread.Sleep(-1);\n        break;\n}")]
    [InlineData("foreach (var n in new[] { 1 })\n{\n    Console.Write(n);\n    §do { } while (true);\n}")]
    [InlineData("IEnumerable<int> F()\n{\n    yield return 1;\n    while (true) { }\n}\n§foreach (var n in F())\n{\n    Console.Write(n);\n}")]
    [InlineData("§while (true)\n{\n    Console.Write(\"\");\n    Thread.Sleep(0);\n}")]
    [InlineData("§while (true) { Thread.Sleep(10); }")]
    [InlineData("§while (true)\n{\n    foreach (var n in new[] { 1, 2 })\n    {\n        Console.Write(\"\");\n        Thread.Sleep(5);\n    }\n}")]
    [InlineData("void F()\n{\n    Thread.Sleep(5);\n    _ = \"a\".Length;\n}\nvoid G()\n{\n    §for (;;) F();\n}\nG();")]
    [InlineData("void F()\n{\n    for (var i = 0; i < 3; i++)\n    {\n        _ = \"a\".Length;\n        if (i == 2) §Thread.Sleep(-1);\n    }\n}\nF();")]
    [InlineData("int F(int n)\n{\n    if (n == 0) §Thread.Sleep(-1);\n    return F(n - 1);\n}\nF(20);")]
    [InlineData("if (\"a\".Length > 0)\n{\n    §new List<int>(Enumerable.Range(0, 1000)).ForEach(n => { Thread.Sleep(5); });\n}")]
    [InlineData("bool Wait()\n{\n    §Thread.Sleep(-1);\n    return true;\n}\nvar n = 0;\nwhile (n == 0 || Wait())\n{\n    n++;\n    if (n == 1) continue;\n    Console.Write(n);\n}")]
    [InlineData("void F()\n{\n    var n = 0;\n    §while (n == 0 || Thread.CurrentThread.Join(-1))\n    {\n        n++;\n        if (n == 1) continue;\n        Console.Write(n);\n    }\n}\nF();")]
    [InlineData("void F()\n{\n    int.Parse(\"x\");\n}\ntry\n{\n    F();\n}\ncatch (FormatException)\n{\n    Console.Write(1);\n    §Thread.Sleep(-1);\n}")]
    [InlineData("void Beside()\n{\n    while (true) { Thread.Sleep(1); }\n}\nasync void Start()\n{\n    await Task.Yield();\n    Beside();\n}\nStart();\nif (2 > 1)\n{\n    Console.Write(1);\n    §Thread.Sleep(-1);\n}")]
    [InlineData("while (2 > 1)\n{\n    await Task.Delay(1);\n    Console.Write(1);\n    §await Task.Delay(-1);\n}")]
    [InlineData("class Beside : System.Runtime.CompilerServices.INotifyCompletion\n{\n    public bool IsCompleted => false;\n    public Beside GetAwaiter() => this;\n    public void GetResult() { }\n    public void OnCompleted(Action go) => new Thread(() =>\n    {\n        go();\n        Run();\n    }) { IsBackground = true }.Start();\n    static void Run()\n    {\n        while (true) { Thread.Sleep(1); }\n    }\n}\nawait new Beside();\nif (2 > 1)\n{\n    §await Task.Delay(-1);\n}")]
    [InlineData("await Task.Yield();\nif (2 > 1)\n{\n    §await Task.Delay(-1);\n}")]
    [InlineData("var other = new Thread(() =>\n{\n    Thread.Sleep(-1);\n}) { IsBackground = true };\nother.Start();\n§other.Join();")]
    [InlineData("class D : IDisposable\n{\n    public void Dispose()\n    {\n        §Thread.Sleep(-1);\n    }\n}\nusing (new D())\n{\n    Console.Write(1);\n}")]
    [InlineData("class C { public int P { get { §while (true) { } } } }\n_ = new C().P;")]
    public async Task ABlockWithoutEndNamesTheInnermostStatementThatRuns(string code)
    {
        var at = code.IndexOf('§', StringComparison.Ordinal);
        var plan = new SessionPage().Block(code.Remove(at, 1), new BlockOptions { Timeout = TimeSpan.FromMilliseconds(500) }).Plan();
        var late = Assert.IsType<StepEnd.TimedOut>((await fixture.RunAsync(plan))[0].End);
        Assert.Equal(((SessionStep.Block)plan.Steps[0]).Code.Locate(new(at, 0)).Start, late.Location.Start);
    }

    [Theory]
    [InlineData("try\n{\n    int.Parse(\"x\");\n}\ncatch (FormatException)\n{\n    Console.Write(\"\");\n    §Environment.Exit(3);\n}")]
    [InlineData("void F()\n{\n    try\n    {\n        Console.Write(\"\");\n    }\n    finally\n    {\n        §Environment.FailFast(\"x\");\n    }\n}\nF();")]
    [InlineData("try\n{\n    int.Parse(\"x\");\n}\ncatch\n{\n    new List<int> { 1 }.ForEach(n => §Environment.Exit(n));\n}")]
    [InlineData("void F() => §Environment.Exit(3);\ntry\n{\n    int.Parse(\"x\");\n}\ncatch\n{\n    F();\n}")]
    [InlineData("try\n{\n    int.Parse(\"x\");\n}\ncatch\n{\n    Console.Write(\"\");\n}\n§Environment.Exit(3);")]
    [InlineData("void F()\n{\n    try { Console.Write(\"\"); } finally { Console.Write(\"\"); }\n    §Environment.Exit(3);\n}\nF();")]
    public async Task AnExitNamesItsStatementInClausesToo(string code)
    {
        var at = code.IndexOf('§', StringComparison.Ordinal);
        var plan = SessionPage.Of(code.Remove(at, 1));
        var ended = Assert.IsType<StepEnd.ProcessEnded>((await fixture.RunAsync(plan))[0].End);
        Assert.Equal(((SessionStep.Block)plan.Steps[0]).Code.Locate(new(at, 0)).Start, ended.Location.Start);
    }

    [Fact]
    public async Task TheTextOfAnArgumentIsThatOfThePage()
    {
        var runs = await fixture.RunAsync(SessionPage.Of(
            "string Text(Action action, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(action))] string text = \"\") => text;",
            "Text(() => { Console.Write(1); }) // => \"() => { Console.Write(1); }\""));
        Assert.IsType<ValueOutcome.Matches>(Assert.Single(runs[1].Values).Outcome);
    }

    /// <summary>What is put into functions and loops is not what the compiler warns of.</summary>
    [Theory]
    [InlineData("int F()\n{\n    foreach (var n in new[] { 1 }) { return n; }\n    do { break; } while (\"a\".Length > 3);\n    using (new MemoryStream()) { return 5; }\n}\nF() // => 1", null)]
    [InlineData("int F()\n{\n    return 5;\n    §Console.Write(1);\n}\nF() // => 5", "CS0162")]
    [InlineData("int F()\n{\n    while (\"a\".Length > 0) { return 5; §Console.Write(1); }\n    return 3;\n}\nF() // => 5", "CS0162")]
    [InlineData("int F()\n{\n    while (\"a\".Length > 0) { return 5; §continue; }\n    return 3;\n}\nF() // => 5", "CS0162")]
    [InlineData("int F()\n{\n    foreach (var n in new[] { 1, 2 })\n        if (n == 1) continue; else return n;\n    return 0;\n}\nF() // => 2", null)]
    [InlineData("int §F()\n{\n    Console.Write(1);\n}", "CS0161")]
    public async Task TheCompilerSpeaksOfThePageAlone(string code, string? id)
    {
        var at = code.IndexOf('§', StringComparison.Ordinal);
        var plan = SessionPage.Of(at < 0 ? code : code.Remove(at, 1));
        var run = (await fixture.RunAsync(plan))[0];
        Assert.Equal(id is null ? [] : [(id, ((SessionStep.Block)plan.Steps[0]).Code.Locate(new(at, 0)).Start)], run.Compiler.Select(message => (message.Code, message.Location.Start)));
    }

    [Theory]
    [InlineData("public override string ToString() => new Loop().ToString();", 60, "(writing it down ended the process: stack overflow)")]
    [InlineData("public override string ToString() { while (true) { } }", 1, "(writing it down did not end in time)")]
    public async Task AValueThatCannotBeWrittenDownIsOneThatDiffers(string text, int seconds, string found)
    {
        var plan = new SessionPage().Block($"class Loop {{ {text} }}").Block("new Loop() // => 3", new BlockOptions { Timeout = TimeSpan.FromSeconds(seconds) }).Plan();
        var value = Assert.Single((await fixture.RunAsync(plan))[1].Values);
        var differs = Assert.IsType<ValueOutcome.Differs>(value.Outcome);
        Assert.Equal((found, "Loop", true), (differs.Text, differs.TypeName, differs.IsUnread));
        Assert.Equal("3", value.Expected.Text);
    }

    [Fact]
    public async Task AnExceptionNamesWhatItWasThrownFor()
    {
        var runs = await fixture.RunAsync(SessionPage.Of("class Cold { public static readonly int Size = int.Parse(\"cold\"); }", "Cold.Size"));
        var threw = Assert.IsType<StepEnd.Threw>(runs[1].End);
        Assert.Equal(("System.TypeInitializationException", "because of System.FormatException: The input string 'cold' was not in a correct format."), (threw.TypeName, threw.StackTrace.Split('\n')[^1]));
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
