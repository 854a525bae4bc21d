using Docsite.Diagnostics;
using Docsite.Pages;
using Docsite.Rendering;
using Docsite.Search;
using Docsite.Writing;
using Docsite.Writing.Makers;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Auditing;

/// <summary>No page, file or former address takes the address of a folder or of what the build makes; what they take from one another the site map finds.</summary>
internal sealed class RouteAudit : IAudit
{
    public IEnumerable<Diagnostic> Check(AuditedSite site)
    {
        var all = Claims(site).ToList();
        var claimed = all.Select(claim => claim.Route).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var made = Made(site, claimed).DistinctBy(one => one.Route, StringComparer.OrdinalIgnoreCase).ToDictionary(one => one.Route, one => one.Owner, StringComparer.OrdinalIgnoreCase);
        var folders = all.SelectMany(claim => FoldersOf(claim.Route)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return all.SelectMany(claim => Check(claim.Route, claim.Location, made, folders)).Concat(Replaced(site));
    }

    private static IEnumerable<Diagnostic> Check(string route, PageLocation location, Dictionary<string, string> made, HashSet<string> folders)
    {
        if (made.TryGetValue(route, out var owner)) yield return Finding(location, $"the address {route} is taken", $"by {owner}");
        if (folders.Contains(route)) yield return Finding(location, $"the address {route} is taken", "by a folder");
    }

    private static IEnumerable<(string Route, PageLocation Location)> Claims(AuditedSite site) =>
        site.Site.Map.Pages.Select(page => (page.Route, StartOf(page.Source.Text)))
            .Concat(site.Site.Map.Pages.SelectMany(page => page.Redirects.Select(redirect => (redirect.Route, redirect.Location))))
            .Concat(site.Site.Map.Files.Select(file => (file.Route, StartOf(new PageText(file.Path, "")))));

    private static IEnumerable<(string Route, string Owner)> Made(AuditedSite site, HashSet<string> claimed)
    {
        var settings = site.Pages.FirstOrDefault()?.Rendered.Input.Settings;
        if (settings?.BookPath is { } book) yield return (book, "the whole book (the setting BookPath)");
        if (settings?.ArchivePath is { } archive) yield return (archive, "the packed site (the setting ArchivePath)");
        yield return (SearchIndex.Route, "the index of the search");
        foreach (var asset in site.Site.Assets) yield return (asset.Path, "a file of the theme");
        foreach (var page in site.Site.Map.Pages)
        {
            yield return (MarkdownTwins.RouteOf(page.Route), $"the text of {page.Source.Text.Path}");
            // Whether a page has such a file is known once it is rendered, so it is asked only where it matters.
            var names = PageNames.FileOf(page.Route);
            if (claimed.Contains(names) && site.FindPage(page.Route) is { Rendered.Input.Names.IsEmpty: false }) yield return (names, $"what the names in {page.Source.Text.Path} stand for");
        }
    }

    // A site may know better what a crawler is told; that it does is said.
    private static IEnumerable<Diagnostic> Replaced(AuditedSite site) => site.Site.Map.Files
        .Where(file => SiteFiles.Replaceable.Contains(file.Route, StringComparer.OrdinalIgnoreCase))
        .Select(file => new Diagnostic(DiagnosticIds.DuplicateRoute, Severity.Note, StartOf(new PageText(file.Path, "")), $"the site brings its own {file.Route}")
        {
            Notes = ["without it the build makes one"],
        });

    private static PageLocation StartOf(PageText text) => new(text, new TextSpan(0, 0));

    private static Diagnostic Finding(PageLocation location, string message, string note) =>
        new(DiagnosticIds.DuplicateRoute, Severity.Error, location, message) { Notes = [note] };

    private static IEnumerable<string> FoldersOf(string route)
    {
        for (var folder = Discovery.Route.FolderOf(route); folder.Length > 0; folder = Discovery.Route.FolderOf(folder)) yield return folder;
    }
}
