using System.Collections.Immutable;
using Docsite.Rendering;
using Docsite.Settings;
using Docsite.Writing.Makers;

namespace Docsite.Writing;

/// <summary>Lists every file of a finished site.</summary>
public static class SiteFiles
{
    /// <summary>What is made beside the pages, in the order in which it is looked for.</summary>
    public static ImmutableArray<IFileMaker> Makers { get; } =
        [new SearchEngineFiles(), new RedirectPages(), new MarkdownTwins(), new LlmsText(), new Feed(), new WholeBook(), new NameFiles(), new SearchFile()];

    private static readonly PageFiles Pages = new(page => OutputFile.Made.Of(page.Page.Route, page.Html));

    /// <summary>What is made unless the site brings its own.</summary>
    internal static ImmutableArray<string> Replaceable { get; } = ["404.html", "robots.txt", "sitemap.xml", "feed.xml", "llms.txt"];

    /// <summary>Pages, files, the theme's assets, and what the makers add.</summary>
    public static ImmutableArray<OutputFile> Of(RenderedSite site, SiteSettings settings)
    {
        var own = OfPages(site);
        // Letter case apart, because not every file system and server tells them apart.
        var taken = own.Select(file => file.Route).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var made = site.Makers.SelectMany(maker => Contained(maker, site, settings)).Where(file => taken.Add(file.Route)).ToList();
        return [.. own, .. made];
    }

    private static IEnumerable<OutputFile.Made> Contained(IFileMaker maker, RenderedSite site, SiteSettings settings) => site.Containment is null ? maker.Make(site, settings)
        : site.Containment.OfStep<IReadOnlyList<OutputFile.Made>>(maker.GetType().Name, [], () => [.. maker.Make(site, settings)]);

    /// <summary>The same without what the makers add.</summary>
    internal static ImmutableArray<OutputFile> OfPages(RenderedSite site) =>
    [
        .. AtOnce.Of(site.Pages, Pages.Of),
        .. site.Extras.Select(extra => OutputFile.Made.Of(extra.Route, extra.Html)),
        .. site.Assets.Select(asset => new OutputFile.Made(asset.Path, asset.Content)),
        .. site.Map.Files.Select(file => new OutputFile.Copied(file.Route, file.Path, file.FullPath)),
    ];
}
