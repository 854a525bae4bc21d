using System.Text;

namespace Site.Tests;

/// <summary>Accepting mends the expectation, and nothing else on the page.</summary>
public sealed class AcceptTests
{
    private const string Home = "content/index.md";

    private static readonly (string From, string To)[] Changes =
    [
        ("// => 90", "// => 91"),
        ("// => 90", "// =>"),
        ("100<!--=", "99<!--="),
        ("90 degrees\n```\n", "many\ndegrees\n```\n"),
        ("```figure\nA kettle\n\n1. now\n   temperature 90\n```\n", ""),
        ("   temperature 90", "   temperature 91"),
    ];

    private static readonly (string Name, Func<string, byte[]> Spell)[] Spellings =
    [
        ("plain", text => Encoding.UTF8.GetBytes(text)),
        ("crlf", text => Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal))),
        ("bom", text => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]),
        ("unended", text => Encoding.UTF8.GetBytes(text.TrimEnd('\n'))),
    ];

    [Fact]
    public void It_mends_every_expectation_and_keeps_every_other_byte()
    {
        var site = new TeaHouseSite("accept");
        var right = new Dictionary<string, byte[]>();
        foreach (var (name, spell) in Spellings)
        {
            for (var i = 0; i < Changes.Length; i++)
            {
                var page = $"content/{name}-{i}.md";
                site.Write(page, site.Read(Home));
                right[page] = spell(site.Read(page));
                site.Change(page, Changes[i].From, Changes[i].To);
                File.WriteAllBytes(site.PathOf(page), spell(site.Read(page)));
            }
        }
        Assert.Equal(0, site.Run("verify", "--accept").ExitCode);
        Assert.All(right, page => Assert.Equal(Text(page.Value), Text(File.ReadAllBytes(site.PathOf(page.Key)))));

        var again = site.Run("verify", "--accept");
        Assert.Equal(0, again.ExitCode);
        Assert.DoesNotContain("accepted", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void It_takes_only_the_block_that_is_named_and_never_touches_code()
    {
        var site = new TeaHouseSite("accept-one");
        site.Change(Home, "// => 90", "// => 91");
        site.Change("content/brewing/list.md", "// => 100", "// => 101");
        site.Write("content/throws.md", "Title: Throws\n---\n\n# Throws\n\n```csharp\nnew Kettle(altitude).Heat(-1);\n```\n");
        site.Write("content/typo.md", "Title: Typo\n---\n\n# Typo\n\n```csharp\nnew Kettle(altitude).Cool();\n```\n");
        string[] others = ["content/brewing/list.md", "content/throws.md", "content/typo.md"];
        var before = others.Select(site.Read).ToList();
        site.Run("verify", "--accept", "--id", "index#first");
        Assert.Contains("// => 90", site.Read(Home), StringComparison.Ordinal);
        Assert.Equal(before, others.Select(site.Read));
        Assert.Equal(1, site.Run("verify", "--accept").ExitCode);
        Assert.Equal(before[1..], others[1..].Select(site.Read));
    }

    [Fact]
    public void What_vanished_threw_or_changes_each_time_is_accepted_only_by_name()
    {
        var site = new TeaHouseSite("refused");
        site.Write("content/vanished.md", Page("vanished", "1.ToString();", "```output\nstill here\n```"));
        site.Write("content/threw.md", Page("threw", "2 + 2   // => 5\nnew Kettle(altitude).Heat(-1);", ""));
        site.Write("content/unsteady.md", Page("unsteady", "System.Diagnostics.Stopwatch.GetTimestamp()   // => 5", ""));
        site.Change(Home, "// => 90", "// => 91");
        string[] pages = ["content/vanished.md", "content/threw.md", "content/unsteady.md"];
        var before = pages.Select(site.Read).ToList();

        var run = site.Run("verify", "--accept");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("not accepted: what the page states has vanished", run.Output, StringComparison.Ordinal);
        Assert.Contains("not accepted: the block did not run to its end", run.Output, StringComparison.Ordinal);
        Assert.Contains("not accepted: it came out differently when it was run again", run.Output, StringComparison.Ordinal);
        Assert.Contains("docsite verify --accept --force-id vanished#vanished", run.Output, StringComparison.Ordinal);
        Assert.Equal(before, pages.Select(site.Read));
        Assert.Contains("// => 90", site.Read(Home), StringComparison.Ordinal);

        Assert.Equal(0, site.Run("verify", "--accept", "--force-id", "vanished#vanished").ExitCode);
        Assert.DoesNotContain("still here", site.Read(pages[0]), StringComparison.Ordinal);
        Assert.Equal(before[1..], pages[1..].Select(site.Read));
    }

    [Fact]
    public void Each_change_can_be_asked_about()
    {
        var site = new TeaHouseSite("asked");
        site.Write("content/asked.md", Page("one", "1 + 1   // => 3", "") + "\n```csharp id=two\n2 + 2   // => 5\n```\n\n```csharp id=three\n3 + 3   // => 7\n```\n");
        var run = site.Answer("what?\na\ns\nq\n", "verify", "--accept", "--interactive", "content/asked.md");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("- 3\n+ 2\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(Page("one", "1 + 1   // => 2", "") + "\n```csharp id=two\n2 + 2   // => 5\n```\n\n```csharp id=three\n3 + 3   // => 7\n```\n", site.Read("content/asked.md"));
        Assert.Equal(2, site.Run("verify", "--interactive").ExitCode);
    }

    private static string Page(string id, string code, string expectation) =>
        $"Title: A page\n---\n\n# A page\n\n```csharp id={id}\n{code}\n```\n{expectation}\n";

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
