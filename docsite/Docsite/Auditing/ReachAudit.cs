using Docsite.Diagnostics;
using Docsite.Discovery;
using Docsite.Pages;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Auditing;

/// <summary>A reader who starts at the front page and follows links comes to every page.</summary>
internal sealed class ReachAudit : IAudit
{
    public IEnumerable<Diagnostic> Check(AuditedSite site)
    {
        if (site.Pages.IsEmpty) return [];
        if (site.FindPage(Route.Index) is not { } front)
        {
            return [new Diagnostic(DiagnosticIds.UnreachablePage, Severity.Warning, new PageLocation(new PageText("docsite.yml", ""), new TextSpan(0, 0)), "the site has no front page") { Notes = ["add index.md to an input folder"] }];
        }
        var reached = Reach(site, front);
        return site.Pages.Where(page => !reached.Contains(page)).Select(page => new Diagnostic(
            DiagnosticIds.UnreachablePage, Severity.Warning, new PageLocation(page.Rendered.Page.Source.Text, new TextSpan(0, 0)), "no way of links leads here from the front page"));
    }

    private static HashSet<AuditedPage> Reach(AuditedSite site, AuditedPage front)
    {
        var reached = new HashSet<AuditedPage> { front };
        var open = new Queue<AuditedPage>([front]);
        while (open.TryDequeue(out var page))
        {
            foreach (var next in page.Targets.Select(site.FindPage).OfType<AuditedPage>())
            {
                if (reached.Add(next)) open.Enqueue(next);
            }
        }
        return reached;
    }
}
