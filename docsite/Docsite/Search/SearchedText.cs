using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Docsite.Rendering;

namespace Docsite.Search;

/// <summary>What the text of one page offers to a search.</summary>
/// <param name="Claims">The claims on it, by their beginning, each with its anchor.</param>
/// <param name="Terms">The terms that it explains, each with its anchor.</param>
/// <param name="Codes">The codes that a table explains, each with its anchor.</param>
/// <param name="Words">Its words in lower case, each once, in the order of the text.</param>
internal sealed partial record SearchedText(
    IReadOnlyList<(string Title, string Anchor)> Claims, IReadOnlyList<(string Title, string Anchor)> Terms, IReadOnlyList<(string Title, string Anchor)> Codes, IReadOnlyList<string> Words)
{
    private static readonly SearchedText None = new([], [], [], []);

    private static readonly ConditionalWeakTable<RenderedPage, SearchedText> Texts = [];

    /// <summary>What a page offers, read once for as long as it is kept.</summary>
    internal static SearchedText Of(RenderedPage page) => Texts.GetValue(page, Read);

    // A list of everything is no place where anything is explained, so what is generated has no text.
    private static SearchedText Read(RenderedPage page)
    {
        if (page.Page.Source.Text.Path.StartsWith("generated/", StringComparison.Ordinal)) return None;
        var content = ContentTrees.Of(page);
        List<(string, string)> claims = [.. content.QuerySelectorAll("section.claim[id]").Select(claim => (ClaimTitle(claim), claim.Id!))];
        List<(string, string)> terms = [.. content.QuerySelectorAll("dt[id]").Select(term => (term.TextContent.Trim(), term.Id!))];
        List<(string, string)> codes = [.. content.QuerySelectorAll("td code[id]").Select(code => (Titled(code.TextContent, code.Closest("td")!.NextElementSibling?.TextContent ?? ""), code.Id!))];
        var text = new StringBuilder();
        Append(text, content.Body);
        return new SearchedText(claims, terms, codes, WordsOf(text.ToString()));
    }

    // Pictures, and the cards that tell them in words, are no text of the page.
    private static void Append(StringBuilder text, INode? node)
    {
        if (node is IText words) text.Append(words.Data);
        if (node is null or IElement { LocalName: "svg" or "script" or "style" } || (node is IElement { ClassName: not null } element && element.ClassList.Contains("cards"))) return;
        foreach (var child in node.ChildNodes) Append(text, child);
    }

    // What a hyphen joins is a word, and so is each of its parts. Most words of a text are in it several times, so none is copied before it is known to be new.
    private static List<string> WordsOf(string text)
    {
        var words = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var parts = known.GetAlternateLookup<ReadOnlySpan<char>>();
        var lower = text.ToLowerInvariant();
        foreach (var match in Word().EnumerateMatches(lower))
        {
            var word = lower.AsSpan(match.Index, match.Length).Trim('_');
            if (!word.Contains('-'))
            {
                Add(word);
                continue;
            }
            foreach (var part in word.Split('-')) Add(word[part]);
            Add(word.ToString().Replace("-", "", StringComparison.Ordinal));
        }
        return words;

        void Add(ReadOnlySpan<char> word)
        {
            if (word.Length <= 2 || !parts.Add(word)) return;
            _ = parts.TryGetValue(word, out var added);
            words.Add(added!);
        }
    }

    private static string ClaimTitle(IElement claim)
    {
        var sentence = claim.QuerySelectorAll("p").Where(paragraph => !paragraph.ClassList.Contains("claim-head") && paragraph.Closest("blockquote") is null).Select(paragraph => Space().Replace(paragraph.TextContent, " ").Trim()).FirstOrDefault(text => text.Length > 0) ?? "";
        return Titled(claim.Id!["claim-".Length..], sentence);
    }

    private static string Titled(string name, string sentence)
    {
        const int Longest = 90;
        return $"{name}: {(sentence.Length > Longest ? sentence[..Longest] + "…" : sentence)}";
    }

    [GeneratedRegex(@"[A-Za-z\u00c0-\u024f_][\w\u00c0-\u024f]*(?:-[A-Za-z][\w\u00c0-\u024f]*)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
