using System.Text.RegularExpressions;

namespace Docsite.Parsing;

/// <summary>Knows what other tools write behind a fence's language, to say how it is written here.</summary>
internal static partial class ForeignSyntax
{
    /// <summary>How to write here what a word means elsewhere, or nothing for a word that no known tool has.</summary>
    public static string? Cure(string word) => word switch
    {
        _ when LinesInBraces().Match(word) is { Success: true } lines => $"highlight lines with highlight={lines.Groups["lines"].Value.Replace(" ", "", StringComparison.Ordinal)}",
        _ when IdInBraces().Match(word) is { Success: true } id => $"give the block its id with id={id.Groups["id"].Value}",
        ['{', ..] or ['[', ..] or [':', ..] or [',', ..] => "options stand behind the language, each behind a space, without braces and commas",
        "no_run" => "a block that is compiled and not run is compile",
        "compile_fail" => "a block that fails to compile is fails= with the codes, e.g. fails=CS0029",
        "should_panic" => "a block that throws is throws= with the exception's type",
        "no-run" or "skip" or "norun" => "a block that is not run needs a reason: ignore=\"reason\"",
        _ => null,
    };

    [GeneratedRegex(@"^:?\{(?<lines>\d[\d,\- ]*)\}$")]
    private static partial Regex LinesInBraces();

    [GeneratedRegex(@"^\{#(?<id>[\w-]+).*\}$")]
    private static partial Regex IdInBraces();
}
