using Docsite.Execution;

namespace Docsite.Tests.Execution;

/// <summary>Value comments through a real worker: what holds, and what is reported instead.</summary>
public sealed class ValueTests(RunnerFixture fixture)
{
    [Theory]
    [InlineData("1 + 1 // => 2")]
    [InlineData("1 + 1; // => 2")]
    [InlineData("var x = 5; // => 5")]
    [InlineData("int x; x = 5; // => 5")]
    [InlineData("var (a, b) = (1, 2); // => (1, 2)")]
    [InlineData("\"text\" // => \"text\"")]
    [InlineData("\"// => 3\" // => \"// => 3\"")]
    [InlineData("new[] { 1, 2 } // => [1, 2]")]
    [InlineData("new List<string> { \"a\" } // => [\"a\"]")]
    [InlineData("Enumerable.Range(0, 3) // => [0, 1, 2]")]
    [InlineData("(1, new[] { 2 }) // => (1, [2])")]
    [InlineData("(string?)null // => null")]
    [InlineData("new int?(3) // => 3")]
    [InlineData("1.5 * 2 // => 3")]
    [InlineData("0.1 + 0.2 // => 0.30000000000000004")]
    [InlineData("10L // => 10")]
    [InlineData("Errno.EFAULT // => Errno.EFAULT")]
    [InlineData("new Coin(7) // => new(7)")]
    [InlineData("new Purse(new Coin(1), \"me\") // => new Purse(new(1), \"me\")")]
    [InlineData("(Outcome<int>)3 // => 3")]
    [InlineData("(Outcome<int>)Errno.EINVAL // => Errno.EINVAL")]
    [InlineData("\"abc\".AsSpan(1) // => ['b', 'c']")]
    [InlineData("await Task.FromResult(4) // => 4")]
    [InlineData("int.TryParse(\"5\", out var n) // => true\nn // => 5")]
    [InlineData("var i = 0;\nwhile (i < 3)\n{\n    i++;\n    i > 0 // => true\n}")]
    [InlineData("int Twice(int x)\n{\n    var y = x * 2; // => 8\n    return y;\n}\nTwice(4) // => 8")]
    [InlineData("Action go = () =>\n{\n    1 + 2 // => 3\n};\ngo();")]
    [InlineData("5 // => 5 // five")]
    [InlineData("1\n  + 1 // => 2")]
    [InlineData("5\n// => 5")]
    [InlineData("new Coin { Number = 3 } // => new(3)\n1 // => 1")]
    [InlineData("foreach (var x in new[] { 1 }) x // => 1")]
    [InlineData("var x = 5;\nif (x > 1) x = 2; // => 2")]
    [InlineData("var x = 5;\n$\"{x}\" // => \"5\"\n$\"\"\"\na{x}\n\"\"\" // => \"a5\"\nx++ // => 5\nx // => 6")]
    [InlineData("string? s = null;\ns?.Length // => null\ns // => null")]
    [InlineData("typeof(int) // => typeof(int)")]
    [InlineData("object o = 5;\no is int n // => true\nn // => 5\no // => 5")]
    [InlineData("T Same<T>(T x) => x;\nSame<int>(3) //=> 3\nchecked(1 + 1) // => 2")]
    [InlineData("async IAsyncEnumerable<int> F() { await Task.Yield(); yield return 1; }\nawait foreach (var x in F()) x // => 1")]
    [InlineData("dynamic d = 5;\nd // => 5")]
    [InlineData("\"abc\"u8 // => [97, 98, 99]")]
    [InlineData("int[] xs = [1, 2, 3];\nxs[1..] // => [2, 3]\nxs[^1] // => 3\nxs // => [1, 2, 3]")]
    [InlineData("(int, int) t = (1, 2); // => (1, 2)\nvar (a, _) = t;\na // => 1")]
    [InlineData("#pragma warning disable CS0219\n#nullable disable\nstring s = null; // => null\n#nullable restore")]
    [InlineData("var f = (int x) => x switch\n{\n    1 => 2,\n    _ => 3,\n};\nf(1) // => 2")]
    [InlineData("5 switch { 5 => 1, _ => 2 } // => 1\n6 // => 6")]
    [InlineData("new { A = 1 } // => new { A = 1 }\n6 // => 6")]
    [InlineData("lock (new object())\n{\n    try\n    {\n        1 // => 1\n    }\n    finally\n    {\n        2; // => 2\n    }\n}")]
    [InlineData("@\"a\nb\" // => \"a\\nb\"")]
    [InlineData("new Dictionary<string, int[]> { [\"a\"] = [1] } // => new() { [\"a\"] = [1] }")]
    [InlineData("HashSet<int> set = [1, 2];\nset // => [2, 1]")]
    [InlineData("nint size = 4;\nsize // => 4\nulong big = ulong.MaxValue;\nbig // => 18446744073709551615")]
    public async Task WhatIsStatedHolds(string code)
    {
        var run = await fixture.RunBlockAsync(code);
        Assert.Empty(run.Compiler);
        Assert.IsType<StepEnd.Completed>(run.End);
        Assert.NotEmpty(run.Values);
        Assert.All(run.Values, value => Assert.IsType<ValueOutcome.Matches>(value.Outcome));
    }

