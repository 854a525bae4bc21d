using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Docsite.Rendering.Markup;

/// <summary>Addresses in angle brackets.</summary>
internal sealed class AutolinkMarkup : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        renderer.Write("<a href=\"").Write(link.IsEmail ? "mailto:" : "").WriteEscapeUrl(link.Url).Write(LinkResolver.IsOtherSite(link.Url) ? "\" rel=\"external\">" : "\">").WriteEscape(link.Url).Write("</a>");
    }
}
