using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using TestSupport;

namespace Site.Tests;

/// <summary>The reference says all that assemblies and their comments say. A broken link or a missing summary would have failed the build.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void OfTheToyLibraryIsComplete()
    {
        var site = new TeaHouseSite(nameof(OfTheToyLibraryIsComplete));
        Build(site.Folder);
        SummarisesEverything(site.PathOf("site/api"), 10);
        IsComplete(site.PathOf("site/api"), [Assembly("TeaHouse")], "Recipe", "Recipe");
    }

    /// <summary>The project's own settings, with one page.</summary>
    [Fact]
    public void OfThisProjectIsComplete()
    {
        var site = OwnSite.Make(nameof(OfThisProjectIsComplete));
        Build(site);
        SummarisesEverything(Path.Combine(site, "site/api"), 800);
        IsComplete(Path.Combine(site, "site/api"), [Assembly("LinuxMm"), Assembly("LinuxMm.Figures"), Assembly("Docsite.Display")], "LinuxSource", "Kernel source");
    }

    private static void SummarisesEverything(string folder, int least)
    {
        var pages = Pages(folder).Values;
        var members = pages.SelectMany(page => page.QuerySelectorAll("section.member")).ToList();
        Assert.True(members.Count >= least, $"{members.Count} members");
        Assert.Empty(members.Where(member => member.QuerySelector("h3 + p")?.TextContent.Trim() is null or "").Select(member => member.QuerySelector("h3")!.Id));
        Assert.Empty(pages.SelectMany(page => page.QuerySelectorAll("dl.members dt")).Where(term => term.NextElementSibling?.TextContent.Trim() is null or "").Select(term => term.TextContent));
    }

    private static void IsComplete(string folder, string[] assemblies, string attribute, string label)
    {
        var pages = Pages(folder);
        var documented = assemblies.Select(path => new DocumentedMembers(path)).ToList();
        var exceptions = documented.SelectMany(one => one.Exceptions()).ToList();
        var notes = documented.SelectMany(one => one.Attributes(attribute)).ToList();
        Assert.NotEmpty(exceptions);
        Assert.NotEmpty(notes);
        // What a comment inherits is shown beside what it says itself.
        Assert.All(exceptions, group => Assert.Empty(Missing(group, pages[group.Key].QuerySelectorAll(".params").Where(part => part.FirstElementChild?.TextContent == "Throws").SelectMany(part => part.QuerySelectorAll("dt")).Select(term => term.TextContent))));
        Assert.All(notes, group => Assert.Equal((group.Key, group.Count()), (group.Key, NotesOn(pages[group.Key], label))));
        Assert.Equal(notes.Sum(group => group.Count()), pages.Values.Sum(page => NotesOn(page, label)));
    }

    private static List<string> Missing(IEnumerable<string> documented, IEnumerable<string> shown)
    {
        var left = shown.ToList();
        return [.. documented.Where(one => !left.Remove(one))];
    }

    // Several of one label stand on lines of their own.
    private static int NotesOn(IDocument page, string label) =>
        page.QuerySelectorAll("dl.facts dt").Where(term => term.TextContent == label).Sum(term => term.NextElementSibling!.QuerySelectorAll("br").Length + 1)
        + page.QuerySelectorAll("dl.members small").Count(note => note.TextContent.StartsWith(label + ":", StringComparison.Ordinal));

    private static Dictionary<string, IDocument> Pages(string folder) => Directory.EnumerateFiles(folder, "*.html")
        .ToDictionary(file => Path.GetFileName(file), file => (IDocument)new HtmlParser().ParseDocument(File.ReadAllText(file)));

    private static string Assembly(string name) => Repository.PathOf("artifacts", "bin", name, DocsiteTool.Configuration.ToLowerInvariant(), name + ".dll");

    private static void Build(string folder)
    {
        var run = DocsiteTool.Run(folder, "build", "--no-build", "--configuration", DocsiteTool.Configuration);
        Assert.True(run.ExitCode == 0 && !run.Output.Contains("DOC10", StringComparison.Ordinal), run.Output);
    }
}
