using System.IO.Compression;
using System.Text;
using Docsite.Theme;

namespace Site.Tests.Themes;

public sealed class AssetTests
{
    [Theory]
    [InlineData("assets/docsite.css", 8)]
    [InlineData("assets/cards.css", 2)]
    [InlineData("assets/figures.css", 4)]
    [InlineData("assets/reference.css", 2)]
    [InlineData("assets/docsite.js", 6)]
    [InlineData("assets/favicon.svg", 1)]
    public void AnAssetKeepsToItsBudget(string path, int kibibytes) => Assert.InRange(GzipLength(Content(path)), 1, kibibytes * 1024);

    [Theory]
    [InlineData("assets/docsite.css", "@import")]
    [InlineData("assets/docsite.css", "url(")]
    [InlineData("assets/docsite.css", "@font-face")]
    [InlineData("assets/docsite.css", "//")]
    [InlineData("assets/docsite.css", "/*")]
    [InlineData("assets/cards.css", "@import")]
    [InlineData("assets/cards.css", "//")]
    [InlineData("assets/figures.css", "@import")]
    [InlineData("assets/figures.css", "//")]
    [InlineData("assets/reference.css", "@import")]
    [InlineData("assets/reference.css", "//")]
    [InlineData("assets/docsite.js", "fetch(")]
    [InlineData("assets/docsite.js", "http")]
    [InlineData("assets/docsite.js", "import")]
    public void AnAssetAsksNobodyForMore(string path, string words) =>
        Assert.DoesNotContain(words, Encoding.UTF8.GetString(Content(path)), StringComparison.Ordinal);

    private static byte[] Content(string path)
    {
        var theme = new RazorTheme();
        return [.. theme.Assets.Single(asset => asset.Path == path).Content];
    }

    private static int GzipLength(byte[] content)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.SmallestSize)) gzip.Write(content);
        return target.ToArray().Length;
    }
}
