using Docsite.Discovery;

namespace Docsite.Rendering;

/// <summary>Turns the links of a page's Markdown into links that work under <c>file://</c> and below any folder of a server.</summary>
/// <param name="map">The site.</param>
/// <param name="page">The page that holds the links.</param>
public sealed class LinkResolver(SiteMap map, SitePage page)
{
    /// <summary>
    /// Resolves <c>page.md</c>, <c>page.html</c>, <c>page</c>, <c>folder/</c>, <c>~/from-the-root</c>, <c>/from-the-root</c>,
    /// <c>xref:name</c>, files, and the way to a page's or example's file as it lies in the repository, <c>../../examples/example.cs</c>;
    /// everything else stays as it is.
    /// </summary>
    /// <returns>The address to write; one that names nothing in the site is left for the audit to find.</returns>
    public string Resolve(string url)
    {
        if (url.Length == 0 || url[0] == '#' || IsExternal(url)) return url;
        var end = url.AsSpan().IndexOfAny('#', '?');
        var (path, suffix) = end < 0 ? (url, "") : (url[..end], url[end..]);
        if (path.StartsWith("xref:", StringComparison.OrdinalIgnoreCase))
        {
            if (map.FindXref(Uri.UnescapeDataString(path["xref:".Length..])) is not { } named) return url;
            // A fragment on the link names a place of its own.
            return Href(named.Page.Route) + (named.Id.Length == 0 || suffix.Contains('#', StringComparison.Ordinal) ? suffix : $"{suffix}#{named.Id}");
        }
        // On a code host the same link leads to the file.
        if (InRepository(Uri.UnescapeDataString(path)) is { } near) return Href(near) + suffix;
        if (Target(Uri.UnescapeDataString(path)) is not { } target) return url;
        return (Find(target, path.EndsWith('/')) is { } route ? Href(route) : Href(target)) + suffix;
    }

    /// <summary>Whether a link leaves the site.</summary>
    public static bool IsExternal(string url)
    {
        if (url.StartsWith("//", StringComparison.Ordinal)) return true;
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(url[0]) && !url.StartsWith("xref:", StringComparison.OrdinalIgnoreCase)
            && url[..colon].All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.');
    }

    /// <summary>Whether a link leads to another site, not to a program for mails or the like.</summary>
    public static bool IsOtherSite(string url) => url.StartsWith("//", StringComparison.Ordinal)
        || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private string? InRepository(string path) => path[0] is not ('~' or '/') && Route.Combine(Route.FolderOf(page.Source.Text.Path), path) is { } file
        ? map.FindByPath(file)?.Route ?? map.FindFileByPath(file)?.Route : null;

    private string? Target(string path)
    {
        if (path.StartsWith("~/", StringComparison.Ordinal)) return Route.Combine("", path[2..]);
        if (path.StartsWith('/')) return Route.Combine("", path);
        return Route.Combine(Route.FolderOf(page.Source.Route), path);
    }

    private string? Find(string target, bool isFolder)
    {
        var extension = Path.GetExtension(target).ToUpperInvariant();
        if (extension is ".MD" or ".MARKDOWN") return map.FindBySource(Route.OfPage(target))?.Route;
        if (map.FindFile(target) is { } file) return file.Route;
        if (map.FindByRoute(target) is { } exact) return exact.Route;
        var name = target.ToLowerInvariant().Replace(' ', '-');
        var index = name.Length == 0 ? Route.Index : $"{name}/{Route.Index}";
        return (isFolder ? null : map.FindBySource(name + ".html") ?? map.FindBySource(name))?.Route ?? map.FindBySource(index)?.Route;
    }

    private string Href(string target) => Route.Escaped(Route.Relative(page.Route, target));
}
