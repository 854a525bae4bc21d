using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Rendering;

namespace Docsite.Auditing;

/// <summary>Checks a rendered site as a whole.</summary>
public static class SiteAudit
{
    /// <summary>Every check, in the order of their codes.</summary>
    public static ImmutableArray<IAudit> All { get; } =
        [new LinkAudit(), new IdAudit(), new AltTextAudit(), new HeadingAudit(), new RouteAudit(), new ClaimAudit(), new ReachAudit()];

    /// <summary>Runs every check.</summary>
    public static ImmutableArray<Diagnostic> Audit(RenderedSite site)
    {
        var audited = new AuditedSite(site);
        return [.. All.SelectMany(audit => audit.Check(audited))];
    }
}
