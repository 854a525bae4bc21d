using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using AngleSharp.Html.Parser;
using Docsite.Diagnostics;
using Docsite.Discovery;
using Docsite.Rendering;
using Docsite.Writing;
using Docsite.Writing.Makers;

namespace Docsite.Auditing;

/// <summary>The rendered site as a whole, or some pages of it that are looked at against the whole.</summary>
public sealed class AuditedSite
{
    private readonly FrozenDictionary<string, AuditedPage> _pages;
    private readonly ConcurrentDictionary<SitePage, AuditedPage?> _others = new();
    private readonly Lazy<FrozenSet<string>> _whole;

    // It holds all other files, so it is made after the audits.
    private readonly string? _archive;

    /// <summary>Reads all pages that were verified.</summary>
    /// <param name="site">The site.</param>
    /// <param name="files">Every file of it; of a part, its pages and what no page makes.</param>
    public AuditedSite(RenderedSite site, ImmutableArray<OutputFile> files)
    {
        Files = files.GroupBy(file => file.Route, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        Site = site;
        _archive = site.Pages.FirstOrDefault()?.Input.Settings.ArchivePath;
        Pages = [.. AtOnce.Of(site.Pages, page => Contained(page, () => AuditedPage.Of(page))).OfType<AuditedPage>()];
        LayoutIds = Pages.IsEmpty ? [] : IdsAround(Pages[0]);
        _pages = Pages.GroupBy(page => page.Route).ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        _whole = new Lazy<FrozenSet<string>>(RoutesOfWhole);
    }

    /// <summary>The site.</summary>
    public RenderedSite Site { get; }

    /// <summary>Its verified pages in reading order.</summary>
    public ImmutableArray<AuditedPage> Pages { get; }

    /// <summary>The files by their path in the site.</summary>
    public FrozenDictionary<string, OutputFile> Files { get; }

    /// <summary>The ids that the theme gives around the content of every page.</summary>
    public FrozenSet<string> LayoutIds { get; }

    /// <summary>The page at an address, verified or not, or nothing.</summary>
    public AuditedPage? FindPage(string route) => _pages.GetValueOrDefault(route) ?? FindOther(route);

    /// <summary>Whether something is published at an address.</summary>
    public bool Exists(string route) => _pages.ContainsKey(route) || Files.ContainsKey(route) || route == _archive || Site.Map.IsUnread(route)
        || (Site.IsPart && (Other(route) is not null || _whole.Value.Contains(route)));

    /// <summary>The ids on a page, and those that it states where it did not run.</summary>
    internal IEnumerable<string> PlacesOn(AuditedPage page) => _pages.ContainsKey(page.Route) ? page.Ids : page.Ids.Union(AnnouncedPictures.Of(page.Rendered.Page));

    /// <summary>Whether a link leads to a picture that is not there because the block that draws it did not run.</summary>
    internal bool IsLeftToWhole(InternalLink link) => Site.IsPart && link.Fragment.Length > 0 && link.Target is { } route && !_pages.ContainsKey(route)
        && FindOther(route) is { } page && !page.Ids.Contains(link.Fragment) && AnnouncedPictures.Of(page.Rendered.Page).Any(id => link.Fragment == id || link.Fragment.StartsWith(id + "-", StringComparison.Ordinal));

    /// <summary>What a check finds on each page.</summary>
    internal IEnumerable<Diagnostic> OnEach(Func<AuditedPage, IEnumerable<Diagnostic>> check) =>
        Pages.SelectMany(page => Contained(page.Rendered, () => check(page).ToList()) ?? []);

    private T? Contained<T>(RenderedPage page, Func<T> step)
        where T : class => Site.Containment is { } containment ? containment.Of(page.Page.Source.Text, step) : step();

    private static FrozenSet<string> IdsAround(AuditedPage page) => new HtmlParser()
        .ParseDocument(page.Rendered.Html.Replace(page.Rendered.Model.Content, "", StringComparison.Ordinal)).All
        .Select(element => element.Id).OfType<string>().Where(id => id.Length > 0).ToFrozenSet(StringComparer.Ordinal);

    private SitePage? Other(string route) => Site.IsPart && Site.Map.FindByRoute(route) is { } page && page.Route == route ? page : null;

    private AuditedPage? FindOther(string route) => Other(route) is { } page ? _others.GetOrAdd(page, one => Site.RenderOther!(one) is { } rendered ? AuditedPage.Of(rendered) : null) : null;

    // What is made beside the pages is known once all of them are rendered. Few links lead there, and those that lead nowhere.
    private FrozenSet<string> RoutesOfWhole()
    {
        if (Pages.IsEmpty) return [];
        var all = AtOnce.Of(Site.Map.Pages, page => (_pages.GetValueOrDefault(page.Route) ?? FindOther(page.Route))?.Rendered).OfType<RenderedPage>().ToImmutableArray();
        var twins = Site.Map.Pages.Select(page => MarkdownTwins.RouteOf(page.Route));
        return SiteFiles.Of(Site with { Pages = all }, all[0].Input.Settings).Select(file => file.Route).Concat(twins).ToFrozenSet(StringComparer.Ordinal);
    }
}
