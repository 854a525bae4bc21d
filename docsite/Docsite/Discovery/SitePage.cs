using System.Collections.Immutable;
using System.Globalization;
using Docsite.Parsing;

namespace Docsite.Discovery;

/// <summary>A page with all that is said about it: by folders, by the file beside it, and by its own front matter, which wins.</summary>
/// <param name="Source">Where it was found.</param>
/// <param name="Parsed">What it holds.</param>
public sealed record SitePage(SourcePage Source, ParsedPage Parsed)
{
    /// <summary>Everything said about the page; keys are case-insensitive.</summary>
    public ImmutableDictionary<string, string> Metadata { get; } = Source.Metadata.SetItems(Parsed.FrontMatter.Entries.Select(
        entry => KeyValuePair.Create(entry.Key, entry.Text ?? string.Join(", ", entry.List))));

    /// <summary>Where the page is published: <c>DestinationPath</c>, or the route of its file with <c>DestinationFileName</c>.</summary>
    public string Route
    {
        get
        {
            if (Metadata.GetValueOrDefault("DestinationPath") is { Length: > 0 } path) return path.TrimStart('/');
            if (Metadata.GetValueOrDefault("DestinationFileName") is not { Length: > 0 } name) return Source.Route;
            var folder = Discovery.Route.FolderOf(Source.Route);
            return folder.Length == 0 ? name : $"{folder}/{name}";
        }
    }

    /// <summary>The title given, else the first heading, else the file's name.</summary>
    public string Title => Metadata.GetValueOrDefault("Title") is { Length: > 0 } title ? title
        : Headings.FirstTitle(Parsed.Document) ?? Discovery.Route.Words(Source.Route);

    /// <summary>One sentence about the page.</summary>
    public string Description => Metadata.GetValueOrDefault("Description") ?? "";

    /// <summary>Its place among its neighbours; 0 where none is given.</summary>
    public int Order => int.TryParse(Metadata.GetValueOrDefault("Order"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var order) ? order : 0;

    /// <summary>Whether the page is verified but not published.</summary>
    public bool IsExcluded => IsTrue("Excluded");

    /// <summary>Whether the menu shows the page.</summary>
    public bool IsInMenu => !string.Equals(Metadata.GetValueOrDefault("ShowInSidebar"), "false", StringComparison.OrdinalIgnoreCase);

    private bool IsTrue(string key) => string.Equals(Metadata.GetValueOrDefault(key), "true", StringComparison.OrdinalIgnoreCase);
}
