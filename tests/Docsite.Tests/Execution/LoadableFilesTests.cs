using Docsite.Worker;

namespace Docsite.Tests.Execution;

public sealed class LoadableFilesTests
{
    private static readonly LoadableFiles s_files = new(
        ["/a/Own.dll", "/p/unix/Data.dll", "/p/Data.dll", "/p/de/Data.resources.dll", "/p/fr/Data.resources.dll", "/n/libe_sqlite3.so", "/n/zstd.dll", "/n/My.Native.so", "/b/Docsite.Tests.dll"],
        typeof(LoadableFilesTests).Assembly);

    [Theory]
    [InlineData("Own", "", "/a/Own.dll")]
    [InlineData("own", null, "/a/Own.dll")]
    [InlineData("Data", "", "/p/unix/Data.dll")]
    [InlineData("Data.resources", "de", "/p/de/Data.resources.dll")]
    [InlineData("Data.resources", "fr", "/p/fr/Data.resources.dll")]
    [InlineData("Data.resources", "it", null)]
    [InlineData("Docsite.Tests", "", null)]
    public void AnAssemblyIsFoundByNameAndLanguage(string name, string? language, string? path)
    {
        _ = s_files.TryFind(name, language, out var found);
        Assert.Equal(path, found);
    }

    [Theory]
    [InlineData("e_sqlite3", "/n/libe_sqlite3.so")]
    [InlineData("libe_sqlite3", "/n/libe_sqlite3.so")]
    [InlineData("libe_sqlite3.so", "/n/libe_sqlite3.so")]
    [InlineData("e_sqlite3.dll", "/n/libe_sqlite3.so")]
    [InlineData("zstd", "/n/zstd.dll")]
    [InlineData("My.Native", "/n/My.Native.so")]
    [InlineData("other", null)]
    public void ANativeLibraryIsFoundByAnyOfItsNames(string name, string? path)
    {
        _ = s_files.TryFindNative(name, out var found);
        Assert.Equal(path, found);
    }
}
