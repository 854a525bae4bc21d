using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Docsite.Rendering.Markup;

/// <summary>HTML inside text, without comments: those that keep values true are for the build, and none is for readers.</summary>
internal sealed class InlineHtmlMarkup(LinkResolver links, SourceMapWriter sources) : HtmlObjectRenderer<HtmlInline>
{
    protected override void Write(HtmlRenderer renderer, HtmlInline html)
    {
        if (renderer.EnableHtmlForInline && !html.Tag.StartsWith("<!--", StringComparison.Ordinal)) sources.WriteHtml(renderer, html.Tag, html.Span.Start, links);
    }
}
