using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Docsite.Rendering.Markup;

/// <summary>HTML between paragraphs; addresses that only Docsite understands are resolved in it.</summary>
internal sealed class HtmlBlockMarkup(LinkResolver links, SourceMapWriter sources) : HtmlObjectRenderer<HtmlBlock>
{
    protected override void Write(HtmlRenderer renderer, HtmlBlock block)
    {
        if (!renderer.EnableHtmlForBlock) return;
        renderer.EnsureLine();
        // In a list or a quotation each line stands behind a mark of its own.
        for (var i = 0; i < block.Lines.Count; i++)
        {
            var line = block.Lines.Lines[i].Slice;
            sources.WriteHtml(renderer, line.ToString(), line.Start, links);
            renderer.WriteLine();
        }
    }
}
