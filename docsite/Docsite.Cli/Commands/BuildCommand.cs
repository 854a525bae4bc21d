using System.CommandLine;
using Docsite.Cli.Reports;

namespace Docsite.Cli.Commands;

internal static class BuildCommand
{
    public static Command Create()
    {
        var options = new SiteOptions();
        var command = new Command("build", "Verifies every page and writes the site, or nothing when there is a finding.");
        var report = new ReportOptions();
        options.AddTo(command);
        report.AddTo(command);
        command.SetAction((parsed, cancellation) => SiteSession.RunAsync(parsed, options, report.Read(parsed), new SiteRequest { Write = true }, cancellation));
        return command;
    }
}
