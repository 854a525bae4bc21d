using System.Collections.Immutable;
using System.Diagnostics;
using System.Net.Sockets;
using Docsite.Caching;
using Docsite.Discovery;
using Docsite.Execution.Projects;
using Docsite.Pages;
using Docsite.Settings;

namespace Docsite.Tests.Discovery;

public sealed class SiteDiscoveryTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("docsite-discovery-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void FindsPagesAndFilesInOrdinalOrder()
    {
        Write("content/b.md", "content/B/Two Words.md", "content/a/img/x.PNG", "content/a/index.md", "content/c.MD");
        var source = Discover();
        Assert.Equal(["b/two-words.html", "a/index.html", "b.html", "c.html"], source.Pages.Select(page => page.Route));
        Assert.Equal(["a/img/x.PNG"], source.Files.Select(file => file.Route));
        Assert.Equal(["", "a", "b"], source.Folders.Select(folder => folder.Route));
    }

    [Fact]
    public void ASiteWithoutPagesIsNone()
    {
        Write("content/_draft.md", "content/picture.png");
        var finding = Assert.Single(Discover().Diagnostics);
        Assert.Equal(("docsite.yml(1,1)", "there is no page in content; a site has one at least"), (finding.Location.ToString(), finding.Message));
    }

    [Theory]
    [InlineData("content/_draft.md")]
    [InlineData("content/_parts/x.md")]
    [InlineData("content/.hidden/x.md")]
    [InlineData("content/skip/x.md")]
    [InlineData("content/x.tmp")]
    public void LeavesOut(string path)
    {
        Write(path);
        var source = Discover("content/skip/**", "**/*.tmp");
        Assert.Empty(source.Pages);
        Assert.Empty(source.Files);
    }

    [Theory]
    [InlineData("content/skip/**", "")]
    [InlineData("**/*.tmp", "")]
    [InlineData("content/skip/deep/x.md", "")]
    [InlineData("content/_draft.md", "")]
    [InlineData("content/_parts/y.md", "")]
    [InlineData("content/hidden.md", "Error content/hidden.md; did you mean content/_hidden.md?")]
    [InlineData("skip/**", "Warning skip/**")]
    [InlineData("**/*.TMP", "Warning **/*.TMP")]
    [InlineData("other/x.md", "Error other/x.md")]
    public void APatternThatLeavesNothingOutIsAFindingWhereItStands(string pattern, string expected)
    {
        Write("content/a.md", "content/x.tmp", "content/skip/x.md", "content/skip/deep/x.md", "content/_draft.md", "content/_hidden.md", "content/_parts/y.md");
        var settings = SettingsReader.Read(new PageText("docsite.yml", $"SiteTitle: x\nExcludedPaths:\n  - content/skip/**\n  - '{pattern}'\n".Replace("  - content/skip/**\n  - 'content/skip/**'", "  - 'content/skip/**'", StringComparison.Ordinal)), _root.FullName).Settings;
        Assert.Equal(expected, string.Join('\n', SiteDiscovery.Discover(settings).Diagnostics.Select(finding =>
        {
            Assert.Equal(("docsite.yml(4,6)", "DOC0154"), (finding.Location.ToString(), finding.Id));
            return $"{finding.Severity} {finding.Message.Replace("' of ExcludedPaths leaves nothing out", "", StringComparison.Ordinal).TrimStart('\'')}";
        })));
    }

    [Fact]
    public void AFolderThatAddsNothingIsAFindingWhereTheSettingsNameIt()
    {
        Write("content/a.md", "more/_draft.md", "programs/readme.md");
        var settings = SettingsReader.Read(new PageText("docsite.yml", "SiteTitle: x\nInputPaths: [content, more]\nExamplePaths: [programs]\n"), _root.FullName).Settings;
        Assert.Equal(
            ["docsite.yml(2,23) the folder 'more' of InputPaths adds nothing to the site", "docsite.yml(3,16) the folder 'programs' of ExamplePaths adds nothing to the site"],
            SiteDiscovery.Discover(settings).Diagnostics.Select(finding => $"{finding.Location} {finding.Message}"));
    }

    [Fact]
    public void TheNearerMetadataWins()
    {
        Write("content/_directory.yml", "Title: Top\nAuthor: top\nLicence: top\nTheme: top");
        Write("content/learn/_directory.yml", "Title: Learn\nORDER: 2\nauthor: learn\nLicence: learn");
        Write("content/learn/_pins.yml", "Author: sidecar\nTags: [a, b]");
        Write("content/learn/pins.md", "");
        var source = Discover();
        var page = Assert.Single(source.Pages);
        Assert.Equal(
            ["Author=sidecar", "Licence=learn", "Tags=a, b", "Theme=top"],
            page.Metadata.Select(pair => $"{char.ToUpperInvariant(pair.Key[0])}{pair.Key[1..]}={pair.Value}").Order(StringComparer.Ordinal));
        var folder = source.Folders.Single(f => f.Route == "learn");
        Assert.Equal(("Learn", "2"), (folder.Metadata["title"], folder.Metadata["Order"]));
    }

    [Fact]
    public void MetadataThatIsNotRecursiveStaysInItsFolder()
    {
        Write("content/_directory.yml", "Recursive: false\nAuthor: top");
        Write("content/a.md", "content/b/b.md");
        Assert.Equal([true, false], Discover().Pages.Select(page => page.Metadata.ContainsKey("Author")));
    }

    [Theory]
    [InlineData("Order: first", "content/_directory.yml(1,8): Order is not a whole number")]
    [InlineData("Excluded: perhaps", "content/_directory.yml(1,11): Excluded is not true or false")]
    [InlineData("Xref: x\nxref: y", "content/_directory.yml(2,1): 'xref' is given twice")]
    [InlineData("Recursiv: false", "content/_directory.yml(1,1): unknown key Recursiv; did you mean Recursive?")]
    [InlineData("Licence: MIT", "content/_directory.yml(1,1): nothing reads the key Licence")]
    [InlineData("A: {b: c}", "content/_directory.yml(1,4): a text or a list of texts is expected")]
    public void ReportsMetadataThatCannotBeRead(string metadata, string expected)
    {
        Write("content/_directory.yml", metadata);
        var finding = Assert.Single(Discover().Diagnostics);
        Assert.Equal(expected, $"{finding.Location}: {finding.Message}");
    }

    [Fact]
    public void AFileThatIsNotUtf8IsAFindingAndTheRestIsFound()
    {
        Write("content/good.md");
        File.WriteAllBytes(Path.Combine(_root.FullName, "content/bad.md"), [0x61, 0xff, 0x62]);
        var source = Discover();
        Assert.Equal(["good.html"], source.Pages.Select(page => page.Route));
        var finding = Assert.Single(source.Diagnostics);
        Assert.Equal("content/bad.md(1,2): the byte 0xFF is not UTF-8", $"{finding.Location}: {finding.Message}");
    }

    [Fact]
    public void AMissingInputFolderIsAFindingWhereTheSettingsNameIt()
    {
        var settings = SettingsReader.Read(new PageText("docsite.yml", "SiteTitle: content\nInputPaths: [content/]\n"), _root.FullName).Settings;
        var finding = Assert.Single(SiteDiscovery.Discover(settings).Diagnostics);
        Assert.Equal("docsite.yml(2,14): the folder 'content' of InputPaths does not exist", $"{finding.Location}: {finding.Message}");
    }

    [Fact]
    public void AFileThatIsFarTooLongIsNotRead()
    {
        Write("content/a.md");
        using (var file = File.Create(Path.Combine(_root.FullName, "content", "long.md"))) file.SetLength((4 << 20) + 1);
        var source = Discover();
        Assert.Equal("content/long.md: the file cannot be read: it has 5 MiB, and no more than 4 MiB are read", $"{Assert.Single(source.Diagnostics).Location.Page.Path}: {source.Diagnostics[0].Message}");
        Assert.Equal("long.html", Assert.Single(source.Unread).Route);
    }

    [Fact]
    public void ALinkToAFolderIsNotFollowed()
    {
        Write("content/a/x.md");
        Directory.CreateSymbolicLink(Path.Combine(_root.FullName, "content/a/loop"), Path.Combine(_root.FullName, "content"));
        var source = Discover();
        Assert.Single(source.Pages);
        Assert.Equal("content/a/loop", Assert.Single(source.Diagnostics).Location.Page.Path);
    }

    [Theory]
    [InlineData("content/bad.md", "nowhere", "it is gone, or a link to nothing")]
    [InlineData("content/bad\uFFFD.md", "nowhere", "its name is not UTF-8; give it another one")]
    [InlineData("content/bad.md", "bad.md", "it is a link that leads back to itself")]
    [InlineData("content/_directory.yml", "nowhere/at/all", "it is gone, or a link to nothing")]
    [InlineData("content/_good.yml", "_good.yml", "it is a link that leads back to itself")]
    [InlineData("content/bad.png", "nowhere", "it is gone, or a link to nothing")]
    [InlineData("content/bad.md", "/dev/zero", "it is a pipe, a socket or a device")]
    [InlineData("content/bad.png", "/dev/zero", "it is a pipe, a socket or a device")]
    [InlineData("content/_directory.yml", "/dev/zero", "it is a pipe, a socket or a device")]
    public void AFileThatCannotBeReadIsAFindingAndTheRestIsFound(string path, string target, string reason)
    {
        Write("content/good.md");
        File.CreateSymbolicLink(Path.Combine(_root.FullName, path), target);
        var source = Discover();
        Assert.Equal(["good.html"], source.Pages.Select(page => page.Route));
        var finding = Assert.Single(source.Diagnostics);
        Assert.Equal($"{path}(1,1): the file cannot be read: {reason}", $"{finding.Location}: {finding.Message}");
        Assert.Equal("make it readable, or leave it out with ExcludedPaths in docsite.yml", Assert.Single(finding.Notes));
    }

    // To open a pipe waits for a writer, and there is none.
    [Fact]
    public void ASocketOrAPipeIsNotOpened()
    {
        Write("content/good.md");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(_root.FullName, "content/socket.md")));
        using var pipe = Process.Start("mkfifo", Path.Combine(_root.FullName, "content/pipe.md"));
        pipe.WaitForExit();
        var source = Discover();
        Assert.Equal(["good.html"], source.Pages.Select(page => page.Route));
        Assert.Equal(
            ["content/pipe.md(1,1): the file cannot be read: it is a pipe, a socket or a device", "content/socket.md(1,1): the file cannot be read: it is a pipe, a socket or a device"],
            source.Diagnostics.Select(finding => $"{finding.Location}: {finding.Message}"));
        Assert.Equal("", FilesDigest.HashOf(Path.Combine(_root.FullName, "content/pipe.md")));
        Assert.Equal("", FileState.Of(Path.Combine(_root.FullName, "content/pipe.md")).Hash);
    }

    private SiteSource Discover(params ImmutableArray<string> excluded) => SiteDiscovery.Discover(new SiteSettings { Root = _root.FullName, SiteTitle = "Test", ExcludedPaths = excluded });

    private void Write(params string[] paths)
    {
        if (paths is [var path, var text] && !text.StartsWith("content/", StringComparison.Ordinal)) WriteText(path, text);
        else foreach (var each in paths) WriteText(each, "");
    }

    private void WriteText(string path, string text)
    {
        var full = Path.Combine(_root.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
