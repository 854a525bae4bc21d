using System.Collections.Concurrent;
using System.Globalization;
using Docsite.Diagnostics;
using Docsite.Pages;
using Docsite.Rendering;
using Docsite.Writing;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Auditing;

/// <summary>No page weighs more than the settings allow, as a server sends it: alone, and with all that a browser asks for at first.</summary>
internal sealed class WeightAudit : IAudit
{
    public IEnumerable<Diagnostic> Check(AuditedSite site)
    {
        var weights = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        long WeightOf(string route) => weights.GetOrAdd(route, one => site.Files.GetValueOrDefault(one) is { } file ? Compressed(file) : 0);
        var ofTheme = site.Site.Assets.Select(asset => asset.Path).ToHashSet(StringComparer.Ordinal);
        return AtOnce.Of(site.Pages, page => Check(page, ofTheme, WeightOf).ToList()).SelectMany(found => found).Concat(CheckTheme(site, WeightOf)).ToList();
    }

    private static IEnumerable<Diagnostic> Check(AuditedPage audited, HashSet<string> ofTheme, Func<string, long> weightOf)
    {
        var (page, asked) = (audited.Rendered, audited.Asked);
        var limits = page.Input.Settings.Limits;
        var html = weightOf(page.Page.Route);
        // What the theme has on every page, a browser has kept from the first one.
        var further = html + asked.Where(route => !ofTheme.Contains(route)).Sum(weightOf);
        var first = html + asked.Sum(weightOf);
        var styles = asked.Where(route => route.EndsWith(".css", StringComparison.Ordinal)).Sum(weightOf);
        if (html > limits.Html) yield return Finding(page, $"the page weighs {Size(html)}", $"its HTML may weigh {Size(limits.Html)} (the setting Limits: Html)");
        if (further > limits.FurtherVisit) yield return Finding(page, $"a visit from another page loads {Size(further)}", $"it may load {Size(limits.FurtherVisit)} (the setting Limits: FurtherVisit)");
        if (first > limits.FirstVisit) yield return Finding(page, $"a first visit loads {Size(first)}", $"it may load {Size(limits.FirstVisit)} (the setting Limits: FirstVisit)");
        if (styles > limits.Styles) yield return Finding(page, $"its style sheets weigh {Size(styles)}", $"they may weigh {Size(limits.Styles)} (the setting Limits: Styles)");
        if (asked.Length + 1 > limits.Requests)
        {
            yield return Finding(page, string.Create(CultureInfo.InvariantCulture, $"a first visit asks for {asked.Length + 1} files"), string.Create(CultureInfo.InvariantCulture, $"it may ask for {limits.Requests} (the setting Limits: Requests)"));
        }
    }

    private static IEnumerable<Diagnostic> CheckTheme(AuditedSite site, Func<string, long> weightOf)
    {
        if (site.Pages.IsEmpty) yield break;
        var limits = site.Pages[0].Rendered.Input.Settings.Limits;
        var weight = site.Site.Assets.Where(asset => asset.Path.EndsWith(".js", StringComparison.Ordinal)).Sum(asset => weightOf(asset.Path));
        if (weight > limits.Scripts) yield return Finding(new PageText("docsite.yml", ""), $"the theme's scripts weigh {Size(weight)}", $"they may weigh {Size(limits.Scripts)} (the setting Limits: Scripts)");
    }

    private static long Compressed(OutputFile file)
    {
        // A file that is gone is found when it is copied.
        if (file is OutputFile.Copied copied && !File.Exists(copied.FullPath)) return 0;
        return PackedFile.Of(file).Weight;
    }

    private static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.0} KiB");

    private static Diagnostic Finding(RenderedPage page, string message, string note) => Finding(page.Page.Source.Text, message, note);

    private static Diagnostic Finding(PageText file, string message, string note) =>
        new(DiagnosticIds.PageTooHeavy, Severity.Warning, new PageLocation(file, new TextSpan(0, 0)), message) { Notes = [note] };
}
