using Docsite.Discovery;
using Docsite.Settings;

namespace Docsite.Rendering;

/// <summary>What one page is rendered from.</summary>
/// <param name="Page">The page.</param>
/// <param name="Map">The site it belongs to.</param>
/// <param name="Settings">The site's settings.</param>
/// <param name="Runs">What ran on it.</param>
public sealed record RenderInput(SitePage Page, SiteMap Map, SiteSettings Settings, VariantRuns Runs)
{
    /// <summary>The day of its last change, e.g. <c>2024-05-31</c>; nothing where it is not known.</summary>
    public string? Updated { get; init; }

    /// <summary>Whether the site has a feed.</summary>
    public bool HasFeed { get; init; }
}
