using System.Buffers;

namespace Docsite.Writing;

/// <summary>Characters that HTML and XML have no place for, such as those that colour a terminal, made visible.</summary>
public static class PlainCharacters
{
    // Tab, line feed and carriage return are the only controls that a text may have.
    private static readonly SearchValues<char> Without = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r')), '\uFFFE', '\uFFFF', .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code)]);

    /// <summary>The text with a picture for each control character, and the replacement character for what is no character.</summary>
    public static string In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().IndexOfAny(Without) < 0 ? text : string.Concat(text.EnumerateRunes().Select(rune => rune.Value switch
        {
            '\t' or '\n' or '\r' => rune.ToString(),
            < 0x20 => ((char)(0x2400 + rune.Value)).ToString(),
            0x7F => "\u2421",
            (> 0x7F and < 0xA0) or 0xFFFE or 0xFFFF => "\uFFFD",
            _ => rune.ToString(),
        }));
    }
}
