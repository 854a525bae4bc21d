using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Docsite.Diagnostics;
using Docsite.Theme;

namespace Docsite.Cli.Commands;

/// <summary>One run of a command over a site, from settings to exit code.</summary>
internal static class SiteSession
{
    public static async Task<int> RunAsync(ParseResult parsed, SiteOptions options, SiteRequest request, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        if (LoadedSite.Load(parsed, options) is not { } site) return ExitCode.Usage;
        if (UnmetPath(site, request) is { } path)
        {
            await Console.Error.WriteLineAsync($"docsite: there is no page or folder '{path}' below {site.Settings.Root}.");
            return ExitCode.Usage;
        }
        using var runner = await SiteRunner.OpenAsync(site, parsed, options, cancellation);
        if (runner is null) return ExitCode.Findings;
        using var theme = new RazorTheme();
        var result = await Progress.WhileAsync(progress => new SiteBuild(site.Settings, runner, theme) { Api = runner.Api }.RunAsync(request, progress, cancellation));
        if (request is { Pages.IsEmpty: true, Ids.IsEmpty: true }) runner.Cache?.ForgetOthers();
        Report(WithCache(result, runner), request, site, watch.Elapsed);
        return result.HasErrors ? ExitCode.Findings : ExitCode.Verified;
    }

    /// <summary>The result with what the cache has to say.</summary>
    public static SiteResult WithCache(SiteResult result, SiteRunner runner) => runner.Cache is not { } cache ? result : result with
    {
        Cached = cache.Blocks,
        Diagnostics = [.. TextReport.Sorted(result.Diagnostics.Concat(cache.Diagnostics))],
    };

    private static string? UnmetPath(LoadedSite site, SiteRequest request) =>
        request.Pages.FirstOrDefault(path => !Path.Exists(Path.Combine(site.Settings.Root, path)));

    private static void Report(SiteResult result, SiteRequest request, LoadedSite site, TimeSpan elapsed)
    {
        Findings.Print(result.Diagnostics);
        foreach (var page in result.Accepted) Console.WriteLine($"accepted: {page}");
        Console.WriteLine(SummaryLine.Of(result, elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)));
        if (result.WrittenTo is { } folder) Console.WriteLine($"The site: {Path.GetFullPath(Path.Combine(site.Settings.Root, folder, "index.html"))}");
        else if (request.Write) Console.WriteLine("The site was not written; the previous one, if any, is as it was.");
    }
}
