using System.Globalization;
using Docsite.Discovery;
using Markdig.Extensions.DefinitionLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Docsite.Rendering.Markup;

/// <summary>Lists of words and what they mean; those of a glossary can be linked to, and say where the site explains or uses the word.</summary>
internal sealed class DefinitionMarkup(RenderInput input, LinkResolver links) : HtmlObjectRenderer<DefinitionList>
{
    private const int MostPages = 4;

    protected override void Write(HtmlRenderer renderer, DefinitionList list)
    {
        renderer.EnsureLine();
        renderer.Write("<dl").WriteAttributes(list).WriteLine(">");
        foreach (var item in list.OfType<DefinitionItem>()) WriteItem(renderer, item);
        renderer.WriteLine("</dl>");
    }

    private void WriteItem(HtmlRenderer renderer, DefinitionItem item)
    {
        var term = input.Map.Glossary.Find(item);
        var isFirst = true;
        foreach (var words in item.OfType<DefinitionTerm>())
        {
            renderer.Write("<dt");
            if (term is not null && isFirst) renderer.Write(" id=\"").WriteEscape(term.Id).Write("\"");
            renderer.Write(">").WriteLeafInline(words).WriteLine("</dt>");
            isFirst = false;
        }
        renderer.Write("<dd>");
        var blocks = item.Where(block => block is not DefinitionTerm).ToList();
        var wasImplicit = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = blocks.Count == 1;
        foreach (var block in blocks) renderer.Render(block);
        renderer.ImplicitParagraph = wasImplicit;
        renderer.WriteLine("</dd>");
        if (term is not null) WriteUses(renderer, term);
    }

    private void WriteUses(HtmlRenderer renderer, GlossaryTerm term)
    {
        var (isExplained, pages) = input.Map.Glossary.WhereUsed(term, input.Map.Pages);
        if (pages.IsEmpty) return;
        renderer.Write(isExplained ? "<dd class=\"uses\">Explained in " : "<dd class=\"uses\">Used in ");
        foreach (var (page, i) in pages.Take(MostPages).Select((page, i) => (page, i)))
        {
            if (i > 0) renderer.Write(" · ");
            renderer.Write("<a href=\"").WriteEscapeUrl(links.Resolve("~/" + page.Route)).Write("\">").WriteEscape(page.Title).Write("</a>");
        }
        if (pages.Length > MostPages) renderer.Write(string.Create(CultureInfo.InvariantCulture, $" and {pages.Length - MostPages} more"));
        renderer.WriteLine("</dd>");
    }
}
