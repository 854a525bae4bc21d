using System.Text.RegularExpressions;
using Docsite.Diagnostics;
using Docsite.Pages;
using Docsite.Parsing;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Auditing;

/// <summary>Every region that an example file names is taken in by a page; a name without a use misleads whoever edits the file.</summary>
internal sealed partial class RegionAudit : IAudit
{
    public IEnumerable<Diagnostic> Check(AuditedSite site)
    {
        var used = site.Site.Map.Pages.SelectMany(page => page.Parsed.Steps.OfType<SessionStep.Block>())
            .Select(block => block.Options.Source).OfType<SourceReference>().Select(source => (source.Path, source.Region)).ToHashSet();
        return site.Site.Map.Pages.Where(page => page.Source.IsExample)
            .SelectMany(page => Regions(page.Source.Text).Where(region => !used.Contains((page.Source.Text.Path, region.Text))))
            .Select(region => new Diagnostic(DiagnosticIds.UnusedRegion, Severity.Warning, region, $"no page takes in the region {region.Text}")
            {
                Notes = [$"a page does with source={region.Page.Path}#{region.Text}; or remove its lines #region and #endregion"],
            });
    }

    private static IEnumerable<PageLocation> Regions(PageText file) => Region().Matches(file.Text).Select(match => match.Groups["name"])
        .Where(name => name.Value != "hide").Select(name => new PageLocation(file, new TextSpan(name.Index, name.Length)));

    [GeneratedRegex(@"^[ \t]*#[ \t]*region[ \t]+(?<name>\S[^\r\n]*?)[ \t]*\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Region();
}
