using Docsite.Diagnostics;

namespace Docsite.Auditing;

/// <summary>A check over the whole rendered site.</summary>
public interface IAudit
{
    /// <summary>What is wrong, page by page in reading order.</summary>
    IEnumerable<Diagnostic> Check(AuditedSite site);
}
