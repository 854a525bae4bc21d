using System.Collections.Immutable;
using System.Globalization;
using Docsite.Generation;
using Docsite.Pages;
using Docsite.Parsing;
using Docsite.Rendering;

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
        IsInMenu = !string.Equals(Find("ShowInSidebar"), "false", StringComparison.OrdinalIgnoreCase);
        Title = Find("Title") is { } given ? Typography.Of(given) : Headings.FirstTitle(parsed.Document) ?? Discovery.Route.Words(source.Route);
    }

    /// <summary>A page that no file stands behind; its text takes the place of a file's in findings.</summary>
    public SitePage(GeneratedPage generated)
        : this(SourceOf(generated), ParsedOf(generated))
    {
        Places = generated.Places;
        GivenHeadings = generated.Content.Headings;
        IsGenerated = true;
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
    public string Description => Typography.Of(Find("Description") ?? "");

    /// <summary>Its place among its neighbours; 0 where none is given.</summary>
    public int Order => int.TryParse(Find("Order"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var order) ? order : 0;

    /// <summary>Whether the page is verified but not published.</summary>
    public bool IsExcluded => string.Equals(Find("Excluded"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it has neither a title nor text.</summary>
    internal bool IsEmpty => Find("Title") is null && string.IsNullOrWhiteSpace(Source.Text.Text[Parsed.FrontMatter.BodyStart..]);

    /// <summary>Whether the menu shows the page.</summary>
    public bool IsInMenu { get; }

    /// <summary>Whether no file stands behind it.</summary>
    public bool IsGenerated { get; }

    /// <summary>Addresses where it was before, by its front matter.</summary>
    public ImmutableArray<Redirect> Redirects => Parsed.FrontMatter.Find("RedirectFrom") is { } entry
        ? [.. entry.List.SelectMany((text, i) => text.Split(',').Select(one => one.Trim()).Where(one => one.Length > 0).Select(one => new Redirect(Discovery.Route.OfRedirect(one), i < entry.Elements.Length ? entry.Elements[i] : entry.ValueLocation)))]
        : [];

    /// <summary>Places on it that <c>xref:</c> links can name.</summary>
    public ImmutableArray<XrefPlace> Places { get; } = [];

    /// <summary>Headings that stand in HTML, where the renderer does not see them.</summary>
    internal ImmutableArray<HeadingModel> GivenHeadings { get; } = [];

    private static SourcePage SourceOf(GeneratedPage generated)
    {
        var metadata = MetadataReader.None
            .Add("Title", generated.Title).Add("Description", generated.Description)
            .Add("Order", generated.Order.ToString(CultureInfo.InvariantCulture));
        if (generated.Xref is { } xref) metadata = metadata.Add("Xref", xref);
        if (!generated.IsInMenu) metadata = metadata.Add("ShowInSidebar", "false");
        return new SourcePage(new PageText($"generated/{generated.Route}", generated.Content.Text), generated.Route, metadata);
    }

    private static ParsedPage ParsedOf(GeneratedPage generated) =>
        new(new PageText($"generated/{generated.Route}", generated.Content.Text), FrontMatter.None, generated.Content.Read(), [])
        {
            Id = $"generated/{Path.ChangeExtension(generated.Route, null)}",
        };

    private string PublishedRoute(string route)
    {
        if (Find("DestinationPath") is { } path) return path.TrimStart('/');
        if (Find("DestinationFileName") is not { } name) return route;
        var folder = Discovery.Route.FolderOf(route);
        return folder.Length == 0 ? name : $"{folder}/{name}";
    }

    private string? Find(string key) => Metadata.GetValueOrDefault(key) is { Length: > 0 } value ? value : null;
}

/// <summary>An address where a page was before.</summary>
/// <param name="Route">The address.</param>
/// <param name="Location">Where the page names it.</param>
public sealed record Redirect(string Route, PageLocation Location);
