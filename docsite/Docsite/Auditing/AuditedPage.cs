using System.Collections.Frozen;
using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Docsite.Pages;
using Docsite.Rendering;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Auditing;

/// <summary>The content of a rendered page, read again as a browser reads it.</summary>
/// <remarks>What a theme puts around it is the same on every page, and a menu is often longer than the page.</remarks>
public sealed class AuditedPage
{
    private static readonly HtmlParserOptions Options = new() { IsKeepingSourceReferences = true };

    /// <summary>Reads a page.</summary>
    public AuditedPage(RenderedPage page)
    {
        Rendered = page;
        Document = new HtmlParser(Options).ParseDocument(page.Model.Content);
        Elements = [.. Document.All];
        Links = [.. InternalLink.On(this)];
        Ids = Elements.Select(element => element.Id).OfType<string>().Where(id => id.Length > 0).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The page.</summary>
    public RenderedPage Rendered { get; }

    /// <summary>The content as a tree.</summary>
    public IDocument Document { get; }

    /// <summary>Every element in the order of the page.</summary>
    public ImmutableArray<IElement> Elements { get; }

    /// <summary>Every address on it that is not another site's.</summary>
    public ImmutableArray<InternalLink> Links { get; }

    /// <summary>Every id on it.</summary>
    public FrozenSet<string> Ids { get; }

    /// <summary>Where the page is published.</summary>
    public string Route => Rendered.Page.Route;

    /// <summary>The Markdown that an element comes from; the page's start for what the theme adds.</summary>
    public PageLocation Locate(IElement element) => Find(element) switch
    {
        null => Start,
        ({ IsVerbatim: true } entry, var offset) => At(TextSpan.FromBounds(offset, EndOfTag(offset, entry.Span.End))),
        var (entry, _) => At(entry.Span),
    };

    /// <summary>The value of an attribute as the Markdown has it, e.g. the address of a link.</summary>
    public PageLocation LocateValue(IElement element, string value)
    {
        if (Find(element) is not var (entry, offset)) return Start;
        if (!entry.IsVerbatim) return At(entry.Url ?? entry.Span);
        var text = Rendered.Page.Source.Text.Text;
        var at = text.IndexOf(value, offset, EndOfTag(offset, entry.Span.End) - offset, StringComparison.Ordinal);
        return at < 0 ? Locate(element) : At(new TextSpan(at, value.Length));
    }

    private PageLocation Start => At(new TextSpan(0, 0));

    // The innermost stretch of Markdown around the element, and the element's own offset where its HTML stands there as it is.
    private (SourceMapEntry Entry, int Offset)? Find(IElement element)
    {
        if (element.SourceReference is not { } reference) return null;
        var offset = reference.Position.Index;
        if (Rendered.Model.Sources.Find(offset) is not { } entry) return null;
        return (entry, entry.Span.Start + (offset - entry.Start));
    }

    private int EndOfTag(int offset, int end)
    {
        var close = Rendered.Page.Source.Text.Text.IndexOf('>', offset);
        return close < 0 || close >= end ? end : close + 1;
    }

    private PageLocation At(TextSpan span) => new(Rendered.Page.Source.Text, span);
}
