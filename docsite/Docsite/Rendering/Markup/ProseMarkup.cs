using Markdig.Syntax.Inlines;

namespace Docsite.Rendering.Markup;

/// <summary>A stretch of Markdown's text, set with an eye on what stands before and behind it.</summary>
internal static class ProseMarkup
{
    private const char OtherThanText = 'x';

    private static readonly string[] Verbatim = ["code", "kbd", "samp", "pre", "tt", "var", "script", "style"];

    /// <summary>Sets a part of a text.</summary>
    /// <param name="literal">The text.</param>
    /// <param name="text">What it holds.</param>
    /// <param name="start">The part's first character.</param>
    /// <param name="end">The character behind the part.</param>
    public static string Of(LiteralInline literal, string text, int start, int end)
    {
        if (start == end || IsVerbatim(literal)) return text[start..end];
        var first = start == 0 && literal.IsFirstCharacterEscaped ? 1 : 0;
        var before = start + first > 0 ? text[start + first - 1] : Before(literal);
        var after = end < text.Length ? text[end] : After(literal);
        return text[start..(start + first)] + Typography.Of(text[(start + first)..end], before, after);
    }

    private static char Before(Inline inline)
    {
        for (var at = inline; at is not null; at = at.Parent)
        {
            for (var sibling = at.PreviousSibling; sibling is not null; sibling = sibling.PreviousSibling)
            {
                if (Edge(sibling, isLast: true) is { } edge) return edge;
            }
        }
        return '\0';
    }

    private static char After(Inline inline)
    {
        for (var at = inline; at is not null; at = at.Parent)
        {
            for (var sibling = at.NextSibling; sibling is not null; sibling = sibling.NextSibling)
            {
                if (Edge(sibling, isLast: false) is { } edge) return edge;
            }
        }
        return '\0';
    }

    // Tags and comments are not seen.
    private static char? Edge(Inline inline, bool isLast) => inline switch
    {
        HtmlInline => null,
        LineBreakInline => ' ',
        LiteralInline { Content.Length: > 0 } literal => literal.Content[isLast ? literal.Content.End : literal.Content.Start],
        LiteralInline => null,
        HtmlEntityInline { Transcoded.Length: > 0 } entity => entity.Transcoded[isLast ? entity.Transcoded.End : entity.Transcoded.Start],
        LinkInline { IsImage: true } => OtherThanText,
        ContainerInline container => (isLast ? container.LastChild : container.FirstChild) is { } child ? Edge(child, isLast) : null,
        _ => OtherThanText,
    };

    // Code written as HTML in the middle of a paragraph, found for all of the paragraph at once.
    private static bool IsVerbatim(Inline inline)
    {
        if (inline.Parent is not { } parent) return false;
        if (parent.GetData(typeof(ProseMarkup)) is not HashSet<Inline> within) parent.SetData(typeof(ProseMarkup), within = [.. VerbatimIn(parent)]);
        return within.Contains(inline) || (parent.Parent is not null && IsVerbatim(parent));
    }

    private static IEnumerable<Inline> VerbatimIn(ContainerInline parent)
    {
        var open = 0;
        foreach (var child in parent)
        {
            if (open > 0) yield return child;
            if (child is not HtmlInline { Tag: { } tag } || !Verbatim.Any(name => IsTag(tag, name))) continue;
            open = tag.StartsWith("</", StringComparison.Ordinal) ? Math.Max(0, open - 1) : open + 1;
        }
    }

    private static bool IsTag(string tag, string name)
    {
        var start = tag.StartsWith("</", StringComparison.Ordinal) ? 2 : 1;
        return string.CompareOrdinal(tag, start, name, 0, name.Length) == 0 && tag.Length > start + name.Length && !char.IsLetterOrDigit(tag[start + name.Length]);
    }
}
