namespace Docsite.Discovery;

/// <summary>The order of example files in their gallery, and so that in which they are read: group by group, each where its first example belongs.</summary>
internal static class ExampleOrder
{
    /// <summary>The examples of a site, in groups.</summary>
    public static IEnumerable<IGrouping<string, SitePage>> Of(IEnumerable<SitePage> pages) => pages.Where(page => page.Source.IsExample)
        .OrderBy(page => page.Order).ThenBy(page => page.Route, StringComparer.Ordinal)
        .GroupBy(page => page.Metadata.GetValueOrDefault("Group")?.Trim() ?? "", StringComparer.OrdinalIgnoreCase);
}