    [Theory]
    [InlineData("1 + 1 // => 3", "2", "int")]
    [InlineData("1 + 1 // =>", "2", "int")]
    [InlineData("1 + 1; // => nonsense", "2", "int")]
    [InlineData("1 + 1; // => \"two\"", "2", "int")]
    [InlineData("1 + 1; // => 2; 3", "2", "int")]
    [InlineData("\"a\\n\" // =>", "\"a\\n\"", "string")]
    [InlineData("'\\'' // =>", "'\\''", "char")]
    [InlineData("10L // =>", "10", "long")]
    [InlineData("(object)10L // =>", "10L", "long")]
    [InlineData("(object)(byte)3 // =>", "(byte)3", "byte")]
    [InlineData("0.5f // =>", "0.5f", "float")]
    [InlineData("2.0 // =>", "2.0", "double")]
    [InlineData("1e300 // =>", "1E+300", "double")]
    [InlineData("1.10m // =>", "1.10m", "decimal")]
    [InlineData("double.NaN // =>", "double.NaN", "double")]
    [InlineData("(int?)null // =>", "null", "int?")]
    [InlineData("new[] { 1, 2 } // =>", "[1, 2]", "int[]")]
    [InlineData("new List<Coin> { new(1) } // =>", "[new Coin(1)]", "List<Coin>")]
    [InlineData("(1, \"a\") // =>", "(1, \"a\")", "(int, string)")]
    [InlineData("Access.Read | Access.Write // =>", "Access.Read | Access.Write", "Access")]
    [InlineData("(Access)64 // =>", "(Access)64", "Access")]
    [InlineData("new Coin(7) // =>", "new Coin(7)", "Coin")]
    [InlineData("new Purse(new Coin(1), \"me\") // =>", "new Purse(new Coin(1), \"me\")", "Purse")]
    [InlineData("(Outcome<int>)3 // =>", "3", "Outcome<int>")]
    [InlineData("(Outcome<int>)Errno.EINVAL // =>", "Errno.EINVAL", "Outcome<int>")]
    [InlineData("new { A = 1 } // =>", "new { A = 1 }", null)]
    [InlineData("new Dictionary<string, int> { [\"a\"] = 1 } // =>", "new() { [\"a\"] = 1 }", "Dictionary<string, int>")]
    [InlineData("new System.Text.Rune('a') // =>", "new System.Text.Rune(97)", "Rune")]
    [InlineData("new object() // =>", null, "object")]
    [InlineData("record R(int X);\nnew R(2) // =>", "new R(2)", "R")]
    public async Task WhatWasFoundIsWrittenAsCSharp(string code, string? literal, string? type)
    {
        var run = await fixture.RunBlockAsync(code);
        Assert.IsType<StepEnd.Completed>(run.End);
        var differs = Assert.IsType<ValueOutcome.Differs>(Assert.Single(run.Values).Outcome);
        Assert.Equal(literal, differs.Literal);
        if (type is not null) Assert.Equal(type, differs.TypeName);
        if (literal is null) return;

        // What was written down, stated, holds.
        var again = await fixture.RunBlockAsync(code[..code.LastIndexOf("// =>", StringComparison.Ordinal)] + "// => " + literal);
        Assert.Empty(again.Compiler);
        Assert.IsType<ValueOutcome.Matches>(Assert.Single(again.Values).Outcome);
    }

    [Theory]
    [InlineData("A", "1 // => A: 1; B2: 2", "1", true)]
    [InlineData("B2", "2 // => A: 1; B2: 2", "2", true)]
    [InlineData("B2", "2 // => A, B2: 2", "2", true)]
    [InlineData("L-strict", "2 // => A, B2: 1; L-strict: 2", "2", true)]
    [InlineData("L-strict", "2 // => A, B2: 1", "", false)]
    [InlineData("A", "\"a;b\" // => A: \"a;b\"; B2: \"\"", "\"a;b\"", true)]
    [InlineData("A", "1 // => 1", "1", true)]
    [InlineData("A", "era // => A: \"a\"; B2: \"b\"", "\"a\"", true)]
    public async Task TheRunningVariantsValueIsTaken(string variant, string code, string expected, bool holds)
    {
        var declaration = RunnerFixture.Settings.Variants.Single(one => one.Name == variant).Declaration;
        var run = (await fixture.RunAsync(new SessionPage().In(variant, declaration).Block(code).Plan()))[0];
        Assert.Empty(run.Compiler);
        var value = Assert.Single(run.Values);
        Assert.Equal(expected, value.Expected.Text);
        Assert.Equal(holds, value.Outcome is ValueOutcome.Matches);
    }

