using System.Collections.Immutable;
using Docsite.Writing;
using Docsite.Discovery;

namespace Docsite.Rendering;

/// <summary>All pages as HTML.</summary>
/// <param name="Pages">In reading order.</param>
/// <param name="Extras">Pages that no Markdown stands behind, such as the one for addresses that do not exist.</param>
/// <param name="Assets">The theme's files.</param>
/// <param name="Map">The site they belong to.</param>
/// <param name="Theme">What wrote them.</param>
public sealed record RenderedSite(ImmutableArray<RenderedPage> Pages, ImmutableArray<ExtraPage> Extras, ImmutableArray<ThemeAsset> Assets, SiteMap Map, ITheme Theme)
{
    /// <summary>Renders a page that is not among <see cref="Pages"/>, as one on which nothing ran, or gives nothing for one that is lost; nothing where all pages are.</summary>
    internal Func<SitePage, RenderedPage?>? RenderOther { get; init; }

    /// <summary>What makes the files beside the pages.</summary>
    internal ImmutableArray<IFileMaker> Makers { get; init; } = SiteFiles.Makers;

    /// <summary>Where pages are lost over which the tool fails; nothing where that ends the run.</summary>
    internal Containment? Containment { get; init; }

    /// <summary>Whether only some of the pages were verified.</summary>
    internal bool IsPart => RenderOther is not null;
}

/// <summary>A page as HTML.</summary>
/// <param name="Input">What it was made from.</param>
/// <param name="Model">What the theme was given.</param>
/// <param name="Html">The whole page.</param>
public sealed record RenderedPage(RenderInput Input, PageModel Model, string Html)
{
    /// <summary>The page.</summary>
    public SitePage Page => Input.Page;
}

/// <summary>A page that no Markdown stands behind.</summary>
public sealed record ExtraPage(string Route, string Html);
