using Docsite.Reference;
using Docsite.Rendering;
using Docsite.Writing;

namespace Docsite.Search;

/// <summary>What a reader can search for: pages and their headings, claims, terms, types and members, and the words of the text.</summary>
public static class SearchIndex
{
    /// <summary>Where the index is written.</summary>
    public const string Route = "assets/search-index.js";

    private const string Start = "docsiteIndex({";

    private static readonly string[] Kinds = ["page", "section", "claim", "term", "type", "member", "code"];

    /// <summary>The index as a script that hands it over.</summary>
    /// <param name="site">The rendered pages.</param>
    /// <param name="api">The surface that some of them show.</param>
    public static string Script(RenderedSite site, ApiModel api)
    {
        var pages = new List<string[]>();
        var entries = new List<object[]>();
        var words = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        var types = api.Types.ToDictionary(type => type.Page);
        // Reading pages takes the time, so it is done for all of them at once; numbers are given in their order.
        foreach (var (page, text) in site.Pages.Zip(AtOnce.Of(site.Pages, SearchedText.Of)))
        {
            var type = types.GetValueOrDefault(page.Page.Route[(page.Page.Route.LastIndexOf('/') + 1)..]);
            if (type is not null && page.Page.Source.Text.Path.StartsWith("generated/", StringComparison.Ordinal)) AddType(type, page, pages, entries);
            else AddPage(page, text, pages, entries, words);
        }
        // A word that is everywhere finds nothing.
        var most = Math.Max(8, pages.Count / 3);
        var lines = string.Join('\n', words.Where(word => word.Value.Count <= most).Select(word => $"{word.Key} {string.Join(' ', Steps(word.Value))}"));
        var index = new OrderedDictionary<string, object> { ["kinds"] = Kinds, ["pages"] = pages, ["entries"] = entries, ["words"] = lines };
        return $"docsiteIndex({JsonText.Of(index)});\n";
    }

    /// <summary>The same for a site whose links leave the extensions of pages out.</summary>
    /// <param name="script">What <see cref="Script"/> gave.</param>
    internal static string WithoutExtensions(string script) =>
        script.StartsWith(Start, StringComparison.Ordinal) ? $"{Start}\"bare\":true,{script[Start.Length..]}" : script;

    private static void AddType(ApiType type, RenderedPage page, List<string[]> pages, List<object[]> entries)
    {
        var number = pages.Count;
        pages.Add([page.Page.Route, type.Name]);
        entries.Add(Entry("type", type.Name, number, Keys(type)));
        foreach (var member in type.Members.Where(member => member.Group is not ("Constructors" or "Operators")))
        {
            var name = member.Name.Split('(', '<')[0];
            entries.Add(Entry("member", name, name == member.Anchor ? number : (object)new object[] { number, member.Anchor }, Keys(member)));
        }
    }

    // Names that attributes give, e.g. the kernel's.
    private static string Keys(ApiItem item) => string.Join(' ', item.Notes.Select(note => note.Name).OfType<string>().Distinct()
        .Where(name => !string.Equals(name.Replace("_", "", StringComparison.Ordinal), item.Name, StringComparison.OrdinalIgnoreCase)));

    private static void AddPage(RenderedPage page, SearchedText text, List<string[]> pages, List<object[]> entries, SortedDictionary<string, List<int>> words)
    {
        var number = pages.Count;
        var own = entries.Count;
        pages.Add([page.Page.Route, page.Page.Title]);
        entries.Add(Entry("page", page.Page.Title, number, page.Page.Description));
        foreach (var heading in page.Model.Headings.Where(heading => heading.Level is 2 or 3)) entries.Add(Entry("section", heading.Text, new object[] { number, heading.Id }, ""));
        foreach (var (title, anchor) in text.Claims) entries.Add(Entry("claim", title, new object[] { number, anchor }, ""));
        foreach (var (title, anchor) in text.Terms) entries.Add(Entry("term", title, new object[] { number, anchor }, ""));
        foreach (var (title, anchor) in text.Codes) entries.Add(Entry("code", title, new object[] { number, anchor }, ""));
        foreach (var word in text.Words)
        {
            if (!words.TryGetValue(word, out var places)) words.Add(word, places = []);
            places.Add(own);
        }
    }

    private static object[] Entry(string kind, string title, object place, string keys) =>
        keys.Length == 0 ? [Array.IndexOf(Kinds, kind), title, place] : [Array.IndexOf(Kinds, kind), title, place, keys];

    // Each place is told by its distance from the one before, in few characters.
    private static IEnumerable<string> Steps(List<int> places)
    {
        var before = 0;
        foreach (var place in places)
        {
            yield return InBase36(place - before);
            before = place;
        }
    }

    private static string InBase36(int number)
    {
        const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
        return number < 36 ? Digits[number].ToString() : InBase36(number / 36) + Digits[number % 36];
    }
}
