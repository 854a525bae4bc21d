using System.Collections.Immutable;
using System.Text;
using Docsite.Execution;
using Docsite.Parsing;
using Docsite.Reference;
using Docsite.Settings;
using Docsite.Tests.Execution;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TestSupport;

namespace Docsite.Tests.Reference;

public sealed class NamesAndRunsTests(NamesAndRunsTests.ShopFixture shop) : IClassFixture<NamesAndRunsTests.ShopFixture>
{
    /// <summary>The last block asks the library itself what ran; members without a line of their own there are looked at below.</summary>
    [Theory]
    [InlineData("var missing = new Missing<int>();")]
    [InlineData(".ToString();")]
    [InlineData("Missing<Shop>.Of<string>(1, out var one);")]
    public async Task NamesThatStandForNothingAreLeftOut(string code) => Assert.IsType<StepEnd.DidNotCompile>((await shop.RunAsync(code))[0].End);

    [Theory]
    [InlineData("var shop = new Shop(\"a\");")]
    [InlineData("var shop = new Kiosk(\"a\"); shop.Buy(\"tea\", 3);")]
    [InlineData("var shop = new Shop(\"a\"); shop.Buy(\"tea\"); shop.Empty(\"tea\");")]
    [InlineData("var both = new Shop(\"a\") + new Kiosk(\"b\"); both.SoldOut += () => { };")]
    [InlineData("foreach (var n in new Shop(\"a\").Map((ware, count) => count)) { }")]
    [InlineData("var x = 1;")]
    public async Task WhatRanIsWhatTheLibraryItselfCounted(string code)
    {
        var runs = await shop.RunAsync($"using Counted;\nTruth.Ran.Clear();\n{code}", "foreach (var id in Truth.Ran) if (id != \"private\") Console.WriteLine(id);");
        var truth = runs[1].Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(truth, runs[0].Executed.Where(shop.IsSelfCounted).OrderBy(id => id, StringComparer.Ordinal));
    }

    [Fact]
    public async Task ABlockCountsOnlyItself()
    {
        var runs = await shop.RunAsync("var shop = new Counted.Shop(\"a\");", "shop.Buy(\"tea\");", "var y = 2;", "using Counted;\n_ = shop.IsNamed;");
        Assert.Equal(["M:Counted.Shop.#ctor(System.String)", "P:Counted.Shop.Name"], runs[0].Executed);
        Assert.Equal(["M:Counted.Shop.Buy(System.String,System.Int32)", "P:Counted.Shop.Item(System.String)"], runs[1].Executed);
        Assert.Empty(runs[2].Executed);
        Assert.Equal(["M:Counted.ShopExtensions.get_IsNamed(Counted.Shop)", "P:Counted.Shop.Name"], runs[3].Executed);
    }

    [Theory]
    [InlineData("public override string ToString() => new Loop().ToString();", 60)]
    [InlineData("public override string ToString() { while (true) { } }", 1)]
    public async Task AVariableWhoseTextNeverComesCostsThatTextAlone(string text, int seconds)
    {
        var limit = new BlockOptions { Timeout = TimeSpan.FromSeconds(seconds) };
        var plan = new SessionPage().Block($"class Loop {{ {text} }}").Block("var near = 1; var loop = new Loop(); Console.Write(near);", limit).Block("near + 1 // => 2").Plan();
        var runs = await shop.RunAsync(plan);
        Assert.All(runs, run => Assert.IsType<StepEnd.Completed>(run.End));
        Assert.All(runs, run => Assert.Equal("", run.RawOutput));
        Assert.Equal("1", runs[1].Output);
        Assert.DoesNotContain(runs[1].Variables, held => held.Name == "loop");
        Assert.Equal(["near"], runs[2].Variables.Select(held => held.Name));
    }

