using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Docsite.Generation;
using Docsite.Rendering;

namespace Docsite.Reference.Pages;

/// <summary>The names that an attribute gives to types and members: what each is here, since when, where it comes from, and where it is explained.</summary>
/// <param name="setting">The attribute.</param>
/// <param name="folder">The reference's folder.</param>
/// <param name="examples">Which pages explain what.</param>
/// <param name="spans">Which variants have what.</param>
internal sealed class NamesIndex(AttributeSetting setting, string folder, ApiExamples examples, VariantSpans spans)
{
    private readonly bool _hasSpans = !setting.Since.IsEmpty || !setting.Until.IsEmpty;

    /// <summary>The page; nothing where no type or member has the attribute.</summary>
    public GeneratedContent.OfHtml? Write(ApiModel model)
    {
        var names = model.Types.SelectMany(Rows).GroupBy(row => row.Name, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.OrdinalIgnoreCase).ThenBy(group => group.Key, StringComparer.Ordinal).ToList();
        if (names.Count == 0) return null;
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"lede\">{names.Count} names, what stands for them here, and the pages that explain them.</p>\n");
        if (setting.About.Length > 0) html.Append("<p>").Append(Text(setting.About)).Append("</p>\n");
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"sheet\" role=\"region\" aria-label=\"{Text(setting.Index!)}\" tabindex=\"0\"><table class=\"fixed names\">\n<caption>{Text(setting.Index!)}</caption>\n<colgroup><col class=\"w30\"><col class=\"w20\">{(_hasSpans ? "<col class=\"w15\"><col class=\"w20\"><col class=\"w15\">" : "<col class=\"w25\"><col class=\"w25\">")}</colgroup>\n<thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Here</th>{(_hasSpans ? $"<th scope=\"col\">{Text(spans.Title)}</th>" : "")}<th scope=\"col\">Source</th><th scope=\"col\">Explained in</th></tr></thead>\n<tbody>\n");
        foreach (var name in names) WriteRow(html, name.Key, [.. name]);
        return new GeneratedContent.OfHtml(html.Append("</tbody>\n</table></div>\n").ToString(), ImmutableArray<HeadingModel>.Empty);
    }

    private IEnumerable<Row> Rows(ApiType type) => Rows(type, type.Page, type.Name)
        .Concat(type.Members.SelectMany(member => Rows(member, $"{type.Page}#{member.Anchor}", $"{type.Name}.{member.Name}")));

    // An attribute may speak of several names at once.
    private IEnumerable<Row> Rows(ApiItem item, string href, string text) => item.Notes.Where(note => note.Label == setting.Label && note.Name is not null)
        .SelectMany(note => note.Name!.Split(", ", StringSplitOptions.TrimEntries).Select(name => new Row(name, note, href, text)));

    private void WriteRow(StringBuilder html, string name, ImmutableArray<Row> rows)
    {
        html.Append("<tr><th scope=\"row\"><code>").Append(Text(name)).Append("</code></th><td>");
        html.AppendJoin(", ", rows.DistinctBy(row => row.Href).Select(row => $"<a href=\"~/{folder}/{row.Href}\"><code>{Breakable(row.Text)}</code></a>")).Append("</td><td>");
        if (_hasSpans) html.Append(Span([.. rows.Select(row => row.Note)])).Append("</td><td>");
        html.AppendJoin("<br>", rows.DistinctBy(row => row.Note.Detail).Select(row => row.Note.Href is { } href ? $"<a href=\"{Text(href)}\" rel=\"external\">{Text(row.Note.Detail)}</a>" : Text(row.Note.Detail)));
        html.Append("</td><td>").Append(ApiExample.Links(Explaining(name))).Append("</td></tr>\n");
    }

    private string Span(ImmutableArray<ApiNote> notes)
    {
        var limited = notes.Select(spans.Words).Where(words => words.Length > 0).Distinct().ToList();
        return limited.Count == 0 ? "all" : Text(string.Join("; ", limited));
    }

    // "struct page" is written "page" as often; "do_mmap(file)" is about do_mmap.
    private ImmutableArray<ApiExample> Explaining(string name)
    {
        var bare = name.Split('(')[0].Trim();
        var all = examples.Named(name).Concat(examples.Named(bare));
        return [.. (bare.StartsWith("struct ", StringComparison.Ordinal) ? all.Concat(examples.Named(bare["struct ".Length..])) : all).DistinctBy(example => example.Route)];
    }

    // A long name goes on below behind its type.
    private static string Breakable(string name) => Text(name).Replace(".", ".<wbr>", StringComparison.Ordinal);

    private static string Text(string text) => MarkdownText.EscapeHtml(text);

    private sealed record Row(string Name, ApiNote Note, string Href, string Text);
}
