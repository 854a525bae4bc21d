using System.CommandLine;
using System.Diagnostics;
using Docsite.Caching;
using Docsite.Cli.Reports;
using Docsite.Diagnostics;
using Docsite.Execution.Projects;
using Docsite.Keeping;
using Docsite.Theme;

namespace Docsite.Cli.Commands;

/// <summary>One run of a command over a site, from settings to exit code.</summary>
internal static class SiteSession
{
    public static async Task<int> RunAsync(ParseResult parsed, SiteOptions options, ReportOutput report, SiteRequest request, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        if (LoadedSite.Load(parsed, options) is not { } site) return ExitCode.Usage;
        request = request with { Shuffle = parsed.GetValue(options.Shuffle) };
        var stamped = Stamped(site, options.ReadRunner(parsed), request);
        if (report.IsAboutFindings && stamped?.Unchanged(() => Built(site, options.ReadRunner(parsed)), request.Write) is { } unchanged)
        {
            report.Write(new FinishedRun(unchanged, site.Settings.Root, watch.Elapsed), request.Write);
            return ExitCode.Verified;
        }
        // In a method of its own: an unchanged site is answered before the compiler and the theme are loaded.
        return await RunAsync(parsed, options, new SiteTask(site, request, report, stamped, watch), cancellation);
    }

    /// <summary>The result with what the cache has to say.</summary>
    public static SiteResult WithCache(SiteResult result, SiteRunner runner) => result with
    {
        Cached = runner.Cache?.Blocks ?? result.Cached,
        Diagnostics = [.. TextReport.Sorted(result.Diagnostics.Concat(runner.Diagnostics))],
    };

    private static async Task<int> RunAsync(ParseResult parsed, SiteOptions options, SiteTask task, CancellationToken cancellation)
    {
        var (site, request, report, stamped, watch) = task;
        var kept = new KeptSite();
        if (Unmet(site, request, kept) is { } unmet)
        {
            await Console.Error.WriteLineAsync($"docsite: {unmet}");
            return ExitCode.Usage;
        }
        var opened = await SiteRunner.OpenAsync(site, options.ReadRunner(parsed), cancellation);
        if (opened is OpenedRunner.Failed failed)
        {
            report.Write(new FinishedRun(UnbuiltSite.Read(site, failed.Failures), site.Settings.Root, watch.Elapsed), request.Write);
            return ExitCode.Findings;
        }
        using var runner = ((OpenedRunner.Open)opened).Runner;
        var theme = new RazorTheme();
        // A whole run leaves a stamp for the next process instead; of a part the pages are read already.
        var result = await Progress.WhileAsync(progress => new SiteBuild(site.Settings, runner, theme) { Repeat = runner.Again, Api = runner.Api, Kept = IsWhole(request) ? null : kept }.RunAsync(request, progress, cancellation));
        if (IsWhole(request) && runner.Cache is { } cache)
        {
            cache.ForgetOthers();
            RunFolders.ForgetOthers(site.RunFolder(options.ReadRunner(parsed)));
        }
        result = WithCache(result, runner);
        if (stamped is not null)
        {
            if (runner.IsCurrent) stamped.Keep(result, runner.Environment);
            result = result with { Diagnostics = [.. TextReport.Sorted(result.Diagnostics.Concat(stamped.Diagnostics))] };
        }
        result = result with { Diagnostics = CacheNotes.Joined(result.Diagnostics) };
        report.Write(new FinishedRun(result, site.Settings.Root, watch.Elapsed), request.Write);
        return ExitCode.Of(result);
    }

    // Whoever asks for another order, or to mend something, wants it done.
    private static StampedSite? Stamped(LoadedSite site, RunnerOptions options, SiteRequest request) =>
        options.IsCached && IsWhole(request) && request is { Accept: false, Twice: false, Shuffle: null }
            ? new StampedSite(site.Settings, site.RunFolder(options), $"{site.SettingsHash}\n{site.Settings.Host}\n{options.Configuration}\n{options.IsBuilt}") : null;

    private static Execution.BlockEnvironment? Built(LoadedSite site, RunnerOptions options) =>
        new StampedProjects(site.Settings, options.Configuration, site.CacheFolder).Unchanged(options.IsBuilt);

    private static bool IsWhole(SiteRequest request) => request is { Pages.IsEmpty: true, Ids.IsEmpty: true, ForcedIds.IsEmpty: true };

    // A name that is met by nothing would be verified in silence.
    private static string? Unmet(LoadedSite site, SiteRequest request, KeptSite kept)
    {
        if (IsWhole(request)) return null;
        var outline = SiteOutline.Read(site.Settings, kept);
        // What cannot be read may hold it; the run says why it cannot.
        if (!outline.Defects.IsEmpty) return null;
        var known = outline.Pages.SelectMany(page => page.Steps.Select(step => step.Id).Prepend(page.Page.Path));
        return outline.Unmet(request).FirstOrDefault() is { } name
            ? $"no page, folder or block of {site.Settings.Root} is called '{name}'{NearestWord.Question(name, known)}"
            : null;
    }

    private sealed record SiteTask(LoadedSite Site, SiteRequest Request, ReportOutput Report, StampedSite? Stamped, Stopwatch Watch);
}
