namespace Docsite.Diagnostics;

/// <summary>A text as one word of a command that is copied into a shell.</summary>
public static class ShellWord
{
    private const string Plain = "_-./#";

    // They mean something between double quotes too.
    private const string Expanded = "\"$`\\!";

    /// <summary>The text, between quotes where a shell would read more than one plain word.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.All(c => char.IsLetterOrDigit(c) || Plain.Contains(c, StringComparison.Ordinal)) ? text
            : text.AsSpan().IndexOfAny(Expanded) < 0 ? $"\"{text}\""
            : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}
