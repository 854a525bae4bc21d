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

    [GeneratedRegex(@"This one is `(?<file>examples/[^`]+)`:\n\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex ShownExample();

    [GeneratedRegex(@"--target=(?<target>\w+)")]
    private static partial Regex Targets();
}
