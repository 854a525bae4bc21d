using System.Collections.Immutable;

namespace Docsite.Generation;

/// <summary>A page that no file stands behind.</summary>
public sealed record GeneratedPage
{
    /// <summary>Where it is published, e.g. <c>api/machine.html</c>; its folder is its place in the menu.</summary>
    public required string Route { get; init; }

    /// <summary>Its title; it becomes the first heading where the content has none of level 1.</summary>
    public required string Title { get; init; }

    /// <summary>What stands on it. Links in it start with <c>~/</c> or <c>xref:</c>, as it may be placed on any page.</summary>
    public required GeneratedContent Content { get; init; }

    /// <summary>
    /// The name by which a Markdown page can take the content in: <c>::: generated name</c>. The page of its own is then not made.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>Whether it is made only where a page takes it in.</summary>
    public bool IsPart { get; init; }

    /// <summary>One sentence for search results and link previews.</summary>
    public string Description { get; init; } = "";

    /// <summary>Its place among its neighbours.</summary>
    public int Order { get; init; }

    /// <summary>Whether menu and neighbours show it. A large set of pages stays out, below one page that lists it.</summary>
    public bool IsInMenu { get; init; } = true;

    /// <summary>The name that <c>xref:name</c> links lead here by.</summary>
    public string? Xref { get; init; }

    /// <summary>More names for <c>xref:</c> links, each with the id on the page that it leads to.</summary>
    public ImmutableArray<XrefPlace> Places { get; init; } = [];
}

/// <summary>A place on a page that <c>xref:</c> links can name.</summary>
/// <param name="Xref">The name.</param>
/// <param name="Id">The id of the element.</param>
public sealed record XrefPlace(string Xref, string Id);
