using Docsite.Parsing;

namespace Docsite;

/// <summary>Which pages a request is about.</summary>
internal static class PageFilter
{
    /// <summary>Whether the page, its folder or one of its blocks is named, or nothing is.</summary>
    public static bool Contains(SiteRequest request, ParsedPage page) =>
        (request.Pages.IsEmpty || request.Pages.Any(path => IsAt(page.Page.Path, path)))
        && ((request.Ids.IsEmpty && request.ForcedIds.IsEmpty) || request.Ids.AddRange(request.ForcedIds).Any(id => IsOn(page, id)));

    /// <summary>The named paths without any of the named blocks, and the blocks on none of the named paths.</summary>
    public static IEnumerable<string> Apart(SiteRequest request, IEnumerable<ParsedPage> pages)
    {
        var ids = request.Ids.AddRange(request.ForcedIds);
        if (request.Pages.IsEmpty || ids.IsEmpty) return [];
        var both = pages.Where(page => Contains(request, page)).ToList();
        return request.Pages.Where(path => !both.Exists(page => IsAt(page.Page.Path, path))).Concat(ids.Where(id => !both.Exists(page => IsOn(page, id))));
    }

    /// <summary>The paths of a request that name no page.</summary>
    public static IEnumerable<string> Unmet(SiteRequest request, IEnumerable<string> pages) =>
        request.Pages.Where(path => !pages.Any(page => IsAt(page, path)));

    /// <summary>Whether a page lies at a path, or in the folder that it names.</summary>
    public static bool IsAt(string page, string path)
    {
        var place = path.Replace('\\', '/').TrimEnd('/');
        if (place.StartsWith("./", StringComparison.Ordinal)) place = place[2..];
        return place is "." || page == place || page.StartsWith(place + "/", StringComparison.Ordinal);
    }

    private static bool IsOn(ParsedPage page, string id) => id.Split('#')[0] == page.Id;
}
