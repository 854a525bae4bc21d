using System.Text.RegularExpressions;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Docsite.Rendering.Markup;

/// <summary>HTML between paragraphs; addresses that only Docsite understands are resolved in it.</summary>
internal sealed partial class HtmlBlockMarkup(LinkResolver links) : HtmlObjectRenderer<HtmlBlock>
{
    protected override void Write(HtmlRenderer renderer, HtmlBlock block)
    {
        if (!renderer.EnableHtmlForBlock) return;
        renderer.EnsureLine();
        renderer.WriteLine(Resolved(block.Lines.ToString(), links));
    }

    /// <summary>The HTML with its <c>xref:</c> and <c>~/</c> addresses resolved.</summary>
    public static string Resolved(string html, LinkResolver links) => OwnAddress().Replace(html, match => links.Resolve(match.Value));

    [GeneratedRegex(@"(?<=\s(href|src)="")(xref:|~/)[^""]*(?="")", RegexOptions.CultureInvariant)]
    private static partial Regex OwnAddress();
}
