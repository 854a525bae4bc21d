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
    /// <param name="source">See above.</param>
    /// <param name="parsed">See above.</param>
    /// <param name="kept">What is left.</param>
    /// <param name="containment">Where pages are lost over which the tool fails; nothing where that ends the run.</param>
    internal static ImmutableArray<SitePage> Of(SiteSource source, IEnumerable<ParsedPage> parsed, KeptSite kept, Containment? containment = null)
    {
        SitePage? Joined(SourcePage page, ParsedPage read) => containment is null ? kept.Page(page, read) : containment.Of(page.Text, () => kept.Page(page, read));
        var byPath = parsed.ToDictionary(page => page.Page.Path, StringComparer.Ordinal);
        return
        [
            .. source.Pages.Where(page => byPath.ContainsKey(page.Text.Path))
                .Select(page => Joined(page, byPath[page.Text.Path])).OfType<SitePage>().Where(page => !page.IsExcluded),
        ];
    }
}