    [Fact]
    public async Task EveryNameIsWhatTheCompilerSaysItIs()
    {
        var runs = await shop.RunAsync(
            "using Counted;\nvar shop = new Kiosk(name: \"a\");\nvar (ware, count) = (\"tea\", 2);\nList<(string Ware, int Left)> lines = [];",
            "shop.Buy(ware, count);\nint Twice(int number) => number * 2;\nforeach (var one in shop.Map((w, n) => (w, Twice(n)))) lines.Add(one);\nvar text = shop is Shop { Name: var found, IsNamed: true } ? found.Length : 0;\nvar few = lines.Where(line => line.Left > 1).ToList();\nshop.Empty(ware);",
            "record Receipt<T>(T Of);\nvar receipt = new Receipt<string>(ware);\nvar endless = Enumerable.Range(0, int.MaxValue).Select(i => i);");
        Golden.Verify(string.Join("\n", runs.Select((run, i) => $"== block {i + 1}\n{Text(run)}")), "Names");
    }

    /// <summary>The compiler's own list of a block's identifiers: each is known and says what it is, or stands below with its reason.</summary>
    [Theory]
    [InlineData("generics", "var pairs = new Dictionary<string, List<(int Count, T2? Other)>>(); record T2; T Same<T>(T it) where T : notnull => it; Same<int>(pairs.Count);")]
    [InlineData("lambdas", "Func<int, Func<int, int>> add = a => b => a + b; add(1)(2); Action<string> say = delegate(string word) { Console.Write(word); }; var half = (double x, int by = 2) => x / by; half(3);")]
    [InlineData("tuples", "(int Left, string Right) pair = (1, \"a\"); var (left, right) = pair; (left, right) = (pair.Left, pair.Item2); var named = (left, Size: right.Length); named.left += named.Size;")]
    [InlineData("patterns", "object thing = new Shop(\"a\"); var text = thing switch { Shop { Name: { Length: > 0 } name } shop when shop[\"x\"] == 0 => name, string s and not \"b\" => s, int[] and [var first, .., var last] => $\"{first}{last}\", _ => \"\" }; if (thing is not Shop found) return; found.Close();")]
    [InlineData("extension members", "var one = new Kiosk(\"k\"); one.Empty(\"tea\"); var named = one.IsNamed; ShopExtensions.Empty(one, \"tea\"); int[] numbers = [1, 2]; numbers.Select(n => n).Where(Even).ToList(); bool Even(int n) => n % 2 == 0;")]
    [InlineData("var and globals", "var again = shared; shared.Buy(ware, count: 2); foreach (var (key, value) in new Dictionary<string, int> { [ware] = 1 }) Console.Write(key + value); var kept = nameof(shared);")]
    [InlineData("queries", "var query = from n in new[] { 1, 2 } let twice = n * 2 where twice > 2 orderby n descending group twice by n into g select new { g.Key, Total = g.Sum() }; query.First().Total.ToString();")]
    [InlineData("types", "class Till(Shop shop) : IDisposable { public int Sum { get; private set; } event Action? Opened; enum Kind { Open = 1 } public int this[int i] => i + shop[\"\"]; public static Till operator +(Till a, int b) { a.Sum += b; a.Opened?.Invoke(); return a; } public void Dispose() => GC.SuppressFinalize(this); } using var till = new Till(shared) { }; (till + 1).Dispose();")]
    [InlineData("flow", "try { checked { int.Parse(\"x\"); } } catch (FormatException wrong) when (wrong.Message is { } message) { Console.Write(message); } finally { for (int i = 0, j = 1; i < j; i++) { int k = i; ref var at = ref k; at++; } } if (int.TryParse(\"1\", out var parsed)) Console.Write(parsed);")]
    public async Task EveryIdentifierIsKnown(string what, string code)
    {
        Assert.NotEmpty(what);
        var run = (await shop.RunAsync("using Counted;\nvar shared = new Shop(\"s\"); var ware = \"tea\";", code))[1];
        Assert.Empty(run.Compiler.Where(message => message.IsError).Select(message => message.Text));
        Assert.Empty(Unknown(run, []));
    }

