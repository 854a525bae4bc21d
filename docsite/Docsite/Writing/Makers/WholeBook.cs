using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Docsite.Discovery;
using Docsite.Rendering;
using Docsite.Settings;

namespace Docsite.Writing.Makers;

/// <summary>Every page of the menu on one, in reading order, to print and to search in.</summary>
internal sealed partial class WholeBook : IFileMaker
{
    // A page that is kept has seen the same addresses of all others.
    private static readonly ConditionalWeakTable<RenderedPage, string> Chapters = [];

    public IEnumerable<OutputFile.Made> Make(RenderedSite site, SiteSettings settings)
    {
        if (settings.BookPath is not { } route) return [];
        var pages = site.Pages.Where(page => page.Page.IsInMenu).ToList();
        var slugs = pages.ToDictionary(page => page.Page.Route, page => Slug(page.Page.Route), StringComparer.Ordinal);
        var content = new StringBuilder($"<h1>{Generation.MarkdownText.EscapeHtml(settings.SiteTitle)}</h1>\n").Append(BookContents.Of(site.Map.Root, slugs));
        foreach (var chapter in AtOnce.Of(pages, page => Chapters.GetValue(page, one => Chapter(one, new BookLinks(route, one.Page.Route, slugs))))) content.Append(chapter);
        return [OutputFile.Made.Of(route, site.Theme.Page(Model(content.ToString(), pages, route, settings)))];
    }

    private static PageModel Model(string content, List<RenderedPage> pages, string route, SiteSettings settings) => new()
    {
        Title = "The whole book",
        Description = $"{settings.SiteTitle}: every page on one.",
        Content = content,
        Route = route,
        ToRoot = Route.ToRoot(route),
        SiteTitle = settings.SiteTitle,
        Address = settings.AddressOf(route),
        Headings = [.. pages.Select(page => new HeadingModel(Slug(page.Page.Route), page.Page.Title, 2))],
        Menu = [.. pages.Take(1).Select(page => new MenuEntry(page.Page.Title, Route.Relative(route, page.Page.Route), false, [])), new MenuEntry("The whole book", Path.GetFileName(route), true, [])],
        Verified = new VerifiedSummary(
            pages.Sum(page => page.Model.Verified.Blocks), pages.Sum(page => page.Model.Verified.Values), pages.Sum(page => page.Model.Verified.Outputs),
            pages.Sum(page => page.Model.Verified.Figures), pages.Sum(page => page.Model.Verified.Claims)),
    };

    private static string Chapter(RenderedPage page, BookLinks links) =>
        $"<section class=\"chapter\" id=\"{links.Slug}\">\n{Attribute().Replace(Heading().Replace(page.Model.Content, Deeper), links.Replace)}</section>\n";

    // The book has one title; what was a page's is a part of it.
    private static string Deeper(Match tag) => $"<{tag.Groups["end"].Value}h{int.Parse(tag.Groups["level"].Value, CultureInfo.InvariantCulture) + 1}";

    private static string Slug(string route) => "page-" + Path.ChangeExtension(route, null).Replace('/', '-');

    [GeneratedRegex(@"<(?<end>/?)h(?<level>[1-5])(?=[\s>])", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    // Quotes inside text are written as entities, so what looks like an attribute is one.
    [GeneratedRegex("""(?<=\s)(?<name>id|for|name|href|src|popovertarget|aria-labelledby|aria-describedby|aria-controls)="(?<value>[^"]*)"|url\(#(?<mark>[^)]*)\)""", RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();

    /// <summary>Turns a page's ids and addresses into those of the book.</summary>
    private sealed class BookLinks(string book, string page, Dictionary<string, string> slugs)
    {
        public string Slug { get; } = slugs[page];

        public string Replace(Match attribute)
        {
            if (attribute.Groups["mark"].Success) return $"url(#{Slug}--{attribute.Groups["mark"].Value})";
            var (name, value) = (attribute.Groups["name"].Value, attribute.Groups["value"].Value);
            return $"{name}=\"{(name is "href" or "src" ? Address(value) : string.Join(' ', value.Split(' ').Select(id => $"{Slug}--{id}")))}\"";
        }

        private string Address(string address)
        {
            if (LinkResolver.IsExternal(address) || address.Length == 0) return address;
            if (address[0] == '#') return address is "#" or "#top" ? $"#{Slug}" : $"#{Slug}--{address[1..]}";
            var hash = address.IndexOf('#', StringComparison.Ordinal);
            var (path, mark) = hash < 0 ? (address, "") : (address[..hash], address[(hash + 1)..]);
            if (Route.Combine(Route.FolderOf(page), Uri.UnescapeDataString(path)) is not { } target) return address;
            if (slugs.TryGetValue(target, out var slug)) return mark.Length == 0 ? $"#{slug}" : $"#{slug}--{mark}";
            return Route.Escaped(Route.Relative(book, target)) + (mark.Length == 0 ? "" : "#" + mark);
        }
    }
}
