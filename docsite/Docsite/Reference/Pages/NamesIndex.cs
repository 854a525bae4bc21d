using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Docsite.Generation;
using Docsite.Rendering;

namespace Docsite.Reference.Pages;

/// <summary>The names that an attribute gives to types and members: what each is here, where it comes from, and where it is explained.</summary>
internal static class NamesIndex
{
    /// <summary>The page; nothing where no type or member has the attribute.</summary>
    public static GeneratedContent.OfHtml? Write(AttributeSetting setting, ReferenceSettings settings, ApiModel model, ApiExamples examples)
    {
        var rows = model.Types.SelectMany(type => type.Members.Select(member => (Item: (ApiItem)member, Type: type, Href: $"{type.Page}#{member.Anchor}", Text: $"{type.Name}.{member.Name}"))
                .Prepend((type, type, type.Page, type.Name)))
            .SelectMany(item => item.Item.Notes.Where(note => note.Label == setting.Label && note.Name is not null).Select(note => (Name: note.Name!, Note: note, item.Href, item.Text)))
            .GroupBy(row => row.Name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.OrdinalIgnoreCase).ThenBy(group => group.Key, StringComparer.Ordinal).ToList();
        if (rows.Count == 0) return null;
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"lede\">{rows.Count} names, what stands for them here, and the pages that explain them.</p>\n");
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"sheet\" role=\"region\" aria-label=\"{Text(setting.Index!)}\" tabindex=\"0\"><table class=\"names\">\n<caption>{Text(setting.Index!)}</caption>\n<thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Here</th><th scope=\"col\">Source</th><th scope=\"col\">Explained in</th></tr></thead>\n<tbody>\n");
        foreach (var group in rows)
        {
            html.Append("<tr><th scope=\"row\"><code>").Append(Text(group.Key)).Append("</code></th><td>");
            html.AppendJoin(", ", group.DistinctBy(row => row.Href).Select(row => $"<a href=\"~/{settings.Folder}/{row.Href}\"><code>{Text(row.Text)}</code></a>")).Append("</td><td>");
            html.AppendJoin("<br>", group.DistinctBy(row => row.Note.Detail).Select(row => row.Note.Href is { } href ? $"<a href=\"{Text(href)}\" rel=\"external\">{Text(row.Note.Detail)}</a>" : Text(row.Note.Detail)));
            html.Append("</td><td>").Append(ApiExample.Links(Explaining(group.Key, examples))).Append("</td></tr>\n");
        }
        return new GeneratedContent.OfHtml(html.Append("</tbody>\n</table></div>\n").ToString(), ImmutableArray<HeadingModel>.Empty);
    }

    // "struct page" is written "page" as often; "do_mmap(file)" is about do_mmap.
    private static ImmutableArray<ApiExample> Explaining(string name, ApiExamples examples)
    {
        var bare = name.Split('(')[0].Trim();
        var all = examples.Named(name).Concat(examples.Named(bare));
        return [.. (bare.StartsWith("struct ", StringComparison.Ordinal) ? all.Concat(examples.Named(bare["struct ".Length..])) : all).DistinctBy(example => example.Route)];
    }

    private static string Text(string text) => MarkdownText.EscapeHtml(text);
}
