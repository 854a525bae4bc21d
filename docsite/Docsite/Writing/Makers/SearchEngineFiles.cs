using System.Xml.Linq;
using Docsite.Discovery;
using Docsite.Rendering;
using Docsite.Settings;

namespace Docsite.Writing.Makers;

/// <summary><c>robots.txt</c>, and with a known host <c>sitemap.xml</c>.</summary>
internal sealed class SearchEngineFiles : IFileMaker
{
    private static readonly XNamespace Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public IEnumerable<OutputFile.Made> Make(RenderedSite site, SiteSettings settings)
    {
        if (settings.Address is not { } address) return [OutputFile.Made.Of("robots.txt", "User-agent: *\nAllow: /\n")];
        var pages = site.Pages.Where(page => page.Page.Route != "404.html").OrderBy(page => page.Page.Route == Route.Index ? "" : page.Page.Route, StringComparer.Ordinal);
        var map = new XElement(Sitemaps + "urlset", pages.Select(page => new XElement(
            Sitemaps + "url",
            new XElement(Sitemaps + "loc", settings.AddressOf(page.Page.Route)),
            page.Model.Updated is { } day ? new XElement(Sitemaps + "lastmod", day) : null)));
        return
        [
            OutputFile.Made.Of("robots.txt", $"User-agent: *\nAllow: /\nSitemap: {address}/sitemap.xml\n"),
            OutputFile.Made.Of("sitemap.xml", $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{map.ToString().ReplaceLineEndings("\n")}\n"),
        ];
    }
}
