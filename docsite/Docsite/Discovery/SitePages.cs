using System.Collections.Immutable;
using Docsite.Keeping;
using Docsite.Parsing;

namespace Docsite.Discovery;

/// <summary>The pages of a site that are published.</summary>
public static class SitePages
{
    /// <summary>Joins what was found with what was read.</summary>
    /// <param name="source">What was found.</param>
    /// <param name="parsed">Its pages, read; those that are missing are left out.</param>
    public static ImmutableArray<SitePage> Of(SiteSource source, IEnumerable<ParsedPage> parsed) => Of(source, parsed, new KeptSite());

    /// <summary>The same, with what an earlier build left.</summary>
    internal static ImmutableArray<SitePage> Of(SiteSource source, IEnumerable<ParsedPage> parsed, KeptSite kept)
    {
        var byPath = parsed.ToDictionary(page => page.Page.Path, StringComparer.Ordinal);
        return
        [
            .. source.Pages.Where(page => byPath.ContainsKey(page.Text.Path))
                .Select(page => kept.Page(page, byPath[page.Text.Path])).Where(page => !page.IsExcluded),
        ];
    }
}
