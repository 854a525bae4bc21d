using System.Collections.Immutable;

namespace Docsite.Rendering;

/// <summary>All that a theme needs to write one page.</summary>
public sealed record PageModel
{
    /// <summary>The page's title.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence for search results and link previews.</summary>
    public required string Description { get; init; }

    /// <summary>The rendered Markdown.</summary>
    public required string Content { get; init; }

    /// <summary>Where in the Markdown each part of <see cref="Content"/> comes from.</summary>
    public SourceMap Sources { get; init; } = SourceMap.Empty;

    /// <summary>Path of the page in the site, e.g. <c>learn/a-number-is-not-a-promise.html</c>.</summary>
    public required string Route { get; init; }

    /// <summary>The way from the page to the site's root: empty or <c>../</c> once for each folder. Works from <c>file://</c>.</summary>
    public required string ToRoot { get; init; }

    /// <summary>The site's name.</summary>
    public required string SiteTitle { get; init; }

    /// <summary>The page's published address, for canonical links; nothing where the site's is not known.</summary>
    public string? Address { get; init; }

    /// <summary>The page's language, e.g. <c>en</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The folders above the page, from the site's root down; the page itself is not among them.</summary>
    public ImmutableArray<MenuEntry> Breadcrumbs { get; init; } = [];

    /// <summary>The whole menu in reading order.</summary>
    public ImmutableArray<MenuEntry> Menu { get; init; } = [];

    /// <summary>The headings of the page.</summary>
    public ImmutableArray<HeadingModel> Headings { get; init; } = [];

    /// <summary>The page read before this one.</summary>
    public PageLink? Previous { get; init; }

    /// <summary>The page read after this one.</summary>
    public PageLink? Next { get; init; }

    /// <summary>What was verified on the page.</summary>
    public required VerifiedSummary Verified { get; init; }

    /// <summary>The file beside the page that knows the names in its code; nothing where it has none.</summary>
    public string? NamesFile { get; init; }

    /// <summary>The day of its last change, e.g. <c>2024-05-31</c>; nothing where it is not known.</summary>
    public string? Updated { get; init; }

    /// <summary>Where the page's source can be edited; nothing where the settings name no place.</summary>
    public string? EditHref { get; init; }

    /// <summary>The page's Markdown, relative to it.</summary>
    public string? TwinHref { get; init; }

    /// <summary>The site's feed, relative to the page; nothing where it has none.</summary>
    public string? FeedHref { get; init; }

    /// <summary>Front matter that the theme may look at; keys are case-insensitive.</summary>
    public ImmutableDictionary<string, string> Metadata { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>A page or a folder of the menu.</summary>
/// <param name="Title">As shown.</param>
/// <param name="Href">Relative to the page that shows the menu; nothing for a folder without a page.</param>
/// <param name="IsCurrent">Whether it is the page that shows the menu.</param>
/// <param name="Children">What lies below.</param>
public sealed record MenuEntry(string Title, string? Href, bool IsCurrent, ImmutableArray<MenuEntry> Children);

/// <summary>A heading that can be linked to.</summary>
public sealed record HeadingModel(string Id, string Text, int Level);

/// <summary>A link to another page of the site, relative to the page that shows it.</summary>
public sealed record PageLink(string Title, string Href);

/// <summary>Counts of what held when the page was built.</summary>
public sealed record VerifiedSummary(int Blocks, int Values, int Outputs, int Figures, int Claims)
{
    /// <summary>The variants that blocks of the page name and ran in; a block that names none says nothing about any.</summary>
    public ImmutableArray<string> Variants { get; init; } = [];

    /// <summary>Reasons of the blocks that did not run.</summary>
    public ImmutableArray<string> Ignored { get; init; } = [];
}
