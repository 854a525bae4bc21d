using Docsite.Diagnostics;
using Docsite.Pages;
using Spectre.Console;

namespace Docsite.Cli.Commands;

/// <summary>Shows a change and asks whether to make it.</summary>
/// <param name="answers">Where the answers come from, one a line.</param>
internal sealed class AcceptDialog(TextReader answers)
{
    private bool _isOver;

    /// <summary>Whether a finding is accepted; after quitting, or when nobody answers any more, none is.</summary>
    public bool Ask(Diagnostic finding)
    {
        if (_isOver) return false;
        Findings.Print([finding]);
        foreach (var edit in finding.Edits) Show(edit);
        while (true)
        {
            AnsiConsole.Markup("[bold]a[/]ccept, [bold]s[/]kip or [bold]q[/]uit? ");
            switch (answers.ReadLine()?.Trim().ToLowerInvariant())
            {
                case "a" or "accept": return true;
                case "s" or "skip": return false;
                case null or "q" or "quit":
                    _isOver = true;
                    return false;
            }
        }
    }

    private static void Show(PageEdit edit)
    {
        var (before, after) = (edit.Location.Text, edit.NewText);
        if (before.Length > 0) Print("red", '-', before);
        if (after.Length > 0) Print("green", '+', after);
    }

    private static void Print(string colour, char mark, string text)
    {
        foreach (var line in text.Trim('\r', '\n').ReplaceLineEndings("\n").Split('\n')) AnsiConsole.MarkupLine($"[{colour}]{mark} {Markup.Escape(line)}[/]");
    }
}
