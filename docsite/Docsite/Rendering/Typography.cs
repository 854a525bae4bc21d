using System.Text;

namespace Docsite.Rendering;

/// <summary>Prose as a typesetter writes it: straight quotation marks curl, two hyphens are a dash, three a long one.</summary>
/// <remarks>Code stays as it is, and so does a mark behind a backslash.</remarks>
public static class Typography
{
    private const char None = '\0';

    /// <summary>Sets a text that stands by itself.</summary>
    public static string Of(string text) => Of(text, None, None);

    /// <summary>Sets a stretch of a sentence.</summary>
    /// <param name="text">The stretch.</param>
    /// <param name="before">The character before it; a letter stands for whatever is no text.</param>
    /// <param name="after">The character behind it.</param>
    internal static string Of(string text, char before, char after)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().IndexOfAny('"', '\'', '-') < 0) return text;
        var set = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var previous = set.Length > 0 ? set[^1] : before;
            var length = text[at] == '-' ? HyphensAt(text, at) : 1;
            var next = at + length < text.Length ? text[at + length] : after;
            set.Append(text[at] switch
            {
                '"' => Quote(previous, next, ('“', '”', '"')),
                '\'' => IsShortened(text, at, previous) ? "’" : Quote(previous, next, ('‘', '’', '\'')),
                '-' when length is 2 or 3 && IsDash(previous, next) => length == 2 ? "–" : "—",
                _ => text.Substring(at, length),
            });
            at += length - 1;
        }
        return set.ToString();
    }

    private static string Quote(char previous, char next, (char Opening, char Closing, char Straight) marks)
    {
        var (isAtStart, isAtEnd) = (IsGapBefore(previous), IsGap(next));
        // A mark with nothing on either side belongs to nobody.
        if (isAtStart && isAtEnd) return marks.Straight.ToString();
        return (isAtStart ? marks.Opening : marks.Closing).ToString();
    }

    // 'til, '90s: something is left out before what follows.
    private static bool IsShortened(string text, int at, char previous) =>
        IsGapBefore(previous) && at + 2 < text.Length && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]);

    // Between two words, or free between two spaces; "--option" and "i--" are code that forgot its marks.
    private static bool IsDash(char previous, char next) =>
        (char.IsWhiteSpace(previous) && char.IsWhiteSpace(next)) || (IsOfSentence(previous) && IsOfSentence(next));

    private static bool IsOfSentence(char c) => char.IsLetterOrDigit(c) || c is '“' or '”' or '’' or '"' or '\'' or ')' or '(' or '.' or '?' or '!';

    private static bool IsGap(char c) => c == None || char.IsWhiteSpace(c);

    private static bool IsGapBefore(char c) => IsGap(c) || c is '(' or '[' or '{' or '<' or '/' or '–' or '—' or '“' or '‘' or '-';

    private static int HyphensAt(string text, int at)
    {
        var length = 1;
        while (at + length < text.Length && text[at + length] == '-') length++;
        return length;
    }
}
