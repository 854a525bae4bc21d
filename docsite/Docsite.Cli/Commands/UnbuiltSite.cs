using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Execution.Projects;
using Docsite.Pages;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Cli.Commands;

/// <summary>What can be said of a site whose projects cannot be built: what is wrong with them, and with what is written on its pages.</summary>
internal static class UnbuiltSite
{
    public static SiteResult Read(LoadedSite site, ImmutableArray<ProjectFailure> failures)
    {
        var outline = SiteOutline.Read(site.Settings);
        var settings = SettingsText(site);
        var findings = failures.Select(failure => Finding(settings, failure)).Concat(outline.Source.Diagnostics).Concat(outline.Pages.SelectMany(page => page.Diagnostics));
        return new SiteResult([.. TextReport.Sorted(findings)], new SiteSummary(outline.Pages.Length, 0, 0, 0, 0, 0, 0, 0));
    }

    // Each project stands in the settings as it was read from there.
    private static Diagnostic Finding(PageText settings, ProjectFailure failure)
    {
        var at = settings.Text.IndexOf(failure.Project, StringComparison.Ordinal);
        var place = at < 0 ? new TextSpan(0, 0) : new TextSpan(at, failure.Project.Length);
        return new Diagnostic(DiagnosticIds.ProjectFailed, Severity.Error, new PageLocation(settings, place), $"the project {failure.Project} cannot be built, so no block was run")
        {
            Notes = [.. failure.Lines],
        };
    }

    private static PageText SettingsText(LoadedSite site) =>
        PageDecoder.Decode(LoadedSite.SettingsFile, File.ReadAllBytes(Path.Combine(site.Settings.Root, LoadedSite.SettingsFile))).Page;
}
