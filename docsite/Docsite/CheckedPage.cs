using Docsite.Diagnostics;
using Docsite.Planning;
using Docsite.Verification;

namespace Docsite;

/// <summary>A page with all that was found about it before it is rendered.</summary>
/// <param name="Plan">What of it runs.</param>
/// <param name="Verified">What came of that.</param>
public sealed record CheckedPage(PagePlan Plan, VerifiedPage Verified)
{
    /// <summary>The findings of reading, planning and verifying it.</summary>
    public IEnumerable<Diagnostic> AllDiagnostics => Verified.Page.Diagnostics.Concat(Plan.Diagnostics).Concat(Verified.Diagnostics);
}
