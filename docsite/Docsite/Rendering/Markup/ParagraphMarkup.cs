using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Docsite.Rendering.Markup;

/// <summary>Paragraphs; captions stand with their tables.</summary>
internal sealed class ParagraphMarkup(TableCaptions captions) : HtmlObjectRenderer<ParagraphBlock>
{
    private readonly ParagraphRenderer _plain = new();

    protected override void Write(HtmlRenderer renderer, ParagraphBlock paragraph)
    {
        if (!captions.IsOfTable(paragraph)) _plain.Write(renderer, paragraph);
    }
}
