using System.Collections.Immutable;
using System.Globalization;
using Docsite.Diagnostics;
using Docsite.Rendering;
using Docsite.Writing;

namespace Docsite.Auditing;

/// <summary>What was found on some pages of a site by looking at all of it.</summary>
/// <param name="Findings">What is wrong, on whichever page.</param>
/// <param name="LeftToWhole">What only a run of the whole site tells, a clause each.</param>
internal sealed record PartAudit(ImmutableArray<Diagnostic> Findings, ImmutableArray<string> LeftToWhole)
{
    /// <summary>Runs every check that a part is enough for.</summary>
    public static PartAudit Of(RenderedSite part)
    {
        var site = new AuditedSite(part, SiteFiles.OfPages(part));
        return new PartAudit(
            [.. SiteAudit.All.Where(audit => audit.NeedsWhole is null).SelectMany(audit => SiteAudit.Of(audit, site))],
            [.. SiteAudit.All.Select(audit => audit.NeedsWhole).OfType<string>(), .. Pictures(site)]);
    }

    private static IEnumerable<string> Pictures(AuditedSite site)
    {
        var links = site.Pages.Sum(page => page.Links.Count(site.IsLeftToWhole));
        if (links > 0) yield return string.Create(CultureInfo.InvariantCulture, $"whether {links} {(links == 1 ? "link" : "links")} to pictures of other pages hold");
    }
}
