using System.Collections.Frozen;
using System.Collections.Immutable;
using AngleSharp.Html.Parser;
using Docsite.Rendering;
using Docsite.Writing;

namespace Docsite.Auditing;

/// <summary>The rendered site as a whole.</summary>
public sealed class AuditedSite
{
    private readonly FrozenDictionary<string, AuditedPage> _pages;

    // It holds all other files, so it is made after the audits.
    private readonly string? _archive;

    /// <summary>Reads all pages.</summary>
    /// <param name="site">The site.</param>
    /// <param name="files">Every file of it.</param>
    public AuditedSite(RenderedSite site, ImmutableArray<OutputFile> files)
    {
        Files = files.GroupBy(file => file.Route, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        Site = site;
        _archive = site.Pages.FirstOrDefault()?.Input.Settings.ArchivePath;
        Pages = AtOnce.Of(site.Pages, AuditedPage.Of);
        LayoutIds = Pages.IsEmpty ? [] : IdsAround(Pages[0]);
        _pages = Pages.GroupBy(page => page.Route).ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    }

    /// <summary>The site.</summary>
    public RenderedSite Site { get; }

    /// <summary>Its pages in reading order.</summary>
    public ImmutableArray<AuditedPage> Pages { get; }

    /// <summary>Every file by its path in the site.</summary>
    public FrozenDictionary<string, OutputFile> Files { get; }

    /// <summary>The ids that the theme gives around the content of every page.</summary>
    public FrozenSet<string> LayoutIds { get; }

    /// <summary>The page at an address, or nothing.</summary>
    public AuditedPage? FindPage(string route) => _pages.GetValueOrDefault(route);

    /// <summary>Whether something is published at an address.</summary>
    public bool Exists(string route) => _pages.ContainsKey(route) || Files.ContainsKey(route) || route == _archive;

    private static FrozenSet<string> IdsAround(AuditedPage page) => new HtmlParser()
        .ParseDocument(page.Rendered.Html.Replace(page.Rendered.Model.Content, "", StringComparison.Ordinal)).All
        .Select(element => element.Id).OfType<string>().Where(id => id.Length > 0).ToFrozenSet(StringComparer.Ordinal);
}
