using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Execution.Projects;
using Docsite.Settings;

namespace Docsite.Cli.Commands;

/// <summary>What can be said of a site whose projects cannot be built: what is wrong with them, and with what is written on its pages.</summary>
internal static class UnbuiltSite
{
    public static SiteResult Read(LoadedSite site, ImmutableArray<ProjectFailure> failures)
    {
        var outline = SiteOutline.Read(site.Settings);
        var findings = failures.Select(failure => Finding(site.Settings, failure)).Concat(outline.Source.Diagnostics).Concat(outline.Pages.SelectMany(page => page.Diagnostics)).Concat(outline.Defects);
        return new SiteResult([.. TextReport.Sorted(findings)], new SiteSummary(outline.Pages.Length, 0, 0, 0, 0, 0, 0, 0));
    }

    // Each project stands in the settings as it was read from there.
    private static Diagnostic Finding(SiteSettings settings, ProjectFailure failure) =>
        new(DiagnosticIds.ProjectFailed, Severity.Error, settings.Places.Of("Projects", failure.Project), $"the project {failure.Project} cannot be built, so no block was run")
        {
            Notes = [.. failure.Lines],
        };
}
