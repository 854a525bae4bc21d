using Docsite.Diagnostics;

namespace Docsite.Auditing;

/// <summary>A check over the whole rendered site.</summary>
public interface IAudit
{
    /// <summary>What is wrong, page by page in reading order.</summary>
    IEnumerable<Diagnostic> Check(AuditedSite site);

    /// <summary>What it tells of pages only when all were verified, as a clause, e.g. <c>whether a link leads to them</c>; nothing where a part is enough.</summary>
    string? NeedsWhole => null;
}

/// <summary>A check that looks at one page and at nothing else, so that what it finds is kept with the page.</summary>
internal interface IPageAudit
{
    /// <summary>What is wrong with the page.</summary>
    IEnumerable<Diagnostic> Check(AuditedPage page);
}

/// <summary>The same check on every page.</summary>
internal sealed class PageAudits(IPageAudit audit) : IAudit
{
    public IEnumerable<Diagnostic> Check(AuditedSite site) => site.OnEach(page => page.Found(audit));
}
