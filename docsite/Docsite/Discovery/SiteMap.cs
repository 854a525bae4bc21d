using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Docsite.Diagnostics;
using Docsite.Generation;
using Docsite.Pages;
using Docsite.Rendering;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Discovery;

/// <summary>The published pages and files of a site: their addresses, their order, and the ways to find them.</summary>
public sealed class SiteMap
{
    /// <summary>What an <c>xref:</c> name of a claim starts with, and its id on its page.</summary>
    internal const string ClaimXref = "claim-";

    private readonly FrozenDictionary<string, SitePage> _pagesBySource;
    private readonly FrozenDictionary<string, SitePage> _pagesByRoute;
    private readonly FrozenDictionary<string, SitePage> _pagesByPath;
    private readonly FrozenDictionary<string, Xref> _xrefs;
    private readonly FrozenDictionary<string, SourceFile> _files;
    private readonly FrozenDictionary<string, SourceFile> _filesByPath;
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<SitePage, MenuEntry>> _entries = new(StringComparer.Ordinal);

    private readonly FrozenSet<string> _unread;

    private SiteMap(SiteFolder root, ImmutableArray<SourceFile> files, ImmutableArray<SourceFile> unread, ImmutableDictionary<string, GeneratedPart> parts, ImmutableArray<Diagnostic> diagnostics)
    {
        Root = root;
        Pages = [.. root.Pages];
        PagesInMenu = [.. Pages.Where(page => page.IsInMenu)];
        Files = files;
        Parts = parts;
        Glossary = Glossary.Of(Pages);
        _pagesBySource = ByFirst(Pages, page => page.Source.Route);
        _pagesByRoute = ByFirst(Pages, page => page.Route);
        _pagesByPath = Pages.Where(page => !page.IsGenerated).DistinctBy(page => page.Source.Text.Path).ToFrozenDictionary(page => page.Source.Text.Path, StringComparer.Ordinal);
        ImmutableArray<Xref> xrefs = [.. Pages.SelectMany(page => XrefsOf(page, parts)), .. Glossary.Terms.Select(term => new Xref(term.Id, term.Page, term.Id))];
        _xrefs = ByFirst(xrefs, xref => xref.Name);
        _files = ByFirst(files.Concat(unread), file => file.Route);
        _unread = unread.Select(file => file.Route).ToFrozenSet(StringComparer.Ordinal);
        _filesByPath = files.Concat(unread).DistinctBy(file => file.Path).ToFrozenDictionary(file => file.Path, StringComparer.Ordinal);
        Diagnostics = [.. diagnostics, .. Glossary.Diagnostics, .. DuplicateXrefs(xrefs), .. EmptyPages()];
    }

    /// <summary>The root folder.</summary>
    public SiteFolder Root { get; }

    /// <summary>The published pages in reading order.</summary>
    public ImmutableArray<SitePage> Pages { get; }

    /// <summary>Those of them that the menu shows.</summary>
    internal List<SitePage> PagesInMenu { get; }

    /// <summary>The files that are published as they are.</summary>
    public ImmutableArray<SourceFile> Files { get; }

    /// <summary>Generated contents that Markdown pages take in, by name.</summary>
    public ImmutableDictionary<string, GeneratedPart> Parts { get; }

    /// <summary>The words that the site explains.</summary>
    public Glossary Glossary { get; }

    /// <summary>Addresses that two pages or files claim, names that two pages have, words that are explained twice, pages with nothing on them.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Puts the pages in order.</summary>
    /// <param name="source">What was found.</param>
    /// <param name="written">Its published pages.</param>
    /// <param name="generated">What no file stands behind.</param>
    public static SiteMap Build(SiteSource source, ImmutableArray<SitePage> written, SiteGeneration generated)
    {
        var pages = written.AddRange(generated.Pages);
        var folders = source.Folders.GroupBy(folder => folder.Route).ToDictionary(group => group.Key, group => group.First().Metadata);
        return new SiteMap(Folder("", pages, folders), source.Files, source.UnreadFiles, generated.Parts, DuplicateRoutes(pages, source.Files));
    }

    /// <summary>Entries of menus for pages, as they are seen from a folder and once they were asked for.</summary>
    internal ConcurrentDictionary<SitePage, MenuEntry> EntriesFrom(string folder) => _entries.GetOrAdd(folder, _ => new());

