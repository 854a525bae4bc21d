using Docsite.Diagnostics;
using Docsite.Discovery;
using Docsite.Pages;

namespace Docsite.Auditing;

/// <summary>Every address inside the site names something, and every place on a page exists.</summary>
internal sealed class LinkAudit : IAudit
{
    public IEnumerable<Diagnostic> Check(AuditedSite site) =>
        // Several links may have the address of one definition.
        site.OnEach(page => page.Links.Select(link => Check(site, page, link)).OfType<Diagnostic>().DistinctBy(finding => (finding.Location, finding.Message)));

    private static Diagnostic? Check(AuditedSite site, AuditedPage page, InternalLink link)
    {
        if (link.Address.Length == 0) return new Diagnostic(DiagnosticIds.BrokenLink, Severity.Error, page.Locate(link.Element), "the address is empty") { Notes = ["the top of this page is at #"] };
        var exists = link.Target is not null && site.Exists(link.Target);
        if (!exists) return NothingThere(site, page, link);
        // The top of a page needs no id.
        if (link.Fragment is "" or "top" || site.FindPage(link.Target!) is not { } target) return null;
        if (target.Ids.Contains(link.Fragment) || site.LayoutIds.Contains(link.Fragment) || site.IsLeftToWhole(link)) return null;
        var where = target == page ? "this page" : target.Rendered.Page.Source.Text.Path;
        var places = site.PlacesOn(target).Order(StringComparer.Ordinal).Select(id => "#" + id);
        return new Diagnostic(
            DiagnosticIds.BrokenFragment, Severity.Error, page.LocateValue(link.Element, link.Attribute, link.Address),
            $"{where} has no #{link.Fragment}{NearestWord.Question("#" + link.Fragment, places)}");
    }

    private static Diagnostic? NothingThere(AuditedSite site, AuditedPage page, InternalLink link)
    {
        var location = page.LocateValue(link.Element, link.Attribute, link.Address);
        // What a lost page is called, and what on it has a name, is not known.
        if (link.Address.StartsWith("xref:", StringComparison.OrdinalIgnoreCase)) return site.Site.Containment is { HasLost: true } ? null : NothingNamed(site, link.Address["xref:".Length..], location);
        if (site.Site.Containment is { HasLostStep: true }) return null;
        var written = Written(location, link);
        return new Diagnostic(DiagnosticIds.BrokenLink, Severity.Error, location, $"nothing in the site is at {written}{Suggestion(site, page, written)}");
    }

    private static Diagnostic NothingNamed(AuditedSite site, string address, PageLocation location)
    {
        var name = Uri.UnescapeDataString(address.Split('#', '?')[0]);
        var names = site.Site.Map.XrefNames;
        var (what, all) = name.StartsWith(SiteMap.ClaimXref, StringComparison.OrdinalIgnoreCase)
            ? ($"the site has no claim {name[SiteMap.ClaimXref.Length..]}", names.Where(one => one.StartsWith(SiteMap.ClaimXref, StringComparison.Ordinal)))
            : ($"no page of the site has the Xref {name}", names);
        return new Diagnostic(DiagnosticIds.BrokenLink, Severity.Error, location, what + NearestWord.Question(name, all));
    }

    // As the author wrote it, where it is the Markdown's own address.
    private static string Written(PageLocation location, InternalLink link) =>
        location.Span.Length is > 0 and < 300 && !location.Text.Contains('\n', StringComparison.Ordinal) && !location.Text.Contains(']', StringComparison.Ordinal) ? location.Text : link.Address;

    private static string Suggestion(AuditedSite site, AuditedPage page, string written)
    {
        var path = written.Split('#', '?')[0];
        var prefix = path.StartsWith("~/", StringComparison.Ordinal) ? "~/" : path.StartsWith('/') ? "/" : null;
        var routes = path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
            ? site.Site.Map.Pages.Select(other => Path.ChangeExtension(other.Source.Route, ".md"))
            : path.Contains('.', StringComparison.Ordinal)
                ? site.Site.Map.Pages.Select(other => other.Route).Concat(site.Site.Map.Files.Select(file => file.Route))
                : site.Site.Map.Pages.Select(other => Path.ChangeExtension(other.Route, null));
        var from = page.Rendered.Page.Source;
        if (prefix is not null) return NearestWord.Question(path, routes.Select(route => prefix + route));
        var files = site.Site.Map.Pages.Where(other => !other.IsGenerated).Select(other => Route.Relative(from.Text.Path, other.Source.Text.Path));
        return NearestWord.Question(path, routes.Select(route => Route.Relative(from.Route, route)).Concat(files));
    }
}
