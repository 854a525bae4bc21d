using System.CommandLine;
using Docsite.Cli.Preview;

namespace Docsite.Cli.Commands;

internal static class PreviewCommand
{
    public static Command Create()
    {
        var options = new SiteOptions();
        var port = new Option<int>("--port") { Description = "The port on 127.0.0.1; 0 takes any free one.", DefaultValueFactory = _ => 5080 };
        port.Accept(0, 65535, "from 0 to 65535");
        var command = new Command("preview", "Serves the site and verifies what changed on every save.");
        options.AddTo(command);
        command.Options.Add(port);
        command.SetAction((parsed, cancellation) => RunAsync(parsed, options, parsed.GetValue(port), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, SiteOptions options, int port, CancellationToken cancellation)
    {
        if (LoadedSite.Load(parsed, options) is not { } site) return ExitCode.Usage;
        await using var server = new PreviewServer(site.Settings);
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
        using var loop = new PreviewLoop(site, () => LoadedSite.Load(parsed, options, server.Announce), options.ReadRunner(parsed), server);
        await loop.RunAsync(cancellation);
        return ExitCode.Verified;
    }
}
