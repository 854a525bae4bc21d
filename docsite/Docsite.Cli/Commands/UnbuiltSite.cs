using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Docsite.Diagnostics;
using Docsite.Execution.Projects;
using Docsite.Pages;
using Docsite.Settings;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Cli.Commands;

/// <summary>What can be said of a site whose projects cannot be built: what is wrong with them, and with what is written on its pages.</summary>
internal static partial class UnbuiltSite
{
    public static SiteResult Read(LoadedSite site, ImmutableArray<ProjectFailure> failures)
    {
        var outline = SiteOutline.Read(site.Settings);
        var findings = failures.Select(failure => Finding(site.Settings, failure)).Concat(failures.SelectMany(failure => failure.Lines).Distinct(StringComparer.Ordinal).Select(line => Located(site.Settings, line)).OfType<Diagnostic>()).Concat(outline.Source.Diagnostics).Concat(outline.Pages.SelectMany(page => page.Diagnostics)).Concat(outline.Defects);
        return new SiteResult([.. TextReport.Sorted(findings)], new SiteSummary(outline.Pages.Length, 0, 0, 0, 0, 0, 0, 0));
    }

    // Each project stands in the settings as it was read from there.
    private static Diagnostic Finding(SiteSettings settings, ProjectFailure failure) =>
        new(DiagnosticIds.ProjectFailed, Severity.Error, settings.Places.Of("Projects", failure.Project), $"the project {failure.Project} cannot be built, so no block was run")
        {
            Notes = [.. failure.Lines.Where(line => Located(settings, line) is null), .. failure.Lines.Any(line => Located(settings, line) is not null) ? ["its errors stand below, at their places"] : Array.Empty<string>()],
        };

    // What the compiler says of a place is found there.
    private static Diagnostic? Located(SiteSettings settings, string line)
    {
        if (Error().Match(line) is not { Success: true } match) return null;
        var path = match.Groups["path"].Value.Replace('\\', '/');
        var text = TextOf(Path.Combine(settings.Root, path), path);
        var (row, column) = (Number(match, "line"), Number(match, "column"));
        var span = row < text.LineCount ? text.LineSpan(row) : new TextSpan(text.Text.Length, 0);
        var at = Math.Min(span.Start + column, span.End);
        return new Diagnostic(DiagnosticIds.ProjectFailed, Severity.Error, new PageLocation(text, new TextSpan(at, 0)), match.Groups["message"].Value);
    }

    private static int Number(Match match, string group) => int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Max(0, number - 1) : 0;

    private static PageText TextOf(string full, string path)
    {
        try
        {
            return PageDecoder.Decode(path, RegularFile.ReadText(full)).Page;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new PageText(path, "");
        }
    }

    [GeneratedRegex(@"^(?<path>[^():]+)\((?<line>\d+),(?<column>\d+)(,\d+,\d+)?\): error:? ?(?<message>.*?)( \[[^\[\]]*\])?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Error();
}
