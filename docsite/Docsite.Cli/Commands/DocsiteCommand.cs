using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Docsite.Cli.Commands;

/// <summary>The command line of the tool.</summary>
public static partial class DocsiteCommand
{
    // How long what is stopped may take to end in order: workers are ended and folders removed meanwhile, else when the process ends.
    // Who computes, as the compiler does, may not look up for long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Reads the arguments and runs the command they name.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var parsed = Create().Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in Told(parsed)) await Console.Error.WriteLineAsync($"docsite: {Suggest(error.Message, parsed)}");
            await Console.Error.WriteLineAsync($"docsite: '{NameOf(parsed.CommandResult.Command)} --help' lists what there is.");
            return ExitCode.Usage;
        }
        try
        {
            var exitCode = await InvokeAsync(parsed);
            if (exitCode is ExitCode.Cancelled or ExitCode.Terminated) await Console.Error.WriteLineAsync("docsite: stopped; nothing was left half written.");
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

    // A command works on another thread, since it may not come back for long.
    private static async Task<int> InvokeAsync(ParseResult parsed)
    {
        using var stop = new CancellationTokenSource();
        var stopped = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, ExitCode.Cancelled));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, ExitCode.Terminated));
        var run = Task.Run(() => parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop.Token));
        if (await Task.WhenAny(run, stopped.Task) == run) return await run;
        await stop.CancelAsync();
        _ = await Task.WhenAny(run, Task.Delay(Patience));
        return await stopped.Task;

        void Stop(PosixSignalContext context, int exitCode)
        {
            context.Cancel = true;
            _ = stopped.TrySetResult(exitCode);
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

    // Where a word is no command, that none was given says nothing.
    private static IEnumerable<ParseError> Told(ParseResult parsed) =>
        parsed.UnmatchedTokens.Count > 0 ? parsed.Errors.Where(error => parsed.UnmatchedTokens.Any(token => error.Message.Contains($"'{token}'", StringComparison.Ordinal)) || error.SymbolResult is not CommandResult) : parsed.Errors;

    private static string NameOf(Command command) =>
        command is RootCommand ? Diagnostics.ToolCommand.Here : $"{command.Parents.OfType<Command>().Select(NameOf).FirstOrDefault()} {command.Name}";

    private static string Suggest(string message, ParseResult parsed)
    {
        var text = Types().Replace(message, match => $"{match.Groups["value"].Value}{Expected(match.Groups["type"].Value, match.Groups["written"].Value)}");
        var unknown = parsed.Tokens.Select(token => token.Value).Concat(parsed.UnmatchedTokens)
            .FirstOrDefault(token => message.Contains($"'{token}'", StringComparison.Ordinal));
        if (unknown is null) return text;
        var command = parsed.CommandResult.Command;
        var allowed = Allowed().Matches(message).Select(match => match.Groups["word"].Value).ToList();
        var known = allowed is [] ? command.Options.Select(option => option.Name).Concat(command.Subcommands.Select(sub => sub.Name)).ToList() : allowed;
        return !known.Contains(unknown) && Diagnostics.NearestWord.Of(unknown, known) is { } nearest ? $"{text.TrimEnd()} Did you mean '{nearest}'?" : text;
    }

    private static string Expected(string type, string written) => type switch
    {
        nameof(Boolean) => ": it is true or false.",
        nameof(DirectoryInfo) => ": it names no folder.",
        _ => BigInteger.TryParse(written, CultureInfo.InvariantCulture, out _) ? ": it is beyond what a number here can be." : ": it is no whole number.",
    };

    [GeneratedRegex(@"(?<value>argument '(?<written>[^']*)' .*) as expected type '.*?(?<type>Boolean|DirectoryInfo|Int32)\b[^']*'\.", RegexOptions.ExplicitCapture)]
    private static partial Regex Types();

    [GeneratedRegex(@"^\s+'(?<word>[^']+)'", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Allowed();
}
