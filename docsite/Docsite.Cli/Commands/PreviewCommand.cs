using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Docsite.Cli.Preview;
using Docsite.Diagnostics;
using Docsite.Execution;
using Docsite.Reference;
using Docsite.Settings;
using Docsite.Theme;

namespace Docsite.Cli.Commands;

internal static class PreviewCommand
{
    public static Command Create()
    {
        var options = new SiteOptions();
        var port = new Option<int>("--port") { Description = "The port on 127.0.0.1; 0 takes any free one.", DefaultValueFactory = _ => 5080 };
        var command = new Command("preview", "Serves the site and verifies it again on every save.");
        options.AddTo(command);
        command.Options.Add(port);
        command.SetAction((parsed, cancellation) => RunAsync(parsed, options, parsed.GetValue(port), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, SiteOptions options, int port, CancellationToken cancellation)
    {
        if (LoadedSite.Load(parsed, options) is not { } site) return ExitCode.Usage;
        var settings = site.Settings;
        using var runner = await SiteRunner.OpenAsync(site, parsed, options, cancellation);
        if (runner is null) return ExitCode.Findings;
        await using var server = new PreviewServer(Path.Combine(settings.Root, settings.OutputPath));
        string address;
        try
        {
            address = await server.StartAsync(port);
        }
        catch (IOException error)
        {
            await Console.Error.WriteLineAsync($"docsite: port {port} cannot be used ({error.Message}); choose another with --port.");
            return ExitCode.Usage;
        }
        await Console.Out.WriteLineAsync($"Preview at {address} - stop with Ctrl-C.");
        await ServeAsync(settings, runner, runner.Api, server, cancellation);
        return ExitCode.Verified;
    }

    private static async Task ServeAsync(SiteSettings settings, ISessionRunner runner, ApiSource api, PreviewServer server, CancellationToken cancellation)
    {
        using var theme = new RazorTheme();
        using var watcher = new SourceWatcher(settings.InputPaths.Concat(settings.ExamplePaths).Select(path => Path.Combine(settings.Root, path)).Where(Directory.Exists));
        try
        {
            while (true)
            {
                var watch = Stopwatch.StartNew();
                var result = await new SiteBuild(settings, runner, theme) { Api = api }.RunAsync(new SiteRequest { Write = true }, null, cancellation);
                Announce(result, server);
                await Console.Out.WriteLineAsync(SummaryLine.Of(result, watch.Elapsed.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture)));
                foreach (var path in await watcher.NextAsync(cancellation)) await Console.Out.WriteLineAsync($"changed: {Path.GetRelativePath(settings.Root, path)}");
            }
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is how a preview ends.
        }
    }

    private static void Announce(SiteResult result, PreviewServer server)
    {
        Findings.Print(result.Diagnostics);
        server.Announce(result.HasErrors
            ? new PreviewMessage("findings", string.Join('\n', result.Diagnostics.Select(TextReport.Of)))
            : new PreviewMessage("reload", ""));
    }
}
