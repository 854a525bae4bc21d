using System.Collections.Frozen;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Docsite.Rendering.Markup;

/// <summary>Writes a piece of code: plain, coloured, or as a link.</summary>
public static class TokenMarkup
{
    // Words that tell a crawler nothing about where a link leads (Lighthouse, link-text); the menu and the indexes lead there too.
    private static readonly FrozenSet<string> SaysNothing = new[] { "go", "here", "information", "more", "start", "this" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Adds the piece to the markup of a line.</summary>
    public static void Write(StringBuilder html, CodeToken token)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(token);
        var text = Encoder.Encode(token.Text);
        if (token.IsWrong) html.Append("<u>");
        if (token.Href is { } href) html.Append("<a").Append(Class(token)).Append(" href=\"").Append(Encoder.Encode(href)).Append(SaysNothing.Contains(token.Text) ? "\" rel=\"nofollow\">" : "\">").Append(text).Append("</a>");
        else if (token.Kind.Length > 0) html.Append("<span").Append(Class(token)).Append('>').Append(text).Append("</span>");
        else html.Append(text);
        if (token.IsWrong) html.Append("</u>");
    }

    private static string Class(CodeToken token) => token.Kind.Length == 0 ? "" : $" class=\"{token.Kind}\"";
}
