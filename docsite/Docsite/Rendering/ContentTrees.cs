using System.Runtime.CompilerServices;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Docsite.Rendering;

/// <summary>The content of rendered pages, read again as a browser reads it: once for the audits and the search, and kept as long as the page.</summary>
/// <remarks>What a theme puts around it is the same on every page, and a menu is often longer than the page. Whoever asks must not change the tree.</remarks>
internal static class ContentTrees
{
    private static readonly HtmlParserOptions Options = new() { IsKeepingSourceReferences = true };

    private static readonly ConditionalWeakTable<RenderedPage, IHtmlDocument> Trees = [];

    /// <summary>The tree of a page.</summary>
    public static IHtmlDocument Of(RenderedPage page) => Trees.GetValue(page, one => new HtmlParser(Options).ParseDocument(one.Model.Content));
}
