using System.CommandLine;
using System.Globalization;

namespace Docsite.Cli.Commands;

internal static class NumberOption
{
    /// <summary>Refuses numbers outside of some bounds; what is no number is refused before.</summary>
    public static void Accept(this Option option, int least, int most, string expected) => option.Validators.Add(result =>
    {
        if (result.Tokens is [var token, ..] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var number) && (number < least || number > most)) result.AddError($"{option.Name} must be {expected}.");
    });
}
