using Docsite.Rendering;
using Docsite.Settings;

namespace Docsite.Writing.Makers;

/// <summary>Beside every page <c>x.html</c> a file <c>x.md</c> with its text, for programs and for those who prefer it.</summary>
internal sealed class MarkdownTwins : IFileMaker
{
    private static readonly PageFiles Twins = new(page => OutputFile.Made.Of(RouteOf(page.Page.Route), new MarkdownTwin(page.Input).Write()));

    public IEnumerable<OutputFile.Made> Make(RenderedSite site, SiteSettings settings) => AtOnce.Of(site.Pages, Twins.Of);

    /// <summary>Where the text of a page is.</summary>
    public static string RouteOf(string route) => Path.ChangeExtension(route, ".md");
}
