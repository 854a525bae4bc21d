using Docsite.Caching;
using Docsite.Settings;
using Docsite.Tests.Execution;

namespace Docsite.Tests.Caching;

public sealed class SourceStateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("site", "site/a.cs", true)]
    [InlineData("site/", "site/deep/a.cs", true)]
    [InlineData("site", "site2/a.cs", false)]
    public void AFileOfTheSiteLiesBelowIt(string site, string path, bool isOfIt) => Assert.Equal(isOfIt, IsSame(Path.Combine(_folder.Path, site), path));

    /// <summary>In a container, a site may be all of it.</summary>
    [Fact]
    public void ASiteCanBeTheWholeDisk() => Assert.True(IsSame(Path.GetPathRoot(_folder.Path)!, "site/a.cs"));

    public void Dispose() => _folder.Dispose();

    private bool IsSame(string root, string path)
    {
        var full = Path.Combine(_folder.Path, path);
        _ = Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, "class A;");
        return new SourceState(Path.GetRelativePath(root, full), FilesDigest.HashOf("class A;"u8)).IsSame(new SiteSettings { Root = root, SiteTitle = "Test" });
    }
}
