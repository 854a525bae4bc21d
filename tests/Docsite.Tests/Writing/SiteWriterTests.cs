using System.Collections.Immutable;
using System.Text;
using Docsite.Diagnostics;
using Docsite.Pages;
using Docsite.Settings;
using Docsite.Writing;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Tests.Writing;

public sealed class SiteWriterTests : IDisposable
{
    private static readonly ImmutableArray<OutputFile> Old = Site("old", "index.html", "a/b.html", "gone.html");
    private static readonly ImmutableArray<OutputFile> New = Site("new", "index.html", "a/b.html", "a/c/d.html");

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("docsite-writing-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void ANewSiteReplacesTheOldOneAsAWhole()
    {
        Assert.True(Write(Old).IsWritten);
        Assert.True(Write(New).IsWritten);
        Assert.Equal(Text(New), Written());
        Assert.Equal([".site.lock", "site"], Names());
    }

    [Fact]
    public void WhereverTheProcessIsEndedACompleteSiteLiesThere()
    {
        var operations = 0;
        for (var isEnded = true; isEnded; operations++)
        {
            Write(Old);
            isEnded = IsEndedAfter(operations);
            Assert.Contains(Written(), new[] { Text(Old), Text(New) });
            Write(New);
            Assert.Equal(Text(New), Written());
            Assert.Equal([".site.lock", "site"], Names());
        }
        Assert.InRange(operations, 8, 40);
    }

    [Fact]
    public void TheFirstSiteIsCompleteOrNotThere()
    {
        var isEnded = true;
        for (var operations = 0; isEnded; operations++)
        {
            isEnded = IsEndedAfter(operations);
            if (Directory.Exists(Output)) Assert.Equal(Text(New), Written());
            if (Directory.Exists(Output)) Directory.Delete(Output, recursive: true);
        }
    }

    [Fact]
    public void TwoBuildsAtOnceLeaveOneOfTheTwoSites()
    {
        Parallel.For(0, 20, i => Assert.True(Write(i % 2 == 0 ? Old : New).IsWritten));
        Assert.Contains(Written(), new[] { Text(Old), Text(New) });
        Assert.Equal([".site.lock", "site"], Names());
    }

    [Fact]
    public void NothingIsWrittenWhenThereIsAnError()
    {
        Write(Old);
        var error = new Diagnostic("DOC0201", Severity.Error, new PageLocation(new PageText("a.md", ""), new TextSpan(0, 0)), "wrong");
        Assert.False(SiteWriter.Write(New, Settings, [error]).IsWritten);
        Assert.Equal(Text(Old), Written());
        Assert.True(SiteWriter.Write(New, Settings, [error with { Severity = Severity.Warning }]).IsWritten);
    }

    [Fact]
    public void AFolderThatNoBuildHasWrittenIsLeftAlone()
    {
        Directory.CreateDirectory(Output);
        File.WriteAllText(Path.Combine(Output, "thesis.txt"), "years");
        var result = Write(New);
        Assert.False(result.IsWritten);
        Assert.Equal("the output folder holds 'thesis.txt', which no build has written [site]", Assert.Single(result.Diagnostics).Message);
        Assert.Equal("years", File.ReadAllText(Path.Combine(Output, "thesis.txt")));
    }

    [Fact]
    public void AFileThatVanishedIsAFindingAndTheOldSiteStays()
    {
        Write(Old);
        var result = Write(New.Add(new OutputFile.Copied("x.png", "content/x.png", Path.Combine(_root.FullName, "x.png"))));
        Assert.False(result.IsWritten);
        Assert.Equal("content/x.png(1,1): the file cannot be copied: it is gone", result.Diagnostics.Select(d => $"{d.Location}: {d.Message}").Single());
        Assert.Equal(Text(Old), Written());
        Assert.Equal([".site.lock", "site"], Names());
    }

    [Fact]
    public void AFullDiskIsAFindingWhereverItIsFullAndTheOldSiteStays()
    {
        Write(Old);
        for (var operations = 1; operations < 20; operations++)
        {
            var result = SiteWriter.Write(New, Settings, () => true, new FullDisk(operations));
            if (result.IsWritten) return;
            Assert.Equal(("DOC0152", "the site cannot be written: No space left on device [site]"), (Assert.Single(result.Diagnostics).Id, result.Diagnostics[0].Message));
            Assert.Equal(Text(Old), Written());
            Assert.Equal([".site.lock", "site"], Names());
        }
        Assert.Fail("The disk was never large enough.");
    }

    [Fact]
    public void ALinkAtTheOutputPathStaysALink()
    {
        Directory.CreateDirectory(Path.Combine(_root.FullName, "real"));
        Directory.CreateSymbolicLink(Output, Path.Combine(_root.FullName, "real"));
        Write(Old);
        Write(New);
        Assert.NotNull(new DirectoryInfo(Output).LinkTarget);
        Assert.Equal(Text(New), Written());
    }

    private string Output => Path.Combine(_root.FullName, "site");

    private SiteSettings Settings => new() { Root = _root.FullName, SiteTitle = "Test", OutputPath = "site" };

    private WriteResult Write(ImmutableArray<OutputFile> files) => SiteWriter.Write(files, Settings, []);

    private bool IsEndedAfter(int operations)
    {
        try
        {
            SiteWriter.Write(New, Settings, () => true, new MortalDisk(operations));
            return false;
        }
        catch (ProcessEndedException)
        {
            return true;
        }
    }

    private static ImmutableArray<OutputFile> Site(string text, params string[] routes) =>
        [.. routes.Select(route => OutputFile.Made.Of(route, $"{text} {route}"))];

    private static string Text(ImmutableArray<OutputFile> files) => string.Join('\n', files
        .Select(file => $"{file.Route}={Encoding.UTF8.GetString(((OutputFile.Made)file).Content.AsSpan())}").Order(StringComparer.Ordinal));

    private string Written() => string.Join('\n', Directory.EnumerateFiles(Output, "*", SearchOption.AllDirectories)
        .Where(path => Path.GetFileName(path) != SiteWriter.MarkerFile)
        .Select(path => $"{Path.GetRelativePath(Output, path)}={File.ReadAllText(path)}").Order(StringComparer.Ordinal));

    private IEnumerable<string?> Names() => _root.EnumerateFileSystemInfos().Select(entry => entry.Name).Order(StringComparer.Ordinal);
}
