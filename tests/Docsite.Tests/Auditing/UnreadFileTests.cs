using Docsite.Settings;
using Docsite.Tests.Execution;
using Docsite.Tests.Keeping;
using Docsite.Tests.Rendering;

namespace Docsite.Tests.Auditing;

/// <summary>A file that cannot be read is told where it lies, and not once more by each link that leads to it.</summary>
public sealed class UnreadFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("![A map](img/map.png)")]
    [InlineData("![A map](/img/map.png) ![A map](~/img/map.png)")]
    [InlineData("[The map](img/map.png)\n\n<img src=\"img/map.png\" alt=\"A map\">")]
    public async Task ItIsOneFinding(string links)
    {
        Write("index.md", $"# Home\n\n{links}\n");
        Write("img/other.png", "x");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "content/img/map.png"), "nowhere");
        var settings = new SiteSettings { Root = _folder.Path, SiteTitle = "Test", OutputPath = "site" };
        var result = await new SiteBuild(settings, new StatedRunner(), new PlainTheme()).RunAsync(new SiteRequest { Write = true }, null, TestContext.Current.CancellationToken);
        Assert.Equal(["content/img/map.png(1,1) DOC0151"], result.Diagnostics.Select(finding => $"{finding.Location} {finding.Id}"));
        Assert.Null(result.WrittenTo);
    }

    [Fact]
    public async Task OtherLinksAreStillBroken()
    {
        Write("index.md", "# Home\n\n![A map](img/map.png) ![A map](img/mop.png)\n");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "content/map.png"), "nowhere");
        var settings = new SiteSettings { Root = _folder.Path, SiteTitle = "Test", OutputPath = "site" };
        var result = await new SiteBuild(settings, new StatedRunner(), new PlainTheme()).RunAsync(new SiteRequest(), null, TestContext.Current.CancellationToken);
        Assert.Equal(["content/index.md(3,10) DOC0601", "content/index.md(3,32) DOC0601", "content/map.png(1,1) DOC0151"], result.Diagnostics.Select(finding => $"{finding.Location} {finding.Id}"));
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string path, string text)
    {
        var full = Path.Combine(_folder.Path, "content", path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