    [Fact]
    public async Task EveryIdentifierOfAnExpectedErrorIsKnownButWhatDoesNotExist()
    {
        var fails = new BlockOptions { Kind = new BlockKind.Fails(["CS0103", "CS1061"]) };
        var run = (await shop.RunAsync(new SessionPage().Block("var it = new Counted.Shop(\"a\"); it.Buy(nothing); it.Nowhere(); it.Sell(it.Name);", fails).Plan()))[0];
        Assert.Empty(Unknown(run, ["nothing", "Nowhere"]));
    }

    // A discard stands for nothing, nameof and notnull are words of the language.
    private static List<string> Unknown(StepRun run, string[] missing)
    {
        var code = ((SessionStep.Block)run.Step).Code.Code;
        var known = run.Names.ToDictionary(name => name.Start, name => run.Symbols[name.Symbol]);
        Assert.All(known.Values, symbol => Assert.NotEmpty(symbol.Signature));
        return
        [
            .. CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.CSharp14, kind: SourceCodeKind.Script)).GetRoot().DescendantTokens()
                .Where(token => token.IsKind(SyntaxKind.IdentifierToken) && !token.IsMissing && !known.ContainsKey(token.SpanStart) && token.Text is not ("_" or "nameof" or "notnull") && !missing.Contains(token.Text))
                .Select(token => $"{token.Text} at {token.SpanStart} in {token.Parent!.Kind()}"),
        ];
    }

    [Fact]
    public async Task NamesAreKnownWhereACompilationFails()
    {
        var fails = new BlockOptions { Kind = new BlockKind.Fails(["CS0029"]) };
        var run = (await shop.RunAsync(new SessionPage().Block("int much = new Counted.Shop(\"a\");", fails).Plan()))[0];
        Assert.Equal("Counted namespace Counted\nShop class Shop [counted.shop.html]", string.Join('\n', Text(run).Split('\n').Where(line => line.Contains("ounted", StringComparison.Ordinal) && !line.Contains("much", StringComparison.Ordinal)).Select(line => line.Replace(" [counted.html]", "", StringComparison.Ordinal))));
    }

    private static string Text(StepRun run)
    {
        var text = new StringBuilder();
        var code = ((SessionStep.Block)run.Step).Code.Code;
        foreach (var name in run.Names)
        {
            var symbol = run.Symbols[name.Symbol];
            var href = symbol.Href?.Replace("https://learn.microsoft.com/dotnet/api/", "~", StringComparison.Ordinal) ?? (symbol.Block is { } block ? "#" + block : "");
            text.Append(code, name.Start, name.Length).Append(' ').Append(symbol.Signature).Append(href.Length > 0 ? $" [{href}]" : "");
            if (symbol.Variable is { } variable && run.Variables.FirstOrDefault(held => held.Name == variable) is { } held) text.Append(" = ").Append(held.Text);
            text.Append('\n');
        }
        return text.ToString();
    }

    public sealed class ShopFixture : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("docsite-shop-");
        private readonly SessionRunner _runner;
        private readonly string _source = File.ReadAllText(Path.Combine(Repository.Root, "tests/Docsite.Tests/Reference/Counted.cs.txt"));

        public ShopFixture()
        {
            var assembly = CompiledSource.Write(_folder.FullName, "Counted", _source);
            var settings = new SiteSettings { Root = _folder.FullName, SiteTitle = "Shop", Timeout = TimeSpan.FromSeconds(30), Reference = new ReferenceSettings() };
            _runner = new SessionRunner(settings, BlockEnvironment.Framework with
            {
                References = BlockEnvironment.Framework.References.Add(assembly),
                Assemblies = [assembly],
                Projects = [new BuiltProject("Counted.csproj", assembly)],
            });
        }

        internal bool IsSelfCounted(string id) => _source.Contains($"\"{id}\"", StringComparison.Ordinal);

        internal Task<ImmutableArray<StepRun>> RunAsync(params string[] blocks) => RunAsync(SessionPage.Of(blocks));

        internal Task<ImmutableArray<StepRun>> RunAsync(Docsite.Planning.SessionPlan plan) => _runner.RunAsync(plan, TestContext.Current.CancellationToken);

        public void Dispose()
        {
            _runner.Dispose();
            _folder.Delete(recursive: true);
        }
    }
}
