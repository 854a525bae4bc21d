using Docsite.Discovery;
using Docsite.Reference;
using Docsite.Settings;

namespace Docsite.Rendering;

/// <summary>What one page is rendered from.</summary>
/// <param name="Page">The page.</param>
/// <param name="Map">The site it belongs to.</param>
/// <param name="Settings">The site's settings.</param>
/// <param name="Runs">What ran on it.</param>
public sealed record RenderInput(SitePage Page, SiteMap Map, SiteSettings Settings, VariantRuns Runs)
{
    /// <summary>The public surface that names in blocks lead to.</summary>
    public ApiModel Api { get; init; } = ApiModel.Empty;

    /// <summary>What the names in the page's blocks stand for, once it is rendered.</summary>
    internal PageNames Names { get; } = new();

    /// <summary>The numbers of its figures, tables and listings, once it is rendered.</summary>
    internal PageNumbers Numbers { get; } = new();

    /// <summary>The day of its last change, e.g. <c>2024-05-31</c>; nothing where it is not known.</summary>
    public string? Updated { get; init; }

    /// <summary>Whether the site has a feed.</summary>
    public bool HasFeed { get; init; }
}
