using System.CommandLine;

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
        var id = new Option<string[]>("--id") { Description = "Only these blocks, e.g. learn/pins#a-pin; may be given more than once." };
        var command = new Command("verify", "Verifies pages without writing the site.");
        options.AddTo(command);
        command.Arguments.Add(pages);
        command.Options.Add(accept);
        command.Options.Add(id);
        command.SetAction((parsed, cancellation) => SiteSession.RunAsync(parsed, options, new SiteRequest
        {
            Accept = parsed.GetValue(accept),
            Pages = [.. parsed.GetValue(pages) ?? []],
            Ids = [.. parsed.GetValue(id) ?? []],
        }, cancellation));
        return command;
    }
}
