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
        if (report.Refusal(site.Settings) is { } refusal) return await RefuseAsync(refusal);
        request = request with { Shuffle = parsed.GetValue(options.Shuffle), Pages = [.. request.Pages.Select(path => NamedPath.Of(site.Settings.Root, path))] };
        var stamped = Stamped(site, options.ReadRunner(parsed), request);
        if (report.IsAboutFindings && stamped?.Unchanged(() => Built(site, options.ReadRunner(parsed)), request.Write) is { } unchanged)
        {
            return report.Write(new FinishedRun(unchanged, site.Settings.Root, watch.Elapsed), request.Write);
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
        if (Unmet(site, request, kept) is { } unmet) return await RefuseAsync(unmet);
        var opened = await SiteRunner.OpenAsync(site, options.ReadRunner(parsed), cancellation);
        if (opened is OpenedRunner.Failed failed)
        {
            return report.Write(new FinishedRun(UnbuiltSite.Read(site, failed.Failures), site.Settings.Root, watch.Elapsed), request.Write);
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
        return report.Write(new FinishedRun(result, site.Settings.Root, watch.Elapsed), request.Write);
    }

    private static async Task<int> RefuseAsync(string message)
    {
        await Console.Error.WriteLineAsync($"docsite: {message}");
        return ExitCode.Usage;
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
        if (outline.Unmet(request).FirstOrDefault() is { } name) return $"no page, folder or block of {site.Settings.Root} is called '{name}'{Meant(name, outline)}";
        return outline.Apart(request).FirstOrDefault() is { } apart
            ? $"'{apart}' would be left out: with paths and ids together, what is verified is the pages that both name"
            : null;
    }

    // Who stands in a folder of pages names one from there.
    private static string Meant(string name, SiteOutline outline)
    {
        var paths = outline.Pages.Select(page => page.Page.Path).ToList();
        return paths.FindAll(path => path.EndsWith($"/{name}", StringComparison.Ordinal)) is [var only]
            ? $"; did you mean {only}?"
            : NearestWord.Question(name, paths.Concat(outline.Pages.SelectMany(page => page.Steps.Select(step => step.Id))));
    }

    private sealed record SiteTask(LoadedSite Site, SiteRequest Request, ReportOutput Report, StampedSite? Stamped, Stopwatch Watch);
}
