using System.Text.RegularExpressions;
using Docsite.Generation;

namespace Docsite.Rendering.Markup;

/// <summary>Words that a line must not end in the middle of.</summary>
public static partial class UnbrokenMarkup
{
    /// <summary>A label as HTML: no line ends behind the one letter of <c>L-strict</c>.</summary>
    public static string Of(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        return string.Concat(Parts(label, isHeading: false).Select(part => part.IsUnbroken ? $"<span class=\"nb\">{MarkdownText.EscapeHtml(part.Text)}</span>" : MarkdownText.EscapeHtml(part.Text)));
    }

    /// <summary>A text in pieces.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="isHeading">Whether it is set large, where few words make a line: there short words with a hyphen stay whole too.</param>
    internal static IEnumerable<(string Text, bool IsUnbroken)> Parts(string text, bool isHeading)
    {
        var at = 0;
        foreach (Match word in (isHeading ? ShortWords() : OneLetter()).Matches(text))
        {
            yield return (text[at..word.Index], false);
            yield return (word.Value, true);
            at = word.Index + word.Length;
        }
        yield return (text[at..], false);
    }

    /// <summary>Whether a line must not end behind a hyphen of this code, as in <c>---</c>.</summary>
    internal static bool IsShortCode(string code) => code.Length <= 16 && code.Contains('-', StringComparison.Ordinal) && !code.Any(char.IsWhiteSpace);

    [GeneratedRegex(@"(?<![\p{L}\p{N}_-])\p{Lu}-\p{L}{1,12}(?![\p{L}\p{N}_-])", RegexOptions.CultureInvariant)]
    private static partial Regex OneLetter();

    [GeneratedRegex(@"(?<![\p{L}\p{N}_-])\p{L}{1,9}-\p{L}{1,9}(?![\p{L}\p{N}_-])", RegexOptions.CultureInvariant)]
    private static partial Regex ShortWords();
}
