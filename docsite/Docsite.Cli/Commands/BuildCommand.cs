using System.CommandLine;

namespace Docsite.Cli.Commands;

internal static class BuildCommand
{
    public static Command Create()
    {
        var options = new SiteOptions();
        var command = new Command("build", "Verifies every page and writes the site, or nothing when there is a finding.");
        options.AddTo(command);
        command.SetAction((parsed, cancellation) => SiteSession.RunAsync(parsed, options, new SiteRequest { Write = true }, cancellation));
        return command;
    }
}
