using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace LinuxMm.Figures;

/// <summary>Makes any name fit to be drawn: one line, characters that XML has, no control over the direction of the rest.</summary>
internal static partial class CleanText
{
    private const string Unnamed = "unnamed";
    private const string Replacement = "\uFFFD";
    private const string Letter = @"(?:[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|[\uD802\uD803\uD83A\uD83B][\uDC00-\uDFFF])";

    /// <summary>The text on one line, empty when nothing of it would be seen. What cannot be shown becomes <c>U+FFFD</c>; white space becomes a single blank.</summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsDirectionControl(rune.Value)) continue;
            if (Rune.IsWhiteSpace(rune)) clean.Append(clean.Length > 0 && clean[^1] != ' ' ? " " : "");
            else clean.Append(IsShown(rune) ? rune.ToString() : Replacement);
        }

        var line = clean.ToString().Trim();
        return line.EnumerateRunes().All(IsInvisible) ? "" : Isolated(line);
    }

    /// <summary>A name on one line, never empty.</summary>
    public static string Name(string name) => Of(name) is { Length: > 0 } clean ? clean : Unnamed;

    /// <summary>The title of a figure or a step on one line.</summary>
    /// <param name="title">What its author wrote.</param>
    /// <param name="parameter">Filled by the compiler: the author's parameter.</param>
    /// <exception cref="ArgumentException">Nothing of it would be seen.</exception>
    public static string Title(string title, [CallerArgumentExpression(nameof(title))] string parameter = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title, parameter);
        return Of(title) is { Length: > 0 } clean ? clean : throw new ArgumentException("A title of which nothing is seen names nothing.", parameter);
    }

    /// <summary>Words that are read from right to left must not turn around what stands beside them.</summary>
    private static string Isolated(string text) => RightToLeft().Replace(text, "\u2068$0\u2069");

    private static bool IsDirectionControl(int value) => value is 0x200E or 0x200F or 0x061C or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static bool IsInvisible(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format;

    private static bool IsShown(Rune rune) =>
        rune.Value is not (0xFFFE or 0xFFFF) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned);

    // From the first to the last such letter, with what is neither a letter nor a digit between them.
    [GeneratedRegex($@"{Letter}(?:[^\p{{L}}\p{{Nd}}]*{Letter})*", RegexOptions.CultureInvariant)]
    private static partial Regex RightToLeft();
}
