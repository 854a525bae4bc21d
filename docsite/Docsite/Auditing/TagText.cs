using Microsoft.CodeAnalysis.Text;

namespace Docsite.Auditing;

/// <summary>Reads the text of a tag, which a parsed document does not keep.</summary>
internal static class TagText
{
    /// <summary>Where a tag ends, behind its last character.</summary>
    /// <param name="html">The text.</param>
    /// <param name="tag">Where it begins.</param>
    public static int EndOf(string html, int tag) => Attributes(html, tag).End;

    /// <summary>Where the value of an attribute stands, without its quotes.</summary>
    /// <returns>Nothing where the tag has no such attribute with a value.</returns>
    public static TextSpan? ValueOf(string html, int tag, string attribute)
    {
        foreach (var (name, value) in Attributes(html, tag).All)
        {
            if (attribute.Equals(name, StringComparison.OrdinalIgnoreCase)) return value;
        }
        return null;
    }

    private static (List<(string Name, TextSpan Value)> All, int End) Attributes(string html, int tag)
    {
        var all = new List<(string, TextSpan)>();
        var at = Skip(html, tag + 1, c => !char.IsWhiteSpace(c) && c != '>');
        while (at < html.Length && html[at] != '>')
        {
            var name = at = Skip(html, at, c => char.IsWhiteSpace(c) || c == '/');
            at = Skip(html, at, c => !char.IsWhiteSpace(c) && c is not ('=' or '>' or '/'));
            var word = html[name..at];
            var equals = Skip(html, at, char.IsWhiteSpace);
            if (equals < html.Length && html[equals] == '=')
            {
                at = Skip(html, equals + 1, char.IsWhiteSpace);
                var value = Value(html, at);
                all.Add((word, value));
                at = value.End < html.Length && value.Start > at ? value.End + 1 : value.End;
            }
            else if (word.Length == 0 && at < html.Length && html[at] != '>')
            {
                at++;
            }
        }
        return (all, Math.Min(at + 1, html.Length));
    }

    private static TextSpan Value(string html, int at)
    {
        if (at >= html.Length || html[at] is not ('"' or '\'')) return TextSpan.FromBounds(at, Skip(html, at, c => !char.IsWhiteSpace(c) && c != '>'));
        var close = html.IndexOf(html[at], at + 1);
        return TextSpan.FromBounds(at + 1, close < 0 ? html.Length : close);
    }

    private static int Skip(string html, int at, Predicate<char> isSkipped)
    {
        while (at < html.Length && isSkipped(html[at])) at++;
        return at;
    }
}
