using System.Globalization;
using System.Text;

namespace LinuxMm.Figures;

/// <summary>Makes any name fit to be drawn: one line, characters that XML has, no control over the direction of the rest.</summary>
internal static class CleanText
{
    private const string Replacement = "\uFFFD";
    private const string FirstStrongIsolate = "\u2068";
    private const string PopIsolate = "\u2069";

    /// <summary>The text on one line. What cannot be shown becomes <c>U+FFFD</c>; white space becomes a single blank.</summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsDirectionControl(rune.Value)) continue;
            if (Rune.IsWhiteSpace(rune)) clean.Append(clean.Length > 0 && clean[^1] != ' ' ? " " : "");
            else clean.Append(IsShown(rune) ? rune.ToString() : Replacement);
        }

        return Isolated(clean.ToString().Trim());
    }

    /// <summary>A name that is read from right to left must not turn the numbers beside it around.</summary>
    private static string Isolated(string text) =>
        text.EnumerateRunes().Any(IsRightToLeft) ? FirstStrongIsolate + text + PopIsolate : text;

    private static bool IsRightToLeft(Rune rune) =>
        rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);

    private static bool IsDirectionControl(int value) => value is 0x200E or 0x200F or 0x061C or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static bool IsShown(Rune rune) =>
        rune.Value is not (0xFFFE or 0xFFFF) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned);
}
