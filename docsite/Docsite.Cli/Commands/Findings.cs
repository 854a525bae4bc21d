using System.Collections.Immutable;
using Docsite.Diagnostics;
using Spectre.Console;

namespace Docsite.Cli.Commands;

/// <summary>Prints findings; in colour where the terminal has any.</summary>
internal static class Findings
{
    public static void Print(ImmutableArray<Diagnostic> findings)
    {
        foreach (var finding in findings)
        {
            var lines = TextReport.Of(finding).TrimEnd('\n').Split('\n');
            if (AnsiConsole.Profile.Capabilities.Ansi && !Console.IsOutputRedirected) PrintColoured(lines, finding.Severity);
            else Console.WriteLine(string.Join('\n', lines));
        }
    }

    private static void PrintColoured(string[] lines, Severity severity)
    {
        var colour = severity switch { Severity.Error => "red", Severity.Warning => "yellow", _ => "blue" };
        AnsiConsole.MarkupLine($"[bold {colour}]{Markup.Escape(lines[0])}[/]");
        foreach (var line in lines[1..])
        {
            AnsiConsole.MarkupLine(line.Contains('^', StringComparison.Ordinal) ? $"[{colour}]{Markup.Escape(line)}[/]" : Markup.Escape(line));
        }
    }
}
