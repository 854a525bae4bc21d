using System.Collections.Immutable;
using System.Xml.Linq;
using Docsite.Discovery;
using Docsite.Rendering;
using Docsite.Settings;

namespace Docsite.Writing;

/// <summary>Lists every file of a finished site.</summary>
public static class SiteFiles
{
    private static readonly XNamespace Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>Pages, files, the theme's assets, and what search engines ask for.</summary>
    public static ImmutableArray<OutputFile> Of(RenderedSite site, SiteSettings settings) =>
    [
        .. site.Pages.Select(page => OutputFile.Made.Of(page.Page.Route, page.Html)),
        .. site.Extras.Select(extra => OutputFile.Made.Of(extra.Route, extra.Html)),
        .. site.Assets.Select(asset => new OutputFile.Made(asset.Path, asset.Content)),
        .. site.Map.Files.Select(file => new OutputFile.Copied(file.Route, file.Path, file.FullPath)),
        .. ForSearchEngines(site, settings).Where(file => site.Map.FindFile(file.Route) is null),
    ];

    private static IEnumerable<OutputFile.Made> ForSearchEngines(RenderedSite site, SiteSettings settings)
    {
        if (settings.Host is not { } host)
        {
            yield return OutputFile.Made.Of("robots.txt", "User-agent: *\nAllow: /\n");
            yield break;
        }
        yield return OutputFile.Made.Of("robots.txt", $"User-agent: *\nAllow: /\nSitemap: {host}/sitemap.xml\n");
        var addresses = site.Pages.Select(page => page.Page.Route == Route.Index ? "" : page.Page.Route).Where(route => route != "404.html").Order(StringComparer.Ordinal);
        var map = new XElement(Sitemaps + "urlset", addresses.Select(route => new XElement(Sitemaps + "url", new XElement(Sitemaps + "loc", $"{host}/{Escape(route)}"))));
        yield return OutputFile.Made.Of("sitemap.xml", $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{map.ToString().ReplaceLineEndings("\n")}\n");
    }

    private static string Escape(string route) => string.Join('/', route.Split('/').Select(Uri.EscapeDataString));
}
