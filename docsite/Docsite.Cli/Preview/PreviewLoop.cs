using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Docsite.Caching;
using Docsite.Cli.Commands;
using Docsite.Execution.Projects;
using Docsite.Keeping;
using Docsite.Theme;

namespace Docsite.Cli.Preview;

/// <summary>Builds the site again whenever a page, a source that pages show, a project or the settings change.</summary>
/// <param name="first">The site as it was loaded.</param>
/// <param name="load">Loads it again when its settings changed; nothing where they cannot be used.</param>
/// <param name="options">How blocks are run.</param>
/// <param name="server">Shows the site.</param>
internal sealed class PreviewLoop(LoadedSite first, Func<LoadedSite?> load, RunnerOptions options, PreviewServer server) : IDisposable
{
    private readonly RazorTheme _theme = new();
    private LoadedSite _site = first;
    private SiteRunner? _runner;
    private KeptSite _kept = new();

    /// <summary>Runs until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            // Watching starts first, so that no change falls between a build and the wait for the next one.
            using var watcher = new SourceWatcher();
            watcher.Add(Watched());
            // What was written after it was read and before it was watched is a change that nobody tells.
            var hasOtherSettings = !new SourceState(LoadedSite.SettingsFile, _site.SettingsHash).IsSame(_site.Settings);
            while (!hasOtherSettings)
            {
                // A folder of the settings may be there by now.
                watcher.Add(Watched());
                var sources = await BuildAsync(cancellation);
                watcher.Add(sources.Select(source => Path.Combine(_site.Settings.Root, source.Path)));
                if (!sources.All(source => source.IsSame(_site.Settings))) continue;
                var changed = await watcher.NextAsync(cancellation);
                foreach (var path in changed) await Console.Out.WriteLineAsync($"changed: {Path.GetRelativePath(_site.Settings.Root, path)}");
                hasOtherSettings = changed.Contains(SettingsPath);
            }
            // Until the settings can be read, the site stays as it is and the open pages say why.
            LoadedSite? site;
            while ((site = load()) is null) _ = await watcher.NextAsync(cancellation);
            _site = site;
            server.Show(site.Settings);
            CloseRunner();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => CloseRunner();

    /// <returns>The source files that the pages name.</returns>
    private async Task<ImmutableArray<SourceState>> BuildAsync(CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        if (_runner is { IsCurrent: false }) CloseRunner();
        if (_runner is null)
        {
            var opened = await SiteRunner.OpenAsync(_site, options, cancellation);
            if (opened is OpenedRunner.Failed failed)
            {
                var unbuilt = UnbuiltSite.Read(_site, failed.Failures);
                Announce(unbuilt);
                await SummariseAsync(unbuilt, watch.Elapsed);
                return [];
            }
            _runner = ((OpenedRunner.Open)opened).Runner;
            _kept = new KeptSite();
        }
        var cached = _runner.Cache?.Blocks ?? 0;
        var result = await new SiteBuild(_site.Settings, _runner, _theme) { Api = _runner.Api, Kept = options.IsCached ? _kept : null }.RunAsync(new SiteRequest { Write = true }, null, cancellation);
        result = result with { Cached = result.Cached + (_runner.Cache?.Blocks ?? 0) - cached };
        Announce(result);
        await SummariseAsync(result, watch.Elapsed);
        return result.Sources;
    }

    private static Task SummariseAsync(SiteResult result, TimeSpan elapsed) =>
        Console.Out.WriteLineAsync(SummaryLine.Of(result, elapsed.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture)));

    private void Announce(SiteResult result)
    {
        Findings.Print(result.Diagnostics);
        server.Announce(result.HasErrors ? PreviewMessage.Findings(result.Diagnostics) : PreviewMessage.Reload);
    }

    private void CloseRunner()
    {
        _runner?.Dispose();
        _runner = null;
    }

    private IEnumerable<string> Watched()
    {
        var settings = _site.Settings;
        var projects = new StampedProjects(settings, options.Configuration, _site.CacheFolder).Folders;
        return settings.InputPaths.Concat(settings.ExamplePaths).Select(path => Path.Combine(settings.Root, path)).Concat(projects)
            .Append(SettingsPath).Distinct(StringComparer.Ordinal);
    }

    private string SettingsPath => Path.Combine(_site.Settings.Root, LoadedSite.SettingsFile);
}
