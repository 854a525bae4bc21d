using System.Collections.Immutable;

namespace Docsite.Discovery;

/// <summary>A folder of the site in reading order.</summary>
/// <param name="Route">Its address without a slash at its end; empty for the root.</param>
/// <param name="Title">As the menu shows it.</param>
/// <param name="Index">The page that answers for the folder, or nothing.</param>
/// <param name="Children">Pages and folders in reading order, without the index.</param>
public sealed record SiteFolder(string Route, string Title, SitePage? Index, ImmutableArray<SiteChild> Children)
{
    /// <summary>Every page, in the order one reads them.</summary>
    public IEnumerable<SitePage> Pages => (Index is null ? Enumerable.Empty<SitePage>() : [Index])
        .Concat(Children.SelectMany(child => child.Folder is { } folder ? folder.Pages : [child.Page!]));
}

/// <summary>A page or a folder inside a folder; exactly one of the two.</summary>
public sealed record SiteChild(SitePage? Page, SiteFolder? Folder);
