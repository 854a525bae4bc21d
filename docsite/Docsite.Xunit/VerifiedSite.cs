using System.Collections.Immutable;
using Docsite.Caching;
using Docsite.Diagnostics;
using Docsite.Execution;
using Docsite.Execution.Projects;
using Docsite.Pages;
using Docsite.Settings;

namespace Docsite.Xunit;

/// <summary>A site whose pages are read at once and run when the first of its blocks is verified.</summary>
internal sealed class VerifiedSite
{
    private const string SettingsFile = "docsite.yml";

    private readonly SiteSettings _settings;
    private readonly SiteOutline _outline;
    private readonly Lazy<Task<ImmutableArray<Diagnostic>>> _findings;

    internal VerifiedSite(string folder, string configuration, bool isBuilt)
    {
        var (page, problem) = PageDecoder.Decode(SettingsFile, RegularFile.ReadText(Path.Combine(folder, SettingsFile)));
        var reading = SettingsReader.Read(page, folder);
        Refuse(problem is null ? reading.Diagnostics : reading.Diagnostics.Insert(0, problem));
        _settings = reading.Settings;
        _outline = SiteOutline.Read(_settings);
        Steps = SiteOutline.StepsOf(_outline.Pages, _settings);
        Unread = [.. Errors(_outline.Source.Diagnostics.Concat(_outline.Defects).Concat(_outline.Pages.SelectMany(page => page.Diagnostics))).Where(finding => finding.Subject is null)];
        if (Steps.IsEmpty && Unread.IsEmpty) throw new BlockException($"The site in {folder} has no block.");
        _findings = new(() => RunAsync(configuration, isBuilt));
    }

    /// <summary>Its blocks and prose values.</summary>
    internal ImmutableArray<PlannedStep> Steps { get; }

    /// <summary>What hides blocks: files that cannot be read, and what of a page is no block though it looks like one.</summary>
    internal ImmutableArray<Diagnostic> Unread { get; }

    /// <summary>What was found on its pages.</summary>
    internal Task<ImmutableArray<Diagnostic>> FindingsAsync(CancellationToken cancellation) => _findings.Value.WaitAsync(cancellation);

    /// <summary>Whether a finding is about a block: itself, or all of its page.</summary>
    internal bool IsAbout(Diagnostic finding, string id) => finding.Subject is { } subject ? subject == id
        : !Unread.Contains(finding) && Steps.Any(step => step.Step.Id == id && step.Step.Location.Page == finding.Location.Page);

    // The run is shared, so no single test cancels it.
    private async Task<ImmutableArray<Diagnostic>> RunAsync(string configuration, bool isBuilt)
    {
        var cache = CacheFolder.Of(_settings);
        var built = await new StampedProjects(_settings, configuration, cache).BuildAsync(isBuilt, isKept: true, CancellationToken.None);
        if (built is ProjectBuild.Failed failed) throw new BlockException(string.Join('\n', failed.Failures.SelectMany(failure => failure.Lines)));
        var environment = ((ProjectBuild.Built)built).Environment;
        using var runner = new SessionRunner(_settings, environment);
        var kept = new RunCache(RunFolders.Of(cache, configuration), new SessionKeys(_settings, environment), runner);
        var findings = await new SiteVerification(_settings, kept).FindAsync(_outline.Pages, CancellationToken.None);
        // What all blocks depend on is said by each of them.
        Refuse(findings.Where(finding => finding.Location.Page.Path == SettingsPlaces.File));
        return findings;
    }

    private static IEnumerable<Diagnostic> Errors(IEnumerable<Diagnostic> findings) => findings.Where(finding => finding.Severity == Severity.Error);

    private static void Refuse(IEnumerable<Diagnostic> findings)
    {
        var errors = Errors(findings).ToList();
        if (errors.Count > 0) throw new BlockException(string.Concat(errors.Select(TextReport.Of)));
    }
}
