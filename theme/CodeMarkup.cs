using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Docsite.Rendering;

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
            foreach (var token in line.Tokens) Append(html, token);
            html.Append('\n');
            if (line.IsHighlighted) html.Append("</mark>");
        }
        if (isOpen) html.Append("</span>");
        return html.ToString();
    }

    private static void Append(StringBuilder html, CodeToken token)
    {
        if (token.Kind.Length == 0) html.Append(Encoder.Encode(token.Text));
        else html.Append("<span class=\"").Append(token.Kind).Append("\">").Append(Encoder.Encode(token.Text)).Append("</span>");
    }
}
