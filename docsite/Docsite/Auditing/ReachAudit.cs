using Docsite.Diagnostics;
using Docsite.Discovery;
using Docsite.Pages;
using Docsite.Rendering;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Auditing;

/// <summary>A reader who starts at the front page and follows links comes to every page.</summary>
internal sealed class ReachAudit : IAudit
{
    public string? NeedsWhole => "whether a way of links leads there from the front page";

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
        // The pages of a folder have the same menu.
        var menus = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryDequeue(out var page))
        {
            var folder = Route.FolderOf(page.Route);
            var addresses = AddressesAround(page.Rendered.Model);
            if (menus.Add(folder)) addresses = addresses.Concat(AddressesIn(page.Rendered.Model.Menu));
            var targets = page.Links.Select(link => link.Target).Concat(addresses.OfType<string>().Select(address => Route.Combine(folder, address)));
            foreach (var next in targets.OfType<string>().Select(site.FindPage).OfType<AuditedPage>())
            {
                if (reached.Add(next)) open.Enqueue(next);
            }
        }
        return reached;
    }

    private static IEnumerable<string?> AddressesAround(PageModel model) =>
        model.Breadcrumbs.Select(entry => entry.Href).Append(model.Previous?.Href).Append(model.Next?.Href);

    private static IEnumerable<string?> AddressesIn(IEnumerable<MenuEntry> entries) =>
        entries.SelectMany(entry => AddressesIn(entry.Children).Prepend(entry.Href));
}
