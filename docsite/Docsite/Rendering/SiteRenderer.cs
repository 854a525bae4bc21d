using System.Collections.Immutable;
using Docsite.Discovery;
using Docsite.Generation;
using Docsite.Keeping;
using Docsite.Reference;
using Docsite.Settings;
using Docsite.Writing;

namespace Docsite.Rendering;

/// <summary>Renders every page of a site.</summary>
/// <param name="theme">Writes the pages.</param>
/// <param name="changed">The day of the last change of files, by path, as <c>2024-05-31</c>; nothing where none is known.</param>
public sealed class SiteRenderer(ITheme theme, IReadOnlyDictionary<string, string>? changed = null)
{
    private const string NotFoundRoute = "404.html";

    /// <summary>The public surface that names in blocks lead to.</summary>
    public ApiModel Api { get; init; } = ApiModel.Empty;

    /// <summary>What an earlier build left.</summary>
    internal KeptSite Kept { get; init; } = new();

    /// <summary>Where pages are lost over which the tool fails; nothing where that ends the run.</summary>
    internal Containment? Containment { get; init; }

    /// <summary>Renders the site.</summary>
    /// <param name="map">The pages.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="runsOf">What ran on a page.</param>
    public RenderedSite Render(SiteMap map, SiteSettings settings, Func<SitePage, VariantRuns> runsOf)
    {
        var inputOf = Inputs(map, settings, runsOf);
        var surroundings = new PageSurroundings(map, HasFeed(map, settings));
        var pages = AtOnce.Of(map.Pages, page => Contained(page, () =>
        {
            var input = inputOf(page);
            return Kept.Rendered(input, surroundings.Of(page), () => Render(input));
        }));
        return new RenderedSite([.. pages.OfType<RenderedPage>()], Extras(map, settings), Assets(), map, theme) { Containment = Containment };
    }

    /// <summary>Renders some pages of a site, and the others when they are asked for.</summary>
    /// <param name="map">All pages.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="runsOf">What ran on a page.</param>
    /// <param name="isChosen">Which pages are rendered.</param>
    internal RenderedSite RenderPart(SiteMap map, SiteSettings settings, Func<SitePage, VariantRuns> runsOf, Func<SitePage, bool> isChosen)
    {
        var inputOf = Inputs(map, settings, runsOf);
        RenderedPage? Contain(SitePage page) => Contained(page, () => Render(inputOf(page)));
        var pages = AtOnce.Of([.. map.Pages.Where(isChosen)], Contain);
        return new RenderedSite([.. pages.OfType<RenderedPage>()], Extras(map, settings), Assets(), map, theme) { RenderOther = Contain, Containment = Containment };
    }

    private RenderedPage? Contained(SitePage page, Func<RenderedPage> render) =>
        Containment is null ? render() : Containment.IsLost(page.Source.Text) ? null : Containment.Of(page.Source.Text, render);

    private Func<SitePage, RenderInput> Inputs(SiteMap map, SiteSettings settings, Func<SitePage, VariantRuns> runsOf)
    {
        var hasFeed = HasFeed(map, settings);
        return page => new RenderInput(page, map, settings, runsOf(page)) { Updated = PageDates.Of(page, changed), HasFeed = hasFeed, Api = Api };
    }

    private bool HasFeed(SiteMap map, SiteSettings settings) => settings.Host is not null && map.Pages.Any(page => PageDates.Of(page, changed) is not null);

    private ImmutableArray<ThemeAsset> Assets() => Containment is null ? theme.Assets : Containment.OfStep<ImmutableArray<ThemeAsset>>(nameof(ITheme.Assets), [], () => theme.Assets);

    private ImmutableArray<ExtraPage> Extras(SiteMap map, SiteSettings settings) => Containment is null ? Made(map, settings)
        : Containment.OfStep<ImmutableArray<ExtraPage>>(NotFoundRoute, [], () => Made(map, settings));

    private ImmutableArray<ExtraPage> Made(SiteMap map, SiteSettings settings) =>
        map.FindByRoute(NotFoundRoute) is null && map.FindFile(NotFoundRoute) is null ? [new(NotFoundRoute, NotFound(map, settings))] : [];

    /// <summary>Renders one page.</summary>
    public RenderedPage Render(RenderInput input)
    {
        var model = new PageRenderer(theme).Render(input);
        return new RenderedPage(input, model, PlainCharacters.In(theme.Page(model)));
    }

    // It is shown at any address, so its links start at the site's root; where neither host nor folder is known that is its own folder.
    private string NotFound(SiteMap map, SiteSettings settings)
    {
        var navigation = new Navigation(map, NotFoundRoute, settings.SiteTitle);
        var root = settings.RootPath ?? "";
        return theme.Page(new PageModel
        {
            Title = "There is no such page",
            Description = "",
            Content = "<h1>There is no such page</h1>\n<p>It may have moved. From here every page can be reached:</p>\n" + Ways(navigation, root),
            Route = NotFoundRoute,
            ToRoot = root,
            SiteTitle = settings.SiteTitle,
            Menu = [.. navigation.Menu().Select(entry => AtRoot(entry, root))],
            Verified = new VerifiedSummary(0, 0, 0, 0, 0),
        });
    }

    private static string Ways(Navigation navigation, string root)
    {
        var ways = navigation.Menu().Select(entry => Way(entry) is { } first ? $"<li><a href=\"{MarkdownText.EscapeHtml(root + first)}\">{MarkdownText.EscapeHtml(entry.Title)}</a></li>\n" : "");
        return $"<ul>\n{string.Concat(ways)}</ul>\n";
    }

    // A folder without a page of its own begins with its first one.
    private static string? Way(MenuEntry entry) => entry.Href ?? entry.Children.Select(Way).FirstOrDefault(way => way is not null);

    private static MenuEntry AtRoot(MenuEntry entry, string root) => entry with
    {
        Href = entry.Href is null ? null : root + entry.Href,
        Children = [.. entry.Children.Select(child => AtRoot(child, root))],
    };
}
