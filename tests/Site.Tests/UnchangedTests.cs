namespace Site.Tests;

/// <summary>A site that has not changed is answered from what the last run left, by the whole tool.</summary>
public sealed class UnchangedTests
{
    private const string Told = "; nothing has changed.";
    private const string Warning = "examples/two-cups.cs(18,9): warning DOC0612";

    [Fact]
    public void The_second_build_says_that_nothing_has_changed_and_tells_the_warnings_again()
    {
        var site = new TeaHouseSite("unchanged");
        var first = site.Run("build");
        Assert.Contains(Warning, first.Output, StringComparison.Ordinal);
        foreach (var command in new[] { "build", "verify" })
        {
            var again = site.Run(command);
            Assert.Equal(0, again.ExitCode);
            Assert.Contains(Told, again.Output, StringComparison.Ordinal);
            Assert.Contains("12 runs, 12 from the cache", again.Output, StringComparison.Ordinal);
            Assert.Contains(Warning, again.Output, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(Told, site.Run("build", "--no-cache").Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Told, site.Run("build", "--shuffle", "3").Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Told, site.Run("verify", "--format", "junit").Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Told, site.Run("build", "--output", "other").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_edited_in_the_site_is_built_again_and_a_finding_is_found_again()
    {
        var site = new TeaHouseSite("edited");
        Assert.Equal(0, site.Run("build").ExitCode);
        var built = site.Read("site/index.html");
        site.Write("site/index.html", "edited");
        Assert.DoesNotContain(Told, site.Run("build").Output, StringComparison.Ordinal);
        Assert.Equal(built, site.Read("site/index.html"));

        site.Change("content/index.md", "kettle.Heat(70)   // => 90", "kettle.Heat(70)   // => 91");
        for (var i = 0; i < 2; i++)
        {
            var run = site.Run("build");
            Assert.Equal(1, run.ExitCode);
            Assert.Contains("DOC0201", run.Output, StringComparison.Ordinal);
        }
        site.Change("content/index.md", "kettle.Heat(70)   // => 91", "kettle.Heat(70)   // => 90");
        Assert.Contains(Told, site.Run("build").Output, StringComparison.Ordinal);
    }
}