    [Theory]
    [InlineData("if (true) { } // => 5", "DOC0114")]
    [InlineData("Console.Write(1); // => 5", "DOC0114")]
    [InlineData("Console.Write(1) // => 5", "DOC0114")]
    [InlineData("string.Join(\",\", // => 5\n    1)", "DOC0114")]
    [InlineData("// => 5\n1", "DOC0114")]
    [InlineData("int F() => 3; // => 3", "DOC0114")]
    [InlineData("var x = new List<int>\n{\n    1, // => 1\n    2 // => 2\n};", "DOC0114")]
    [InlineData("int F()\n{\n    return 3; // => 3\n}", "DOC0114")]
    [InlineData("1\n    .ToString() // => \"1\"\n    .Length;", "DOC0114")]
    [InlineData("Console.WriteLine // => 3", "DOC0114")]
    [InlineData("1 // => nonsense", "CS0103")]
    [InlineData("1 // => \"text\"", "CS0029")]
    [InlineData("1 // => 2 3", "CS1073")]
    [InlineData("#line 5\n1 // => 1", "DOC0115")]
    [InlineData("1 // => A: 1; Z: 2", "DOC0108")]
    public async Task WhatCannotBeStatedIsSaid(string code, string id)
    {
        var run = await fixture.RunBlockAsync(code);
        Assert.Contains(run.Compiler, message => message.Code == id && message.IsError);
    }

    [Fact]
    public async Task ALineThatIsNotReachedIsToldApart()
    {
        var run = await fixture.RunBlockAsync("if (Environment.ProcessorCount < 0)\n{\n    1 // => 1\n}\n2 // => 2");
        Assert.IsType<ValueOutcome.NotReached>(run.Values[0].Outcome);
        Assert.IsType<ValueOutcome.Matches>(run.Values[1].Outcome);
    }

    [Fact]
    public async Task OneDifferingRoundOfALoopIsEnough()
    {
        var run = await fixture.RunBlockAsync("for (var i = 0; i < 3; i++)\n{\n    i // => 0\n}");
        Assert.Equal("1", Assert.IsType<ValueOutcome.Differs>(run.Values[0].Outcome).Literal);
    }

    /// <summary>A line that runs again with another value states neither.</summary>
    [Theory]
    [InlineData("1", "as stated, then 4")]
    [InlineData("4", "1, then as stated")]
    [InlineData("5", "1, then 4")]
    [InlineData("", "1, then 4")]
    public async Task ALineThatRunsAgainWithAnotherValueTellsBoth(string stated, string expected)
    {
        var run = await fixture.RunBlockAsync($"foreach (var i in new[] {{ 1, 1, 2, 3 }})\n{{\n    _ = i * i; // => {stated}\n}}");
        var found = Assert.IsType<ValueOutcome.Differs>(Assert.Single(run.Values).Outcome);
        Assert.Equal(expected, string.Join(", then ", found.Several.Select(one => one is ValueOutcome.Differs differs ? differs.Literal : "as stated")));
    }

    [Fact]
    public async Task ALineThatRunsAgainWithTheSameValueHasOne()
    {
        var run = await fixture.RunBlockAsync("foreach (var i in new[] { 1, 1 })\n{\n    _ = i; // => 2\n}");
        var found = Assert.IsType<ValueOutcome.Differs>(Assert.Single(run.Values).Outcome);
        Assert.Equal(("1", 0), (found.Literal, found.Several.Length));
    }

    [Fact]
    public async Task WhatACompilerMakesIsCalledByTheNameThatIsWritten()
    {
        var run = await fixture.RunBlockAsync("IEnumerable<int> Some() { yield return 1; }\nSome() // => null");
        Assert.Equal("IEnumerable<int>", Assert.IsType<ValueOutcome.Differs>(Assert.Single(run.Values).Outcome).TypeName);
        Assert.Equal("The block already contains a definition for 'x'", Assert.Single((await fixture.RunBlockAsync("var x = 1;\nvar x = 2;")).Compiler).Text);
    }
}
