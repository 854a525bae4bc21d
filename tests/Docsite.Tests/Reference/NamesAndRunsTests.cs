using System.Collections.Immutable;
using System.Text;
using Docsite.Execution;
using Docsite.Parsing;
using Docsite.Reference;
using Docsite.Settings;
using Docsite.Tests.Execution;
using TestSupport;

namespace Docsite.Tests.Reference;

public sealed class NamesAndRunsTests(NamesAndRunsTests.ShopFixture shop) : IClassFixture<NamesAndRunsTests.ShopFixture>
{
    /// <summary>The last block asks the library itself what ran; members without a line of their own there are looked at below.</summary>
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

    [Fact]
    public async Task EveryNameIsWhatTheCompilerSaysItIs()
    {
        var runs = await shop.RunAsync(
            "using Counted;\nvar shop = new Kiosk(name: \"a\");\nvar (ware, count) = (\"tea\", 2);\nList<(string Ware, int Left)> lines = [];",
            "shop.Buy(ware, count);\nint Twice(int number) => number * 2;\nforeach (var one in shop.Map((w, n) => (w, Twice(n)))) lines.Add(one);\nvar text = shop is Shop { Name: var found, IsNamed: true } ? found.Length : 0;\nvar few = lines.Where(line => line.Left > 1).ToList();\nshop.Empty(ware);",
            "record Receipt<T>(T Of);\nvar receipt = new Receipt<string>(ware);\nvar endless = Enumerable.Range(0, int.MaxValue).Select(i => i);");
        Golden.Verify(string.Join("\n", runs.Select((run, i) => $"== block {i + 1}\n{Text(run)}")), "Names");
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
