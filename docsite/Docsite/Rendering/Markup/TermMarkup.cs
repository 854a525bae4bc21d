using Docsite.Discovery;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Docsite.Rendering.Markup;

/// <summary>The first mention of a glossary's term in the paragraphs of a page leads to it, and says what it means.</summary>
internal sealed class TermMarkup(RenderInput input, LinkResolver links)
{
    private readonly HashSet<GlossaryTerm> _mentioned = [];

    private bool IsOn { get; } = !input.Map.Glossary.Terms.IsEmpty && !Glossary.IsGlossary(input.Page);

    /// <summary>Writes the opening tag of a link to a term.</summary>
    public void Open(HtmlRenderer renderer, GlossaryTerm term)
    {
        _mentioned.Add(term);
        renderer.Write("<a class=\"term\" href=\"").WriteEscapeUrl(links.Resolve($"xref:{term.Id}")).Write("\" data-means=\"").WriteEscape(term.Meaning).Write("\">");
    }

    /// <summary>Whether a stretch of a paragraph can hold links.</summary>
    public bool IsLinkable(HtmlRenderer renderer, Inline inline)
    {
        if (!IsOn || !renderer.EnableHtmlForInline) return false;
        var parent = inline.Parent;
        while (parent is { Parent: not null } and not LinkInline) parent = parent.Parent;
        return parent is not LinkInline && parent?.ParentBlock is ParagraphBlock;
    }

    /// <summary>Whether a term is mentioned for the first time.</summary>
    public bool IsFirst(GlossaryTerm term) => !_mentioned.Contains(term);

    /// <summary>Text.</summary>
    internal sealed class Literals(TermMarkup terms, Glossary glossary) : HtmlObjectRenderer<LiteralInline>
    {
        protected override void Write(HtmlRenderer renderer, LiteralInline literal)
        {
            var text = literal.Content.ToString();
            var at = 0;
            string Set(int start, int end) => renderer is { EnableHtmlEscape: true, EnableHtmlForInline: true } ? ProseMarkup.Of(literal, text, start, end) : text[start..end];
            foreach (var (term, start, length) in terms.IsLinkable(renderer, literal) ? glossary.In(text) : [])
            {
                if (!terms.IsFirst(term) || IsPartOfAWord(literal, text, start, start + length)) continue;
                Text(renderer, literal, Set(at, start));
                terms.Open(renderer, term);
                Text(renderer, literal, Set(start, start + length));
                renderer.Write("</a>");
                at = start + length;
            }
            Text(renderer, literal, Set(at, text.Length));
        }

        private static LeafBlock? BlockOf(Inline inline)
        {
            var parent = inline.Parent;
            while (parent is { Parent: not null }) parent = parent.Parent;
            return parent?.ParentBlock;
        }

        // An escape cuts a word into several literals: vb2\_dc is "vb2" and "_dc".
        private static bool IsPartOfAWord(LiteralInline literal, string text, int start, int end) =>
            (start == 0 && literal.PreviousSibling is LiteralInline { Content.Length: > 0 } before && IsOfWord(before.Content[before.Content.End]))
            || (end == text.Length && literal.NextSibling is LiteralInline { Content.Length: > 0 } after && IsOfWord(after.Content[after.Content.Start]));

        private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '-';

        private static void Text(HtmlRenderer renderer, LiteralInline literal, string text)
        {
            if (!renderer.EnableHtmlEscape || !renderer.EnableHtmlForInline)
            {
                if (renderer.EnableHtmlEscape) renderer.WriteEscape(text);
                else renderer.Write(text);
                return;
            }
            foreach (var (part, isUnbroken) in UnbrokenMarkup.Parts(text, BlockOf(literal) is HeadingBlock))
            {
                if (isUnbroken) renderer.Write("<span class=\"nb\">").WriteEscape(part).Write("</span>");
                else renderer.WriteEscape(part);
            }
        }
    }

    /// <summary>Code in text.</summary>
    internal sealed class Codes(TermMarkup terms, Glossary glossary) : HtmlObjectRenderer<CodeInline>
    {
        private readonly Markdig.Renderers.Html.Inlines.CodeInlineRenderer _plain = new();

        protected override void Write(HtmlRenderer renderer, CodeInline code)
        {
            if (UnbrokenMarkup.IsShortCode(code.Content)) code.GetAttributes().AddClass("nb");
            var term = terms.IsLinkable(renderer, code) ? glossary.Find(code.Content) : null;
            if (term is null || !terms.IsFirst(term))
            {
                _plain.Write(renderer, code);
                return;
            }
            terms.Open(renderer, term);
            _plain.Write(renderer, code);
            renderer.Write("</a>");
        }
    }
}
