using System.Collections.Frozen;
using System.Collections.Immutable;
using AngleSharp.Html.Parser;
using Docsite.Rendering;

namespace Docsite.Auditing;

/// <summary>The rendered site as a whole.</summary>
public sealed class AuditedSite
{
    private readonly FrozenDictionary<string, AuditedPage> _pages;
    private readonly FrozenSet<string> _files;

    /// <summary>Reads all pages.</summary>
    public AuditedSite(RenderedSite site)
    {
        Site = site;
        Pages = [.. site.Pages.AsParallel().AsOrdered().Select(page => new AuditedPage(page))];
        LayoutIds = Pages.IsEmpty ? [] : IdsAround(Pages[0]);
        _pages = Pages.GroupBy(page => page.Route).ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        _files = site.Map.Files.Select(file => file.Route).Concat(site.Assets.Select(asset => asset.Path))
            .Concat(site.Extras.Select(extra => extra.Route)).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The site.</summary>
    public RenderedSite Site { get; }

    /// <summary>Its pages in reading order.</summary>
    public ImmutableArray<AuditedPage> Pages { get; }

    /// <summary>The ids that the theme gives around the content of every page.</summary>
    public FrozenSet<string> LayoutIds { get; }

    /// <summary>The page at an address, or nothing.</summary>
    public AuditedPage? FindPage(string route) => _pages.GetValueOrDefault(route);

    /// <summary>Whether something is published at an address.</summary>
    public bool Exists(string route) => _pages.ContainsKey(route) || _files.Contains(route);

    private static FrozenSet<string> IdsAround(AuditedPage page) => new HtmlParser()
        .ParseDocument(page.Rendered.Html.Replace(page.Rendered.Model.Content, "", StringComparison.Ordinal)).All
        .Select(element => element.Id).OfType<string>().Where(id => id.Length > 0).ToFrozenSet(StringComparer.Ordinal);
}
