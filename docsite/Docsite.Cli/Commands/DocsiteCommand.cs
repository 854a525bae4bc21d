using System.CommandLine;
using System.Text.RegularExpressions;

namespace Docsite.Cli.Commands;

/// <summary>The command line of the tool.</summary>
public static partial class DocsiteCommand
{
    // After Ctrl-C: workers are ended and their folders removed before the tool itself ends. Against hanging only: on a busy machine the
    // compiler alone can need half a minute to notice.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Reads the arguments and runs the command they name.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var parsed = Create().Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync($"docsite: {Suggest(error.Message, parsed)}");
            await Console.Error.WriteLineAsync($"docsite: '{NameOf(parsed.CommandResult.Command)} --help' lists what there is.");
            return ExitCode.Usage;
        }
        try
        {
            var exitCode = await InvokeAsync(parsed);
            if (exitCode == ExitCode.Cancelled) await Console.Error.WriteLineAsync("docsite: stopped; nothing was left half written.");
            return exitCode;
        }
#pragma warning disable CA1031 // The last place that can say what happened before the process ends.
        catch (Exception error)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync($"docsite: this is a defect of the tool, please report it.\n{error}");
            return ExitCode.Internal;
        }
    }

    // A command that is stopped ends with an exception or, where the signal's handler is quicker, with the code for it: 130 after SIGINT,
    // 143 after SIGTERM.
    private static async Task<int> InvokeAsync(ParseResult parsed)
    {
        const int Terminated = 143;
        try
        {
            var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Patience });
            return exitCode == Terminated ? ExitCode.Cancelled : exitCode;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
    }

    private static RootCommand Create() => new("Builds documentation whose every block is compiled, run and verified.")
    {
        BuildCommand.Create(),
        VerifyCommand.Create(),
        PreviewCommand.Create(),
        InitCommand.Create(),
        NewCommand.Create(),
        ListCommand.Create(),
        ExplainCommand.Create(),
        DoctorCommand.Create(),
    };

    private static string NameOf(Command command) =>
        command is RootCommand ? "docsite" : $"{command.Parents.OfType<Command>().Select(NameOf).FirstOrDefault()} {command.Name}";

    private static string Suggest(string message, ParseResult parsed)
    {
        var text = Types().Replace(message, match => match.Value.Contains("Boolean", StringComparison.Ordinal) ? ": it is true or false." : ": it is no whole number.");
        var unknown = parsed.Tokens.Select(token => token.Value).Concat(parsed.UnmatchedTokens)
            .FirstOrDefault(token => message.Contains($"'{token}'", StringComparison.Ordinal));
        if (unknown is null) return text;
        var command = parsed.CommandResult.Command;
        var allowed = Allowed().Matches(message).Select(match => match.Groups["word"].Value).ToList();
        var known = allowed is [] ? command.Options.Select(option => option.Name).Concat(command.Subcommands.Select(sub => sub.Name)).ToList() : allowed;
        return !known.Contains(unknown) && Diagnostics.NearestWord.Of(unknown, known) is { } nearest ? $"{text.TrimEnd()} Did you mean '{nearest}'?" : text;
    }

    [GeneratedRegex(@" as expected type '[^']*'\.")]
    private static partial Regex Types();

    [GeneratedRegex(@"^\s+'(?<word>[^']+)'", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Allowed();
}
