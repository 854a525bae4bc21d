using System.CommandLine;
using Docsite.Cli.Reports;

namespace Docsite.Cli.Commands;

internal static class VerifyCommand
{
    public static Command Create()
    {
        var options = new SiteOptions();
        var pages = new Argument<string[]>("page") { Description = "Pages or folders; all when none is named.", Arity = ArgumentArity.ZeroOrMore };
        // A misspelt option is no page.
        pages.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-'))) result.AddError($"Unrecognized option '{token.Value}'.");
        });
        var accept = new Option<bool>("--accept") { Description = "Write what the blocks really gave into the pages." };
        var twice = new Option<bool>("--twice") { Description = "Run every block again in another culture, time zone, folder and order, one at a time, and find what comes out differently." };
        var id = new Option<string[]>("--id") { Description = "Only the pages of these blocks, e.g. learn/pins#a-pin, of which --accept writes these blocks alone; may be given more than once." };
        var force = new Option<string[]>("--force-id") { Description = "Accept these blocks even where their output vanished, they threw, or two runs of them differ." };
        var interactive = new Option<bool>("--interactive") { Description = "Show each change and ask before it is made." };
        var command = new Command("verify", "Verifies pages without writing the site.");
        var report = new ReportOptions();
        options.AddTo(command);
        report.AddTo(command);
        command.Arguments.Add(pages);
        command.Options.Add(accept);
        command.Options.Add(twice);
        command.Options.Add(id);
        command.Options.Add(force);
        command.Options.Add(interactive);
        command.Validators.Add(result =>
        {
            if (result.GetValue(accept)) return;
            if (result.GetValue(force) is { Length: > 0 }) result.AddError("--force-id is for --accept.");
            if (result.GetValue(interactive)) result.AddError("--interactive is for --accept.");
        });
        command.SetAction((parsed, cancellation) => SiteSession.RunAsync(parsed, options, report.Read(parsed), new SiteRequest
        {
            Accept = parsed.GetValue(accept),
            Twice = parsed.GetValue(twice),
            Pages = [.. parsed.GetValue(pages) ?? []],
            Ids = [.. parsed.GetValue(id) ?? []],
            ForcedIds = [.. parsed.GetValue(force) ?? []],
            Ask = parsed.GetValue(interactive) ? new AcceptDialog(Console.In).Ask : null,
        }, cancellation));
        return command;
    }
}
