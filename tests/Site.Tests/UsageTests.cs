namespace Site.Tests;

/// <summary>What the tool says when it is asked the wrong thing.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("build --no-biuld", "--no-build")]
    [InlineData("verify --acept", "--accept")]
    [InlineData("biuld", "build")]
    public void An_unknown_word_is_an_error_with_a_suggestion(string arguments, string suggestion)
    {
        var run = TestSupport.DocsiteTool.Run(AppContext.BaseDirectory, arguments.Split(' '));
        Assert.Contains($"Did you mean '{suggestion}'?", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public void A_folder_without_settings_is_a_usage_error()
    {
        var run = TestSupport.DocsiteTool.Run(AppContext.BaseDirectory, "build");
        Assert.Contains("docsite.yml", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public void A_host_that_is_no_address_is_a_usage_error()
    {
        var run = TestSupport.DocsiteTool.Run(AppContext.BaseDirectory, "build", "--host", "ftp://example.org");
        Assert.Contains("'ftp://example.org' is not the address of a site; expected: a host such as example.org", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public void A_wrong_setting_is_found_at_its_line()
    {
        var site = new TeaHouseSite(nameof(A_wrong_setting_is_found_at_its_line));
        site.Change("docsite.yml", "SiteTitle:", "SiteTilte:");
        var run = site.Run("build");
        Assert.Contains("docsite.yml(1,1): error", run.Output, StringComparison.Ordinal);
        Assert.Contains("SiteTitle", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, run.ExitCode);
    }

    [Theory]
    [InlineData("verify content/brewing/tee.md", "content/brewing/tea.md")]
    [InlineData("verify --id index#frist", "index#first")]
    [InlineData("verify --accept --force-id index#frist", "index#first")]
    [InlineData("explain index#frist", "index#first")]
    public void What_is_not_there_cannot_be_verified(string arguments, string suggestion)
    {
        var site = new TeaHouseSite("not-there");
        var run = site.Run(arguments.Split(' '));
        Assert.Contains($"did you mean {suggestion}?", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, run.ExitCode);
    }
}
