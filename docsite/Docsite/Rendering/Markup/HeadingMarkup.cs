using System.Globalization;
using Docsite.Discovery;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Docsite.Rendering.Markup;

/// <summary>Headings, each beside a link to itself that says where it leads.</summary>
internal sealed class HeadingMarkup(List<HeadingModel> headings) : HtmlObjectRenderer<HeadingBlock>
{
    protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
    {
        var level = heading.Level.ToString(CultureInfo.InvariantCulture);
        var id = heading.TryGetAttributes()?.Id;
        var text = heading.Inline is null ? "" : Headings.ReadingOf(heading.Inline);
        var isLinked = id is not null && heading.Level > 1;
        if (id is not null) headings.Add(new HeadingModel(id, text, heading.Level));
        renderer.EnsureLine();
        if (isLinked) renderer.Write("<div class=\"heading\">");
        renderer.Write("<h").Write(level).WriteAttributes(heading).Write(">").WriteLeafInline(heading).Write("</h").Write(level).Write(">");
        if (isLinked)
        {
            renderer.Write("<a class=\"anchor\" href=\"#").WriteEscapeUrl(id).Write("\" aria-label=\"Link to section: ").WriteEscape(text).Write("\">#</a></div>");
        }
        renderer.EnsureLine();
    }
}
