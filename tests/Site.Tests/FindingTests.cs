using TestSupport;

namespace Site.Tests;

/// <summary>Every way a page can stop being true, all in one site and one run of the real tool: each found at its very place.</summary>
public sealed class FindingTests(FindingTests.SpoiltSite spoilt) : IClassFixture<FindingTests.SpoiltSite>
{
    private const string Home = "content/index.md";
    private const string Tea = "content/brewing/tea.md";
    private const string List = "content/brewing/list.md";

    // What is changed, into what, and the text whose first character is the place of the finding.
    public static TheoryData<string, string, string, string, string> Faults => new()
    {
        { "DOC0201", Home, "// => 90", "// => 91", "91" },
        { "DOC0202", Home, "// => 90", "// =>", "// =>\nConsole" },
        { "DOC0201", Home, "100<!--=", "99<!--=", "99" },
        { "DOC0201", List, "// => 100", "// => 10", "10\n   > ```" },
        { "DOC0201", Tea, "// => Sea: 100; Mountain: 90", "// => Sea: 100; Mountain: 91", "91" },
        { "DOC0205", Home, "90 degrees\n```\n```figure", "91 degrees\n```\n```figure", "1 degrees\n```" },
        { "DOC0205", Home, "Console.WriteLine(", "Console.WriteLine(1); Console.WriteLine(", "90 degrees\n```" },
        { "DOC0206", Home, "```output\n90 degrees\n```\n", "", "```csharp" },
        { "DOC0501", Home, "   temperature 90", "   temperature 91", "1\n```\n\nNext" },
        { "DOC0502", Home, "```figure\nA kettle\n\n1. now\n   temperature 90\n```\n", "", "```csharp" },
        { "DOC0301", Home, "kettle.Heat(70)   //", "kettle.Cool(70)   //", "Cool" },
        { "DOC0301", List, "kettle.Pour().Temp", "kettle.Spill().Temp", "Spill" },
        { "DOC0303", Tea, "Cup cup = new", "var cup = new", "CS0029\n```\n\n## High" },
        { "DOC0401", List, "kettle.Heat(80);", "kettle.Heat(-80);", "kettle.Heat(-80)" },
        { "DOC0402", Tea, "new Kettle(Altitude.Sea).Pour();", "_ = new Kettle(Altitude.Sea);", "InvalidOperationException\n" },
        { "DOC0602", Home, "brewing/tea.md#too-cold", "brewing/tea.md#too-hot", "tea.md#too-hot" },
        { "DOC0601", Home, "brewing/tea.md#too-cold", "brewing/coffee.md", "coffee.md" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void It_is_found_where_it_is(string id, string page, string from, string to, string at)
    {
        var copy = SpoiltSite.NameOf(page, from, to);
        Assert.Contains($"{copy}{spoilt.Site.PositionOf(copy, at)}: error {id}", spoilt.Run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("endless-loop", "DOC0405", "while (true)")]
    [InlineData("stack-overflow", "DOC0406", "Deep(0);")]
    [InlineData("exit", "DOC0406", "Environment.Exit")]
    [InlineData("memory", "DOC0401", "all[i] = new")]
    public void A_block_that_takes_its_process_with_it_costs_only_itself(string name, string id, string statement)
    {
        var page = $"content/runaway-{name}.md";
        Assert.Contains($"{page}{spoilt.Site.PositionOf(page, statement)}: error {id}", spoilt.Run.Output, StringComparison.Ordinal);
        Assert.Contains($"{page}{spoilt.Site.PositionOf(page, "3\n```\n")}: error DOC0201", spoilt.Run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_written()
    {
        Assert.Equal(1, spoilt.Run.ExitCode);
        Assert.False(Directory.Exists(spoilt.Site.PathOf("site")));
    }

    /// <summary>The tea house with each page copied and spoilt once for each fault.</summary>
    public sealed class SpoiltSite
    {
        private static readonly (string Name, string Code)[] Runaways =
        [
            ("endless-loop", "while (true) { }"),
            ("stack-overflow", "int Deep(int n) => Deep(n + 1) + 1; Deep(0);"),
            ("exit", "Environment.Exit(4);"),
            ("memory", "var all = new byte[10][]; for (var i = 0; i < 10; i++) { all[i] = new byte[1_000_000_000]; Array.Fill(all[i], (byte)1); }"),
        ];

        public SpoiltSite()
        {
            Site = new TeaHouseSite("spoilt");
            foreach (var row in Faults)
            {
                var (_, page, from, to, _) = row.Data;
                var copy = NameOf(page, from, to);
                Site.Write(copy, Site.Read(page));
                Site.Change(copy, from, to);
                if (page == Home) Site.Write(copy, Site.Read(copy).Replace("brewing/", "", StringComparison.Ordinal));
            }
            foreach (var (name, code) in Runaways)
            {
                Site.Write($"content/runaway-{name}.md", $"Title: Runaway\n---\n\n# Runaway\n\n```csharp timeout=2s\n{code}\n```\n\n```csharp\n1 + 1   // => 3\n```\n");
            }
            Run = Site.Run("build");
        }

        public TeaHouseSite Site { get; }

        public ToolRun Run { get; }

        /// <summary>The copy of a page that has this one fault; all copies lie in the same folder.</summary>
        public static string NameOf(string page, string from, string to)
        {
            var index = Faults.Select(row => row.Data).TakeWhile(data => (data.Item2, data.Item3, data.Item4) != (page, from, to)).Count();
            return $"content/brewing/fault-{index}.md";
        }
    }
}
