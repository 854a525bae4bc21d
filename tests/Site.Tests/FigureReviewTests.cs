namespace Site.Tests;

/// <summary>A picture that changed is shown beside the one that readers see.</summary>
public sealed class FigureReviewTests
{
    [Fact]
    public void A_picture_that_differs_is_laid_beside_the_published_one()
    {
        var site = new TeaHouseSite("redrawn");
        Assert.Equal(0, site.Run("build").ExitCode);
        site.Change("content/index.md", "kettle.Heat(70)   // => 90", "kettle.Heat(60)   // => 80");
        var run = site.Run("verify");
        Assert.Contains("step 1: temperature 90 is gone; temperature 80 is new", run.Output, StringComparison.Ordinal);
        var review = site.Read(run.Output.Split("compare both pictures in ")[1].Split('\n')[0].TrimEnd()).Split("<h2>Now");
        Assert.Contains("90 degrees</p>", review[0], StringComparison.Ordinal);
        Assert.Contains("80 degrees</p>", review[1], StringComparison.Ordinal);
        Assert.Contains("<li>step 1: temperature 90 is gone; temperature 80 is new</li>", review[0], StringComparison.Ordinal);
        Assert.All(review, half => Assert.Contains("class=\"differs\"", half, StringComparison.Ordinal));
        Assert.DoesNotContain("pair same", string.Concat(review), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_only_the_text_on_the_page_is_wrong_the_picture_is_said_to_be_as_published()
    {
        var site = new TeaHouseSite("misstated");
        Assert.Equal(0, site.Run("build").ExitCode);
        site.Change("content/index.md", "temperature 90", "temperature 91");
        var run = site.Run("verify");
        Assert.Contains("step 1: temperature 91 is gone; temperature 90 is new", run.Output, StringComparison.Ordinal);
        var review = site.Read(run.Output.Split("compare both pictures in ")[1].Split('\n')[0].TrimEnd());
        Assert.Contains("<p>The picture is the one that is published. The text form on the page says something else:</p><ul><li>step 1: temperature 91 is gone", review, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"differs\"", review, StringComparison.Ordinal);
    }
}
