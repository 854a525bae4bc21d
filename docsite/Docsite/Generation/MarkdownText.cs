using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Docsite.Generation;

/// <summary>Writes text into Markdown so that a reader sees that very text.</summary>
public static class MarkdownText
{
    private const string Marks = "\\`*_{}[]<>()#+-.!|~&^$:\"'=%@";
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The text on one line, with every character that Markdown could read as a mark escaped.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Marks.Contains(c, StringComparison.Ordinal)) escaped.Append('\\').Append(c);
            else escaped.Append(c is '\r' or '\n' or '\t' ? ' ' : c);
        }
        return escaped.ToString();
    }

    /// <summary>The text for an element or attribute of HTML.</summary>
    public static string EscapeHtml(string text) => Html.Encode(text);
}
