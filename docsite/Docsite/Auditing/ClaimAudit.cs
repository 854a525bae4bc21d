using Docsite.Diagnostics;
using Docsite.Parsing;

namespace Docsite.Auditing;

/// <summary>Every claim is tested by a run, and its id means one sentence in the whole site.</summary>
internal sealed class ClaimAudit : IAudit
{
    public IEnumerable<Diagnostic> Check(AuditedSite site)
    {
        var first = new Dictionary<string, Claim>(StringComparer.OrdinalIgnoreCase);
        foreach (var page in site.Site.Map.Pages)
        {
            foreach (var claim in page.Parsed.Claims)
            {
                if (!first.TryAdd(claim.Id, claim))
                {
                    yield return new Diagnostic(DiagnosticIds.DuplicateClaim, Severity.Error, claim.Location, $"the claim {claim.Id} stands in the site already")
                    {
                        Notes = [$"at {first[claim.Id].Location}"],
                    };
                }
            }
        }
        foreach (var page in site.Pages.Select(page => page.Rendered))
        {
            // A claim without any block is found when the page is read.
            foreach (var claim in page.Page.Parsed.Claims.Where(claim => !claim.Blocks.IsEmpty && claim.Blocks.All(block => page.Input.Runs.Of(block).Count == 0)))
            {
                yield return new Diagnostic(DiagnosticIds.ClaimWithoutRun, Severity.Error, claim.Location, $"no run tests the claim {claim.Id}");
            }
        }
    }
}
