using Docsite.Diagnostics;
using Docsite.Pages;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Auditing;

/// <summary>No page or file takes the address of a theme's file or of a folder; what pages and files take from one another the site map finds.</summary>
internal sealed class RouteAudit : IAudit
{
    public IEnumerable<Diagnostic> Check(AuditedSite site)
    {
        var files = site.Site.Map.Files.Select(file => (file.Route, new PageText(file.Path, "")));
        var pages = site.Pages.Select(page => (page.Route, page.Rendered.Page.Source.Text));
        var all = pages.Concat(files).ToList();
        var ofTheme = site.Site.Assets.Select(asset => asset.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var folders = all.SelectMany(item => FoldersOf(item.Item1)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return all.SelectMany(item => Check(item.Item1, item.Item2, ofTheme, folders));
    }

    private static IEnumerable<Diagnostic> Check(string route, PageText source, HashSet<string> ofTheme, HashSet<string> folders)
    {
        var location = new PageLocation(source, new TextSpan(0, 0));
        if (ofTheme.Contains(route)) yield return Finding(location, $"the address {route} is taken", "by a file of the theme");
        if (folders.Contains(route)) yield return Finding(location, $"the address {route} is taken", "by a folder");
    }

    private static Diagnostic Finding(PageLocation location, string message, string note) =>
        new(DiagnosticIds.DuplicateRoute, Severity.Error, location, message) { Notes = [note] };

    private static IEnumerable<string> FoldersOf(string route)
    {
        for (var folder = Discovery.Route.FolderOf(route); folder.Length > 0; folder = Discovery.Route.FolderOf(folder)) yield return folder;
    }
}
