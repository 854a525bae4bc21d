using System.Globalization;
using System.Text.RegularExpressions;
using TestSupport;

namespace Site.Tests;

/// <summary>What CONTRIBUTING.md shows of the repository is what the repository has.</summary>
public sealed partial class ContributingTests
{
    private static readonly string Guide = File.ReadAllText(Repository.PathOf("CONTRIBUTING.md"));

    [Fact]
    public void The_example_that_it_shows_is_the_file_that_it_names()
    {
        var shown = ShownExample().Match(Guide);
        Assert.True(shown.Success, "CONTRIBUTING.md shows no example behind the words 'This one is `examples/...`:'.");
        Assert.Equal(File.ReadAllText(Repository.PathOf(shown.Groups["file"].Value)), shown.Groups["code"].Value);
    }

    [Fact]
    public void Every_target_that_it_names_is_one_of_the_build() =>
        Assert.Empty(Targets().Matches(Guide + File.ReadAllText(Repository.PathOf("README.md"))).Select(match => match.Groups["target"].Value)
            .Where(target => !File.ReadAllText(Repository.PathOf("build.cake")).Contains($"Task(\"{target}\")", StringComparison.Ordinal)));

    [Fact]
    public void What_the_page_of_parts_shows_is_the_markdown_above_it()
    {
        var page = File.ReadAllText(Repository.PathOf("content/contribute/parts.md"));
        var pieces = ShownMarkdown().Matches(page);
        Assert.True(pieces.Count > 10, $"only {pieces.Count} pieces of Markdown are shown");
        Assert.All(pieces, piece => Assert.StartsWith(piece.Groups["markdown"].Value, page[(piece.Index + piece.Length)..].TrimStart('\n'), StringComparison.Ordinal));
    }

    [Fact]
    public void The_finding_that_it_shows_is_that_of_the_listing_that_it_changes()
    {
        var lines = File.ReadAllLines(Repository.PathOf("content/contribute/parts.md"));
        var place = ShownPlace().Match(string.Join('\n', lines));
        Assert.True(place.Success, "the page shows no finding");
        var (line, column) = (int.Parse(place.Groups["line"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(place.Groups["column"].ValueSpan, CultureInfo.InvariantCulture));
        Assert.Equal(("pages[0].RefCount   // => 1025", "1025"), (lines[line - 1], lines[line - 1][(column - 1)..]));
        Assert.Equal(place.Groups["text"].Value.Replace("1024", "1025", StringComparison.Ordinal), lines[line - 1]);
    }

    [GeneratedRegex(@"^(?<fence>`{3,})markdown\n(?<markdown>.*?\n)\k<fence>\n", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex ShownMarkdown();

    [GeneratedRegex(@"parts\.md\((?<line>\d+),(?<column>\d+)\).*\n +\k<line> \| (?<text>.*)\n")]
    private static partial Regex ShownPlace();

    [GeneratedRegex(@"This one is `(?<file>examples/[^`]+)`:\n\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex ShownExample();

    [GeneratedRegex(@"--target=(?<target>\w+)")]
    private static partial Regex Targets();
}
