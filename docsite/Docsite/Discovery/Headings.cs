using System.Text;
using Docsite.Rendering.Markup;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Docsite.Discovery;

/// <summary>Words of headings.</summary>
public static class Headings
{
    /// <summary>The text of the first heading of level 1, or nothing.</summary>
    public static string? FirstTitle(MarkdownDocument document) =>
        document.Descendants<HeadingBlock>().FirstOrDefault(heading => heading.Level == 1) is { Inline: { } words } ? ReadingOf(words) : null;

    /// <summary>What a reader reads of a stretch of Markdown, without marks, links and comments.</summary>
    public static string TextOf(ContainerInline inlines) => TextOf(inlines, literal => literal.Content.ToString());

    /// <summary>The same as a page shows it: with curled quotation marks and dashes.</summary>
    public static string ReadingOf(ContainerInline inlines) => TextOf(inlines, literal => ProseMarkup.Of(literal, literal.Content.ToString(), 0, literal.Content.Length));

    private static string TextOf(ContainerInline inlines, Func<LiteralInline, string> words)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines.Descendants<Inline>())
        {
            text.Append(inline switch
            {
                LiteralInline literal => words(literal),
                CodeInline code => code.Content,
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                AutolinkInline link => link.Url,
                LineBreakInline => " ",
                _ => "",
            });
        }
        return text.ToString().Trim();
    }
}