    /// <summary>The page whose file would be published at this route.</summary>
    public SitePage? FindBySource(string route) => _pagesBySource.GetValueOrDefault(route);

    /// <summary>The page that is published at this route.</summary>
    public SitePage? FindByRoute(string route) => _pagesByRoute.GetValueOrDefault(route);

    /// <summary>The page whose file lies at this path from the site's settings.</summary>
    public SitePage? FindByPath(string path) => _pagesByPath.GetValueOrDefault(path);

    /// <summary>The file that is published as it is and lies at this path from the site's settings.</summary>
    public SourceFile? FindFileByPath(string path) => _filesByPath.GetValueOrDefault(path);

    /// <summary>What <c>xref:name</c> names.</summary>
    public Xref? FindXref(string name) => _xrefs.GetValueOrDefault(name);

    /// <summary>Every name that an <c>xref:</c> link may have.</summary>
    public IEnumerable<string> XrefNames => Xrefs.Select(xref => xref.Name);

    /// <summary>All that <c>xref:</c> links can name, in the order of the names.</summary>
    internal IEnumerable<Xref> Xrefs => _xrefs.Values.OrderBy(xref => xref.Name, StringComparer.Ordinal);

    /// <summary>The file that is published at this route, letter case apart.</summary>
    public SourceFile? FindFile(string route) => _files.GetValueOrDefault(route);

    /// <summary>Whether a file is to be published at this route that cannot be read, which is told where it lies.</summary>
    internal bool IsUnread(string route) => _unread.Contains(route);

    // What a page takes in answers to its names there.
    private static IEnumerable<Xref> XrefsOf(SitePage page, ImmutableDictionary<string, GeneratedPart> parts)
    {
        var own = page.Metadata.GetValueOrDefault("Xref") is { Length: > 0 } name ? new[] { new Xref(name, page, "") } : [];
        var places = page.Places.Select(place => new Xref(place.Xref, page, place.Id))
            .Concat(page.Parsed.Claims.Select(claim => new Xref(ClaimXref + claim.Id, page, ClaimXref + claim.Id)));
        var taken = SiteGeneration.Containers(page).Select(container => parts.GetValueOrDefault(SiteGeneration.NameOf(container))?.Page).OfType<GeneratedPage>();
        return own.Concat(places).Concat(taken.SelectMany(part =>
            part.Places.Select(place => new Xref(place.Xref, page, place.Id)).Concat(part.Xref is { } xref ? [new Xref(xref, page, "")] : [])));
    }

    private static FrozenDictionary<string, T> ByFirst<T>(IEnumerable<T> items, Func<T, string> key) => items
        .GroupBy(key, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);

    private static SiteFolder Folder(
        string route, ImmutableArray<SitePage> pages, Dictionary<string, ImmutableDictionary<string, string>> folders)
    {
        var own = pages.Where(page => Discovery.Route.FolderOf(page.Route) == route).ToImmutableArray();
        var index = own.FirstOrDefault(page => page.Route.EndsWith(Discovery.Route.Index, StringComparison.Ordinal)
            && page.Route.Length == (route.Length == 0 ? 0 : route.Length + 1) + Discovery.Route.Index.Length);
        var examples = ExampleOrder.Of(own).SelectMany(group => group.Select(page => (Page: page, group.First().Order)))
            .Select((one, rank) => (one.Page, one.Order, Rank: rank)).ToDictionary(one => one.Page, one => (one.Order, one.Rank));
        var children = own.Where(page => page != index).Select(page => new Placed(examples.GetValueOrDefault(page, (page.Order, 0)), page.Title, page.Route, new SiteChild(page, null)));
        var nested = ChildFolders(route, pages).Select(child => Folder(child, pages, folders))
            .Select(folder => new Placed((OrderOf(folder, folders), 0), folder.Title, folder.Route, new SiteChild(null, folder)));
        return new SiteFolder(route, TitleOf(route, index, folders), index,
        [
            .. children.Concat(nested).OrderBy(item => item.Place).ThenBy(item => item.Title, StringComparer.OrdinalIgnoreCase)
                .ThenBy(item => item.Route, StringComparer.Ordinal).Select(item => item.Child),
        ]);
    }

