using System.CommandLine;
using System.Diagnostics;
using Docsite.Cli.Reports;
using Docsite.Diagnostics;
using Docsite.Theme;

namespace Docsite.Cli.Commands;

/// <summary>One run of a command over a site, from settings to exit code.</summary>
internal static class SiteSession
{
    public static async Task<int> RunAsync(ParseResult parsed, SiteOptions options, ReportOutput report, SiteRequest request, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        if (LoadedSite.Load(parsed, options) is not { } site) return ExitCode.Usage;
        if (Unmet(site, request) is { } unmet)
        {
            await Console.Error.WriteLineAsync($"docsite: {unmet}");
            return ExitCode.Usage;
        }
        using var runner = await SiteRunner.OpenAsync(site, parsed, options, cancellation);
        if (runner is null) return ExitCode.Findings;
        request = request with { Shuffle = parsed.GetValue(options.Shuffle) };
        using var theme = new RazorTheme();
        var result = await Progress.WhileAsync(progress => new SiteBuild(site.Settings, runner, theme) { Repeat = runner.Uncached, Api = runner.Api }.RunAsync(request, progress, cancellation));
        if (request is { Pages.IsEmpty: true, Ids.IsEmpty: true, ForcedIds.IsEmpty: true }) runner.Cache?.ForgetOthers();
        report.Write(new FinishedRun(WithCache(result, runner), site.Settings.Root, watch.Elapsed), request.Write);
        return result.HasErrors ? ExitCode.Findings : ExitCode.Verified;
    }

    /// <summary>The result with what the cache has to say.</summary>
    public static SiteResult WithCache(SiteResult result, SiteRunner runner) => runner.Cache is not { } cache ? result : result with
    {
        Cached = cache.Blocks,
        Diagnostics = [.. TextReport.Sorted(result.Diagnostics.Concat(cache.Diagnostics))],
    };

    // A name that is met by nothing would be verified in silence.
    private static string? Unmet(LoadedSite site, SiteRequest request)
    {
        if (request is { Pages.IsEmpty: true, Ids.IsEmpty: true, ForcedIds.IsEmpty: true }) return null;
        var outline = SiteOutline.Read(site.Settings);
        var known = outline.Pages.SelectMany(page => page.Steps.Select(step => step.Id).Prepend(page.Page.Path));
        return outline.Unmet(request).FirstOrDefault() is { } name
            ? $"no page, folder or block of {site.Settings.Root} is called '{name}'{NearestWord.Question(name, known)}"
            : null;
    }
}
