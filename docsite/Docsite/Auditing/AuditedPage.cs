using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Docsite.Diagnostics;
using Docsite.Pages;
using Docsite.Rendering;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Auditing;

/// <summary>The content of a rendered page, read again as a browser reads it.</summary>
public sealed partial class AuditedPage
{
    private static readonly ConditionalWeakTable<RenderedPage, AuditedPage> Read = [];

    private readonly ConcurrentDictionary<IPageAudit, ImmutableArray<Diagnostic>> _found = new();

    private AuditedPage(RenderedPage page)
    {
        Rendered = page;
        Document = ContentTrees.Of(page);
        Elements = [.. Document.All];
        Links = [.. InternalLink.On(this)];
        RepeatedIds = Elements.Where(element => !string.IsNullOrEmpty(element.Id)).GroupBy(element => element.Id!, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => group.Key).ToFrozenSet(StringComparer.Ordinal);
        Asked = [.. AskedFor().Matches(page.Html).Select(match => match.Groups["address"].Value).Where(address => !LinkResolver.IsExternal(address)).Select(FromHere).OfType<string>().Distinct()];
        Ids = Elements.Select(element => element.Id).OfType<string>().Where(id => id.Length > 0).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Reads a page, once for as long as it is kept.</summary>
    public static AuditedPage Of(RenderedPage page) => Read.GetValue(page, one => new AuditedPage(one));

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

    /// <summary>Those of them that several elements have.</summary>
    public FrozenSet<string> RepeatedIds { get; }

    /// <summary>Addresses of the files that a browser asks for at first, from the site's root.</summary>
    public ImmutableArray<string> Asked { get; }

    /// <summary>What a check of single pages finds on it.</summary>
    internal ImmutableArray<Diagnostic> Found(IPageAudit audit) => _found.GetOrAdd(audit, one => [.. one.Check(this)]);

    /// <summary>Where the page is published.</summary>
    public string Route => Rendered.Page.Route;

    /// <summary>The Markdown that an element comes from; the page's start for what the theme adds.</summary>
    public PageLocation Locate(IElement element)
    {
        if (OffsetOf(element) is not { } offset || Find(offset) is not { } entry) return Start;
        return At(entry.IsVerbatim ? Stretch(entry, offset, TagText.EndOf(Rendered.Model.Content, offset)) : entry.Span);
    }

    /// <summary>The value of an attribute as the Markdown has it, e.g. the address of a link.</summary>
    /// <param name="element">The element.</param>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="value">The value, or one of the addresses in it.</param>
    public PageLocation LocateValue(IElement element, string attribute, string value)
    {
        if (OffsetOf(element) is not { } offset || TagText.ValueOf(Rendered.Model.Content, offset, attribute) is not { Length: > 0 } whole) return Locate(element);
        var part = Rendered.Model.Content.IndexOf(value, whole.Start, whole.Length, StringComparison.Ordinal);
        var span = part < 0 ? whole : new TextSpan(part, value.Length);
        if (Find(span.Start) is not { } entry) return Locate(element);
        return At(entry.IsVerbatim ? Stretch(entry, span.Start, span.End) : entry.Url ?? entry.Span);
    }

    private PageLocation Start => At(new TextSpan(0, 0));

    private static int? OffsetOf(IElement element) => element.SourceReference?.Position.Index;

    // The innermost stretch of Markdown around it.
    private SourceMapEntry? Find(int offset) => Rendered.Model.Sources.Find(offset);

    // HTML that stands in the page as it is may go on behind an address that was resolved, or on the next line of a quotation.
    private TextSpan Stretch(SourceMapEntry entry, int start, int end)
    {
        var first = entry.Span.Start + (start - entry.Start);
        if (end <= entry.Start + entry.Length) return new TextSpan(first, end - start);
        return Find(end - 1) is { IsVerbatim: true } last && last.Span.Start >= first ? TextSpan.FromBounds(first, last.Span.Start + (end - last.Start)) : TextSpan.FromBounds(first, entry.Span.End);
    }

    private string? FromHere(string address) => Discovery.Route.Combine(Discovery.Route.FolderOf(Route), address);

    private PageLocation At(TextSpan span) => new(Rendered.Page.Source.Text, span);

    // Pictures that are loaded when they come into sight are not among them.
    [GeneratedRegex("""<(link rel="(stylesheet|icon)" href|script src|img (?![^>]*loading="lazy")[^>]*?src|source [^>]*?src)="(?<address>[^"#?]+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AskedFor();
}
