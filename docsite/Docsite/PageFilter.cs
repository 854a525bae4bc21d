using Docsite.Parsing;

namespace Docsite;

/// <summary>Which pages a request is about.</summary>
internal static class PageFilter
{
    /// <summary>Whether the page, its folder or one of its blocks is named, or nothing is.</summary>
    public static bool Contains(SiteRequest request, ParsedPage page) =>
        (request.Pages.IsEmpty || request.Pages.Any(path => IsAt(page.Page.Path, Normal(path))))
        && ((request.Ids.IsEmpty && request.ForcedIds.IsEmpty) || request.Ids.AddRange(request.ForcedIds).Any(id => id.Split('#')[0] == page.Id));

    /// <summary>The paths of a request that name no page.</summary>
    public static IEnumerable<string> Unmet(SiteRequest request, IEnumerable<string> pages) =>
        request.Pages.Where(path => !pages.Any(page => IsAt(page, Normal(path))));

    private static bool IsAt(string page, string path) =>
        path is "" or "." || page == path || page.StartsWith(path + "/", StringComparison.Ordinal);

    private static string Normal(string path)
    {
        var normal = path.Replace('\\', '/').TrimEnd('/');
        return normal.StartsWith("./", StringComparison.Ordinal) ? normal[2..] : normal;
    }
}
