using Docsite.Discovery;
using Docsite.Generation;
using Docsite.Rendering;
using Docsite.Settings;

namespace Docsite.Writing.Makers;

/// <summary>At every address that a page names in <c>RedirectFrom</c>, a page that leads on.</summary>
internal sealed class RedirectPages : IFileMaker
{
    public IEnumerable<OutputFile.Made> Make(RenderedSite site, SiteSettings settings) =>
        site.Map.Pages.SelectMany(page => page.Redirects.Select(redirect => OutputFile.Made.Of(redirect.Route, Html(page, redirect.Route, settings))));

    private static string Html(SitePage page, string from, SiteSettings settings)
    {
        var href = MarkdownText.EscapeHtml(Route.Escaped(Route.Relative(from, page.Route)));
        var title = MarkdownText.EscapeHtml(page.Title);
        var canonical = settings.AddressOf(page.Route) is { } address ? $"<link rel=\"canonical\" href=\"{MarkdownText.EscapeHtml(address)}\">\n" : "";
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>{title}</title>
            <meta http-equiv="refresh" content="0; url={href}">
            <meta name="robots" content="noindex">
            {canonical}</head>
            <body>
            <p>This page has moved: <a href="{href}">{title}</a></p>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }
}
