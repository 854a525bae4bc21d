using System.Globalization;
using TestSupport;

namespace Site.Tests;

/// <summary>What the pages say about the observations of real kernels, against the file of the observations.</summary>
public sealed class ObservationTests
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.PathOf("tests", "LinuxMm.Tests", "RealKernels", "real-kernels.jsonl"));

    [Fact]
    public void The_page_about_trust_counts_them_right() =>
        Assert.Contains($"answered {Lines.Length.ToString("N0", CultureInfo.InvariantCulture)} questions", File.ReadAllText(Repository.PathOf("content", "contribute", "fidelity.md")), StringComparison.Ordinal);

    /// <summary>An article that speaks of a release with three numbers, such as 6.1.192, speaks of a machine that was asked: the file has it.</summary>
    [Theory, MemberData(nameof(ArticleTests.Articles), MemberType = typeof(ArticleTests))]
    public void A_page_says_when_and_how_its_kernels_were_asked(string file)
    {
        var text = File.ReadAllText(Repository.PathOf(file));
        string[] kernels = ["5.10.262", "6.1.192"];
        if (Array.Find(kernels, kernel => text.Contains(kernel, StringComparison.Ordinal)) is not { } named) return;
        Assert.Contains(Lines, line => line.Contains($"\"kernel\":\"{named}", StringComparison.Ordinal));
        Assert.Matches("Debian's 5.10.262|Debian's 6.1.192", text);
        Assert.Matches("QEMU", text);
        Assert.Matches("November 2026", text);
    }
}
