using System.Security.Cryptography;
using System.Text;
using Docsite.Discovery;
using Docsite.Generation;

namespace Docsite.Rendering;

/// <summary>Words for all that the rendering of a page reads of the rest of its site: where two agree, so does the page.</summary>
/// <param name="map">The site.</param>
/// <param name="hasFeed">Whether it has a feed.</param>
internal sealed class PageSurroundings(SiteMap map, bool hasFeed)
{
    private readonly string _ofAll = Hash(Everywhere(map, hasFeed));

    /// <summary>The word for a page.</summary>
    public string Of(SitePage page) => string.Join('\0',
    [
        _ofAll,
        .. SiteGeneration.Containers(page).Select(container => map.Parts.GetValueOrDefault(SiteGeneration.NameOf(container))?.Page.Content).Select(content => $"{content?.GetType().Name} {content?.Text}"),
        .. Glossary.IsGlossary(page) ? map.Glossary.Terms.Where(term => term.Page == page).Select(Uses) : [],
    ]);

    // The addresses and titles of the pages, their order and folders, names, words: menus, neighbours and links are made of them.
    private static StringBuilder Everywhere(SiteMap map, bool hasFeed)
    {
        var text = new StringBuilder(hasFeed ? "feed\n" : "\n");
        Append(text, map.Root);
        foreach (var file in map.Files) text.Append(file.Route).Append('\0').Append(file.Path).Append('\n');
        foreach (var xref in map.Xrefs) text.Append(xref.Name).Append('\0').Append(xref.Page.Route).Append('\0').Append(xref.Id).Append('\n');
        foreach (var term in map.Glossary.Terms) text.Append(term.Id).Append('\0').AppendJoin('\0', term.Names).Append('\0').Append(term.Meaning).Append('\n');
        return text;
    }

    private static void Append(StringBuilder text, SiteFolder folder)
    {
        text.Append("folder ").Append(folder.Route).Append('\0').Append(folder.Title).Append('\n');
        if (folder.Index is { } index) Append(text, index);
        foreach (var child in folder.Children)
        {
            if (child.Folder is { } nested) Append(text, nested);
            else Append(text, child.Page!);
        }
        text.Append("end\n");
    }

    private static void Append(StringBuilder text, SitePage page) =>
        text.Append(page.Route).Append('\0').Append(page.Source.Route).Append('\0').Append(page.Source.Text.Path).Append('\0').Append(page.Title).Append(page.IsInMenu ? "\0menu\n" : "\n");

    private string Uses(GlossaryTerm term)
    {
        var (isExplained, pages) = map.Glossary.WhereUsed(term, map.Pages);
        return $"{term.Id} {isExplained} {string.Join(' ', pages.Select(page => page.Route))}";
    }

    private static string Hash(StringBuilder text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
}
