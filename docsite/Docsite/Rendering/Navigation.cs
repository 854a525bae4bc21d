using System.Collections.Concurrent;
using System.Collections.Immutable;
using Docsite.Discovery;

namespace Docsite.Rendering;

/// <summary>The ways from one page to the others.</summary>
internal sealed class Navigation(SiteMap map, string route, string siteTitle)
{
    private const int MostListed = 16;

    private readonly ConcurrentDictionary<SitePage, MenuEntry> _others = map.EntriesFrom(Route.FolderOf(route));

    /// <summary>The whole site, as seen from the page.</summary>
    public ImmutableArray<MenuEntry> Menu() =>
    [
        .. map.Root.Index is { IsInMenu: true } home ? ImmutableArray.Create(Entry(home)) : [],
        .. Entries(map.Root),
    ];

    /// <summary>The folders above the page, from the root down.</summary>
    public ImmutableArray<MenuEntry> Breadcrumbs()
    {
        var crumbs = ImmutableArray.CreateBuilder<MenuEntry>();
        for (var folder = map.Root; folder is not null; folder = folder.Children.Select(child => child.Folder).FirstOrDefault(IsAbove))
        {
            if (folder.Index?.Route == route) break;
            crumbs.Add(new MenuEntry(folder.Route.Length == 0 ? siteTitle : folder.Title, folder.Index is { } index ? Href(index) : null, false, []));
        }
        return crumbs.ToImmutable();
    }

    /// <summary>The page read before, or nothing.</summary>
    public PageLink? Previous() => Neighbour(-1);

    /// <summary>The page read next, or nothing.</summary>
    public PageLink? Next() => Neighbour(+1);

    private PageLink? Neighbour(int distance)
    {
        var pages = map.PagesInMenu;
        var here = pages.FindIndex(page => page.Route == route);
        var there = here + distance;
        return here >= 0 && there >= 0 && there < pages.Count ? new PageLink(pages[there].Title, Href(pages[there])) : null;
    }

    private ImmutableArray<MenuEntry> Entries(SiteFolder folder) =>
    [
        .. folder.Children.Select(child => child.Folder is { } nested
                ? new MenuEntry(nested.Title, nested.Index is { IsInMenu: true } index ? Href(index) : null, nested.Index?.Route == route, IsListed(nested) ? Entries(nested) : [])
                : child.Page!.IsInMenu ? Entry(child.Page) : null)
            .OfType<MenuEntry>().Where(entry => entry.Href is not null || !entry.Children.IsEmpty),
    ];

    // A large folder with a page of its own is listed there; its pages would weigh on every other page of the site.
    private bool IsListed(SiteFolder folder) =>
        folder.Index is not { IsInMenu: true } || IsAbove(folder) || folder.Pages.Count(page => page.IsInMenu) <= MostListed;

    // To every page of a folder the other pages look the same.
    private MenuEntry Entry(SitePage page) => page.Route == route ? Entry(page, isCurrent: true) : _others.TryGetValue(page, out var same) ? same : _others.GetOrAdd(page, Entry(page, isCurrent: false));

    private MenuEntry Entry(SitePage page, bool isCurrent) => new(page.Title, Href(page), isCurrent, []);

    private string Href(SitePage page) => Route.Relative(route, page.Route);

    private bool IsAbove(SiteFolder? folder) => folder is not null && route.StartsWith(folder.Route + "/", StringComparison.Ordinal);
}
