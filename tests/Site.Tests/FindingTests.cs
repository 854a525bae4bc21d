namespace Site.Tests;

/// <summary>Every way a page can stop being true, through the real tool: found at its very place.</summary>
public sealed class FindingTests
{
    private const string Home = "content/index.md";
    private const string Tea = "content/brewing/tea.md";
    private const string List = "content/brewing/list.md";

    // What is changed, into what, and the text whose first character is the place of the finding.
    [Theory]
    [InlineData("DOC0201", Home, "// => 90", "// => 91", "91")]
    [InlineData("DOC0201", List, "// => 100", "// => 10", "10\n   > ```")]
    [InlineData("DOC0201", Tea, "// => Sea: 100; Mountain: 90", "// => Sea: 100; Mountain: 91", "91")]
    [InlineData("DOC0210", Home, "90 degrees\n```\n```figure", "91 degrees\n```\n```figure", "91 degrees\n```")]
    [InlineData("DOC0501", Home, "   temperature 90", "   temperature 91", "1\n```\n\nNext")]
    [InlineData("DOC0301", Home, "kettle.Heat(70)   //", "kettle.Cool(70)   //", "Cool")]
    [InlineData("DOC0301", List, "kettle.Pour().Temp", "kettle.Spill().Temp", "Spill")]
    [InlineData("DOC0401", List, "kettle.Heat(80);", "kettle.Heat(-80);", "kettle.Heat(-80)")]
    [InlineData("DOC0601", Home, "brewing/tea.md#too-cold", "brewing/tea.md#too-hot", "brewing/tea.md#too-hot")]
    [InlineData("DOC0601", Home, "brewing/tea.md#too-cold", "brewing/coffee.md", "brewing/coffee.md")]
    public void It_is_found_where_it_is(string id, string page, string from, string to, string at)
    {
        var site = new TeaHouseSite($"found-{id}");
        site.Change(page, from, to);
        var run = site.Run("build");
        Assert.Contains($"{page}{site.PositionOf(page, at)}: error {id}", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
        Assert.False(Directory.Exists(site.PathOf("site")));
    }

    [Theory]
    [InlineData("endless loop", "while (true) { }")]
    [InlineData("stack overflow", "int Deep(int n) => Deep(n + 1) + 1; Deep(0);")]
    [InlineData("exit", "Environment.Exit(3);")]
    [InlineData("memory", "var all = new byte[10][]; for (var i = 0; i < 10; i++) { all[i] = new byte[1_000_000_000]; Array.Fill(all[i], (byte)1); }")]
    public void A_block_that_takes_its_process_with_it_costs_only_itself(string name, string code)
    {
        var site = new TeaHouseSite("runaway-" + name);
        site.Write("content/runaway.md", $"Title: Runaway\n---\n\n# Runaway\n\n```csharp timeout=2s\n{code}\n```\n\n```csharp\n1 + 1   // => 3\n```\n");
        site.Change(Home, "// => 90", "// => 91");
        var run = site.Run("verify");
        Assert.Contains("content/runaway.md(7,", run.Output, StringComparison.Ordinal);
        Assert.Contains($"content/runaway.md{site.PositionOf("content/runaway.md", "3\n```")}: error DOC0201", run.Output, StringComparison.Ordinal);
        Assert.Contains($"{Home}{site.PositionOf(Home, "91")}: error DOC0201", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
    }
}