    private static IEnumerable<string> ChildFolders(string route, ImmutableArray<SitePage> pages)
    {
        var prefix = route.Length == 0 ? "" : route + "/";
        return pages.Where(page => page.Route.StartsWith(prefix, StringComparison.Ordinal) && page.Route.IndexOf('/', prefix.Length) > 0)
            .Select(page => page.Route[..page.Route.IndexOf('/', prefix.Length)]).Distinct(StringComparer.Ordinal);
    }

    private static string TitleOf(string route, SitePage? index, Dictionary<string, ImmutableDictionary<string, string>> folders) =>
        folders.GetValueOrDefault(route)?.GetValueOrDefault("Title") ?? index?.Title ?? Discovery.Route.Words(route);

    private static int OrderOf(SiteFolder folder, Dictionary<string, ImmutableDictionary<string, string>> folders) =>
        folders.GetValueOrDefault(folder.Route)?.GetValueOrDefault("Order") is { } order
            ? int.Parse(order, CultureInfo.InvariantCulture) : folder.Index?.Order ?? 0;

    private static ImmutableArray<Diagnostic> DuplicateRoutes(ImmutableArray<SitePage> pages, ImmutableArray<SourceFile> files)
    {
        var claims = pages.Select(page => (page.Route, Location: RouteLocation(page)))
            .Concat(pages.SelectMany(page => page.Redirects.Select(redirect => (redirect.Route, redirect.Location))))
            .Concat(files.Select(file => (file.Route, Location: new PageLocation(new PageText(file.Path, ""), new TextSpan(0, 0)))));
        // Letter case apart, because not every file system and server tells them apart.
        return
        [
            .. claims.GroupBy(claim => claim.Route, StringComparer.OrdinalIgnoreCase).SelectMany(group => group.Skip(1).Select(later =>
                new Diagnostic(DiagnosticIds.DuplicateRoute, Severity.Error, later.Location, $"the address {later.Route} is taken")
                {
                    Notes = [$"by {group.First().Location.Page.Path}"],
                })),
        ];
    }

    // A link leads to the first of two places with one name, which no reader of the other would notice. Types that differ by
    // the number of their parameters share theirs.
    private static IEnumerable<Diagnostic> DuplicateXrefs(IEnumerable<Xref> all) => all.Distinct()
        .GroupBy(xref => xref.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Skip(1).Any())
        .Select(group => (Pages: group.Where(xref => xref.Id.Length == 0).ToList(), Places: group.Where(xref => xref.Id.Length > 0).ToList()))
        .SelectMany(group => group.Pages.Skip(group.Places is [] ? 1 : 0).Where(later => !later.Page.IsGenerated).Select(later => new Diagnostic(
            DiagnosticIds.DuplicateXref, Severity.Error, LocationOf(later.Page, "Xref"), $"the Xref {later.Name} is given twice")
        {
            Notes = [$"{(group.Places.Count > 0 ? group.Places : group.Pages)[0].Page.Source.Text.Path} has it already"],
        }));

    // Of one that cannot be read, nothing is known.
    private IEnumerable<Diagnostic> EmptyPages() => Pages.Where(page => page is { IsEmpty: true, IsGenerated: false, Source.IsExample: false, Parsed.Diagnostics: [] }).Select(page =>
        new Diagnostic(DiagnosticIds.NothingWritten, Severity.Error, new PageLocation(page.Source.Text, new TextSpan(0, 0)), "the page is empty: it has neither a title nor text")
        {
            Notes = ["write what it is to say, or remove the file; a name that starts with _ is never published"],
        });

    private static PageLocation LocationOf(SitePage page, string key) =>
        page.Parsed.FrontMatter.Find(key)?.ValueLocation ?? new PageLocation(page.Source.Text, new TextSpan(0, 0));

    private static PageLocation RouteLocation(SitePage page) =>
        (page.Parsed.FrontMatter.Find("DestinationPath") ?? page.Parsed.FrontMatter.Find("DestinationFileName"))?.ValueLocation
        ?? new PageLocation(page.Source.Text, new TextSpan(0, 0));

    private sealed record Placed((int Order, int Rank) Place, string Title, string Route, SiteChild Child);
}

/// <summary>What an <c>xref:</c> link names.</summary>
/// <param name="Name">The name.</param>
/// <param name="Page">The page.</param>
/// <param name="Id">The id of the place on it; empty for the page itself.</param>
public sealed record Xref(string Name, SitePage Page, string Id);
