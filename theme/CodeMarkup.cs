using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Docsite.Rendering;
using Docsite.Rendering.Markup;

namespace Docsite.Theme;

/// <summary>Writes lines of code as HTML for a <c>code</c> element.</summary>
internal static class CodeMarkup
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The lines, each ended by <c>\n</c>; a run of hidden lines shares one element.</summary>
    public static string Of(ImmutableArray<CodeLine> lines)
    {
        var html = new StringBuilder();
        var isOpen = false;
        foreach (var line in lines)
        {
            if (line.IsHidden != isOpen) html.Append(line.IsHidden ? "<span class=\"hid\">" : "</span>");
            isOpen = line.IsHidden;
            if (line.IsHighlighted) html.Append("<mark>");
            foreach (var token in line.Tokens) TokenMarkup.Write(html, token);
            html.Append('\n');
            if (line.IsHighlighted) html.Append("</mark>");
        }
        if (isOpen) html.Append("</span>");
        return html.ToString();
    }

    /// <summary>The lines that led to a step, without comments: those that state values are verified where the block stands.</summary>
    public static string Excerpt(StepCode code)
    {
        var html = new StringBuilder(code.IsCut ? "…\n" : "");
        foreach (var line in code.Lines)
        {
            var tokens = line.Tokens.Where(token => token.Kind is not ("c" or "v" or "note")).ToList();
            if (tokens.TrueForAll(token => string.IsNullOrWhiteSpace(token.Text))) continue;
            while (string.IsNullOrWhiteSpace(tokens[^1].Text)) tokens.RemoveAt(tokens.Count - 1);
            tokens[^1] = tokens[^1] with { Text = tokens[^1].Text.TrimEnd() };
            foreach (var token in tokens) TokenMarkup.Write(html, token);
            html.Append('\n');
        }
        return html.ToString().TrimEnd('\n');
    }

    /// <summary>Plain text in which code stands between backticks.</summary>
    public static string Words(string words)
    {
        var parts = words.Split('`');
        // An unpaired backtick is itself.
        if (parts.Length % 2 == 0) return Encoder.Encode(words);
        return string.Concat(parts.Select((part, i) => i % 2 == 0 ? Encoder.Encode(part) : $"<code>{Encoder.Encode(part)}</code>"));
    }
}
