using System.Collections.Immutable;
using System.Globalization;
using Docsite.Parsing;

namespace Docsite.Discovery;

/// <summary>A page with all that is said about it: by folders, by the file beside it, and by its own front matter, which wins.</summary>
public sealed class SitePage
{
    /// <summary>Reads what is said about a page, once.</summary>
    /// <param name="source">Where it was found.</param>
    /// <param name="parsed">What it holds.</param>
    public SitePage(SourcePage source, ParsedPage parsed)
    {
        Source = source;
        Parsed = parsed;
        Metadata = source.Metadata.SetItems(parsed.FrontMatter.Entries.Select(
            entry => KeyValuePair.Create(entry.Key, entry.Text ?? string.Join(", ", entry.List))));
        Route = PublishedRoute(source.Route);
        Title = Find("Title") ?? Headings.FirstTitle(parsed.Document) ?? Discovery.Route.Words(source.Route);
    }

    /// <summary>Where it was found.</summary>
    public SourcePage Source { get; }

    /// <summary>What it holds.</summary>
    public ParsedPage Parsed { get; }

    /// <summary>Everything said about the page; keys are case-insensitive.</summary>
    public ImmutableDictionary<string, string> Metadata { get; }

    /// <summary>Where the page is published: <c>DestinationPath</c>, or the route of its file with <c>DestinationFileName</c>.</summary>
    public string Route { get; }

    /// <summary>The title given, else the first heading, else the file's name.</summary>
    public string Title { get; }

    /// <summary>One sentence about the page.</summary>
    public string Description => Find("Description") ?? "";

    /// <summary>Its place among its neighbours; 0 where none is given.</summary>
    public int Order => int.TryParse(Find("Order"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var order) ? order : 0;

    /// <summary>Whether the page is verified but not published.</summary>
    public bool IsExcluded => string.Equals(Find("Excluded"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the menu shows the page.</summary>
    public bool IsInMenu => !string.Equals(Find("ShowInSidebar"), "false", StringComparison.OrdinalIgnoreCase);

    private string PublishedRoute(string route)
    {
        if (Find("DestinationPath") is { } path) return path.TrimStart('/');
        if (Find("DestinationFileName") is not { } name) return route;
        var folder = Discovery.Route.FolderOf(route);
        return folder.Length == 0 ? name : $"{folder}/{name}";
    }

    private string? Find(string key) => Metadata.GetValueOrDefault(key) is { Length: > 0 } value ? value : null;
}
