using Docsite.Execution.Marking;

namespace Docsite.Tests.Execution;

public sealed class MarkedFoldersTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("docsite-marked-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void WhatIsUsedIsMadeOnce()
    {
        using var folders = new MarkedFolders(_root.FullName);
        var copy = Assert.Single(folders.Take([typeof(Toys.Coin).Assembly.Location]));
        Assert.Contains("M:Docsite.Tests.Execution.Toys.Coin.#ctor(System.UInt64)", copy.Members);
        using var others = new MarkedFolders(_root.FullName);
        Assert.Equal(copy.Path, Assert.Single(others.Take([typeof(Toys.Coin).Assembly.Location])).Path);
    }

    [Theory]
    [InlineData("cache")]
    [InlineData("cache/x")]
    public void WhereTheyCannotBeKeptTheyLieElsewhereUntilTheEnd(string folder)
    {
        File.WriteAllText(Path.Combine(_root.FullName, "cache"), "no folder");
        MarkedCopy copy;
        using (var folders = new MarkedFolders(Path.Combine(_root.FullName, folder)))
        {
            copy = Assert.Single(folders.Take([typeof(Toys.Coin).Assembly.Location]));
            Assert.True(File.Exists(copy.Path));
            Assert.NotEmpty(copy.Members);
        }
        Assert.False(File.Exists(copy.Path));
    }

    [Fact]
    public void TheOldestThatNobodyUsesAreRemoved()
    {
        var old = Enumerable.Range(0, 12).Select(Old).ToList();
        using var held = new FileStream(Path.Combine(old[0], "a.members"), FileMode.Open, FileAccess.Read, FileShare.Read);
        using var folders = new MarkedFolders(_root.FullName);
        var copy = Assert.Single(folders.Take([typeof(Toys.Coin).Assembly.Location]));
        Assert.Equal(
            [.. old.Where((_, i) => i is 0 or > 4), Path.GetDirectoryName(copy.Path)!],
            Directory.EnumerateDirectories(_root.FullName).OrderBy(Directory.GetLastWriteTimeUtc));
        Assert.True(File.Exists(copy.Path));
    }

    // One that a process left unfinished has no list of members.
    private string Old(int number)
    {
        var folder = _root.CreateSubdirectory($"marked-{number}").FullName;
        if (number != 1) File.WriteAllText(Path.Combine(folder, "a.members"), "");
        Directory.SetLastWriteTimeUtc(folder, new DateTime(2020, 1, 1 + number, 0, 0, 0, DateTimeKind.Utc));
        return folder;
    }
}
