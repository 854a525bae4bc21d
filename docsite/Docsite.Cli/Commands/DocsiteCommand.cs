using System.CommandLine;

namespace Docsite.Cli.Commands;

/// <summary>The command line of the tool.</summary>
public static class DocsiteCommand
{
    // After Ctrl-C: workers are ended and their folders removed before the tool itself ends.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Reads the arguments and runs the command they name.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var parsed = Create().Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync($"docsite: {Suggest(error.Message, parsed)}");
            await Console.Error.WriteLineAsync($"docsite: 'docsite {parsed.CommandResult.Command.Name} --help' lists what there is.".Replace("docsite docsite", "docsite", StringComparison.Ordinal));
            return ExitCode.Usage;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Patience });
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("docsite: stopped; nothing was written.");
            return ExitCode.Cancelled;
        }
#pragma warning disable CA1031 // The last place that can say what happened before the process ends.
        catch (Exception error)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync($"docsite: this is a defect of the tool, please report it.\n{error}");
            return ExitCode.Internal;
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

    private static string Suggest(string message, ParseResult parsed)
    {
        var unknown = parsed.Tokens.Select(token => token.Value).Concat(parsed.UnmatchedTokens)
            .FirstOrDefault(token => message.Contains($"'{token}'", StringComparison.Ordinal));
        if (unknown is null) return message;
        var command = parsed.CommandResult.Command;
        var known = command.Options.Select(option => option.Name).Concat(command.Subcommands.Select(sub => sub.Name));
        return Diagnostics.NearestWord.Of(unknown, known) is { } nearest ? $"{message} Did you mean '{nearest}'?" : message;
    }
}
