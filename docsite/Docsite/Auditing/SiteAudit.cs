using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Rendering;
using Docsite.Writing;

namespace Docsite.Auditing;

/// <summary>Checks a rendered site as a whole.</summary>
public static class SiteAudit
{
    /// <summary>Every check, in the order of their codes.</summary>
    public static ImmutableArray<IAudit> All { get; } =
        [new LinkAudit(), new PageAudits(new ReferenceAudit()), new IdAudit(), new PageAudits(new AltTextAudit()), new PageAudits(new HeadingAudit()), new RouteAudit(), new ClaimAudit(), new ReachAudit(), new WeightAudit(), new RegionAudit(), new ProgramAudit()];

    /// <summary>Runs every check.</summary>
    /// <param name="site">The pages.</param>
    /// <param name="files">Every file of the finished site.</param>
    public static ImmutableArray<Diagnostic> Audit(RenderedSite site, ImmutableArray<OutputFile> files)
    {
        var audited = new AuditedSite(site, files);
        return [.. All.SelectMany(audit => Of(audit, audited))];
    }

    /// <summary>Runs a check.</summary>
    internal static IEnumerable<Diagnostic> Of(IAudit audit, AuditedSite site)
    {
        if (site.Site.Containment is not { } containment) return audit.Check(site);
        // What is told only of a whole site is not told of one with a lost page.
        if (audit.NeedsWhole is not null && containment.HasLost) return [];
        return containment.OfStep<IReadOnlyList<Diagnostic>>(audit.GetType().Name, [], () => [.. audit.Check(site)]);
    }
}
