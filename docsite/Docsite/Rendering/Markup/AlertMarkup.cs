using Markdig.Extensions.Alerts;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Docsite.Rendering.Markup;

/// <summary>Call-outs: <c>&gt; [!NOTE]</c>.</summary>
internal sealed class AlertMarkup : HtmlObjectRenderer<AlertBlock>
{
    protected override void Write(HtmlRenderer renderer, AlertBlock alert)
    {
        var kind = alert.Kind.ToString().ToLowerInvariant();
        var title = kind.Length == 0 ? "Note" : char.ToUpperInvariant(kind[0]) + kind[1..];
        renderer.EnsureLine();
        renderer.Write("<div class=\"alert\" role=\"note\" data-kind=\"").WriteEscape(kind).Write("\"><p class=\"alert-title\">").WriteEscape(title).WriteLine("</p>");
        var wasImplicit = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = false;
        renderer.WriteChildren(alert);
        renderer.ImplicitParagraph = wasImplicit;
        renderer.EnsureLine();
        renderer.WriteLine("</div>");
    }
}
