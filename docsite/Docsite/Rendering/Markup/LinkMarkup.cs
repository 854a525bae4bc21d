using Docsite.Discovery;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Docsite.Rendering.Markup;

/// <summary>Links and images, resolved to addresses that work anywhere.</summary>
internal sealed class LinkMarkup(LinkResolver links, TermMarkup terms, RenderInput input) : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        var url = link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";
        if (link.IsImage) WriteImage(renderer, link, url);
        else if (NumberReference.Of(link) is { } reference) WriteReference(renderer, reference);
        else WriteLink(renderer, link, url);
    }

    private void WriteLink(HtmlRenderer renderer, LinkInline link, string url)
    {
        if (TermOf(url) is { } term)
        {
            terms.Open(renderer, term);
            renderer.WriteChildren(link);
            renderer.Write("</a>");
            return;
        }
        renderer.Write("<a href=\"").WriteEscapeUrl(links.Resolve(url)).Write("\"").WriteAttributes(link);
        if (LinkResolver.IsOtherSite(url)) renderer.Write(" rel=\"external\"");
        if (!string.IsNullOrEmpty(link.Title)) renderer.Write(" title=\"").WriteEscape(link.Title).Write("\"");
        renderer.Write(">");
        renderer.WriteChildren(link);
        renderer.Write("</a>");
    }

    // One that names nothing is a finding, and leads nowhere.
    private void WriteReference(HtmlRenderer renderer, NumberReference reference)
    {
        if (reference.In(input.Numbers) is not var (id, text)) renderer.WriteEscape(reference.Word);
        else renderer.Write("<a href=\"#").WriteEscapeUrl(id).Write("\">").WriteEscape(text).Write("</a>");
    }

    private GlossaryTerm? TermOf(string url) => url.StartsWith("xref:" + Glossary.Prefix, StringComparison.Ordinal)
        ? input.Map.Glossary.Terms.FirstOrDefault(term => term.Id == url["xref:".Length..])
        : null;

    private void WriteImage(HtmlRenderer renderer, LinkInline link, string url)
    {
        renderer.Write("<img src=\"").WriteEscapeUrl(links.Resolve(url)).Write("\"").WriteAttributes(link).Write(" alt=\"");
        var wasEnabled = renderer.EnableHtmlForInline;
        renderer.EnableHtmlForInline = false;
        renderer.WriteChildren(link);
        renderer.EnableHtmlForInline = wasEnabled;
        renderer.Write("\"");
        if (!string.IsNullOrEmpty(link.Title)) renderer.Write(" title=\"").WriteEscape(link.Title).Write("\"");
        renderer.Write(" loading=\"lazy\">");
    }
}
