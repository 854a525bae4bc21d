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

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
