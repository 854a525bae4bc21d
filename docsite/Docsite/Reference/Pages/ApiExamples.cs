using System.Collections.Immutable;
using Docsite.Discovery;
using Docsite.Generation;
using Docsite.Parsing;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Docsite.Reference.Pages;

/// <summary>Which pages run a member and which speak of it, by documentation id; and which speak of a name.</summary>
/// <param name="Runs">Pages that run a member; those whose blocks name it themselves come first.</param>
/// <param name="Mentions">Pages that speak of a type, a member or another name, those that do so most often first.</param>
internal sealed record ApiExamples(ImmutableDictionary<string, ImmutableArray<ApiExample>> Runs, ImmutableDictionary<string, ImmutableArray<ApiExample>> Mentions)
{
    /// <summary>Looks through the blocks and the words of a site.</summary>
    public static ApiExamples Of(VerifiedSite site)
    {
        var runs = site.Pages.SelectMany(page => page.Parsed.Steps.OfType<SessionStep.Block>().SelectMany(block => RunsOf(site, page, block)))
            .GroupBy(run => run.Id).ToImmutableDictionary(group => group.Key, group => OnePerPage(group.OrderByDescending(run => run.IsNamed).Select(run => run.Example)));
        var mentions = site.Pages.SelectMany(page => Words(page).GroupBy(word => word).Select(group => (Word: group.Key, Count: group.Count(), Example: new ApiExample(page.Title, page.Route, ""))))
            .GroupBy(mention => mention.Word, StringComparer.Ordinal)
            .ToImmutableDictionary(group => group.Key, group => group.OrderByDescending(mention => mention.Count).Select(mention => mention.Example).ToImmutableArray(), StringComparer.Ordinal);
        return new ApiExamples(runs, mentions);
    }

    /// <summary>The pages that run it.</summary>
    public ImmutableArray<ApiExample> Running(string id) => Runs.GetValueOrDefault(id, []);

    /// <summary>The pages that speak of a type or member.</summary>
    public ImmutableArray<ApiExample> Explaining(string id) => Named(ApiPlaces.XrefOf(id));

    /// <summary>The pages that speak of a name, as code in their text or as a link.</summary>
    public ImmutableArray<ApiExample> Named(string name) => Mentions.GetValueOrDefault(name, []);

    private static IEnumerable<(string Id, bool IsNamed, ApiExample Example)> RunsOf(VerifiedSite site, SitePage page, SessionStep.Block block)
    {
        var all = site.RunsOf(page).Of(block).Select(run => run.Run).ToList();
        var named = all.SelectMany(run => run.Symbols).Select(symbol => symbol.Id).OfType<string>().ToHashSet();
        // A hidden block has no place on its page.
        var place = block.Options.Hidden ? "" : block.Id[(block.Id.LastIndexOf('#') + 1)..];
        return all.SelectMany(run => run.Executed).Distinct().Select(id => (id, named.Contains(id), new ApiExample(page.Title, page.Route, place)));
    }

    private static ImmutableArray<ApiExample> OnePerPage(IEnumerable<ApiExample> examples) => [.. examples.DistinctBy(example => example.Route)];

    private static IEnumerable<string> Words(SitePage page)
    {
        foreach (var inline in page.Parsed.Document.Descendants().OfType<Inline>())
        {
            if (inline is CodeInline code) yield return code.Content.Replace("()", "", StringComparison.Ordinal).Trim();
            else if (inline is LinkInline { Url: { } url } && url.StartsWith("xref:", StringComparison.OrdinalIgnoreCase)) yield return url["xref:".Length..];
        }
    }
}

/// <summary>A place on a page.</summary>
/// <param name="Title">The page's title.</param>
/// <param name="Route">The page.</param>
/// <param name="Block">The block's id; empty for the page as a whole.</param>
internal sealed record ApiExample(string Title, string Route, string Block)
{
    /// <summary>Links to the places; those behind the first few are folded.</summary>
    public static string Links(ImmutableArray<ApiExample> examples)
    {
        const int Most = 6;
        var shown = Joined(examples.Take(Most));
        return examples.Length <= Most ? shown : string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"{shown} <details><summary>and {examples.Length - Most} more</summary>{Joined(examples.Skip(Most))}</details>");
    }

    private static string Joined(IEnumerable<ApiExample> examples) => string.Join(", ", examples.Select(example => example.Link()));

    private string Link() => $"<a href=\"~/{MarkdownText.EscapeHtml(Route)}{(Block.Length == 0 ? "" : "#" + MarkdownText.EscapeHtml(Block))}\">{MarkdownText.EscapeHtml(Title)}</a>";
}
