using Docsite.Caching;
using Docsite.Tests.Execution;

namespace Docsite.Tests.Caching;

/// <summary>Builds of the tool that take turns keep their results beside each other, and not for ever.</summary>
public sealed class RunFoldersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Each_configuration_has_its_own() =>
        Assert.NotEqual(RunFolders.Of(_folder.Path, "Debug"), RunFolders.Of(_folder.Path, "Release"));

    [Fact]
    public void Those_used_longest_ago_are_removed()
    {
        var own = Directory.CreateDirectory(RunFolders.Of(_folder.Path, "Debug"));
        own.LastWriteTimeUtc = DateTime.UnixEpoch;
        string[] others = [.. Enumerable.Range(1, 5).Select(hour => Made($"runs-{hour}", hour))];
        var another = Made("figures", 0);
        RunFolders.ForgetOthers(own.FullName);
        Assert.Equal([false, false, true, true, true], others.Select(Directory.Exists));
        Assert.True(own.Exists && Directory.Exists(another));
    }

    [Fact]
    public void What_is_not_there_needs_no_removing() => RunFolders.ForgetOthers(RunFolders.Of(Path.Combine(_folder.Path, "nowhere"), "Debug"));

    public void Dispose() => _folder.Dispose();

    private string Made(string name, int hour)
    {
        var folder = _folder.Path + "/" + name;
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "one.run"), "");
        Directory.SetLastWriteTimeUtc(folder, DateTime.UnixEpoch.AddHours(hour));
        return folder;
    }
}
