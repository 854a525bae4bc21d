using System.Collections.Immutable;
using System.Text;
using Docsite.Generation;
using Docsite.Rendering;
using Docsite.Rendering.Markup;

namespace Docsite.Reference.Pages;

/// <summary>Writes the page of a type.</summary>
/// <param name="type">The type.</param>
/// <param name="examples">Which pages run and explain what.</param>
/// <param name="spans">Which variants have what.</param>
internal sealed class TypePage(ApiType type, ApiExamples examples, VariantSpans spans)
{
    private readonly StringBuilder _html = new();
    private readonly ImmutableArray<HeadingModel>.Builder _headings = ImmutableArray.CreateBuilder<HeadingModel>();

    /// <summary>The elements of the page and its headings.</summary>
    public GeneratedContent.OfHtml Write()
    {
        WriteObsolete(type);
        if (type.Docs.Summary.Length > 0) _html.Append("<p class=\"lede\">").Append(type.Docs.Summary).Append("</p>\n");
        WriteDeclaration(type);
        WriteFacts();
        WriteDocs(type);
        WriteJumps();
        foreach (var group in type.Members.GroupBy(member => member.Group)) WriteGroup(group.Key, [.. group]);
        WriteNames("Inherited members", "inherited-members", type.Inherited);
        WriteNames("Extension members of other types", "extended-by", type.Extensions);
        return new GeneratedContent.OfHtml(_html.ToString(), _headings.ToImmutable());
    }

    private void WriteFacts()
    {
        var space = type.Namespace.Length == 0 ? "the global namespace" : type.Namespace;
        _html.Append("<dl class=\"facts\">\n");
        WriteFact("Namespace", $"<a href=\"{ApiLinks.PageOf(type.Namespace)}\">{Text(space)}</a> in {Text(type.Assembly)}.dll");
        WriteFact("Base types", Linked(type.Bases));
        WriteFact("Derived types", Linked(type.Derived));
        WriteNotes(type);
        WriteRuns(type);
        _html.Append("</dl>\n");
    }

    // The way from the top of a long page to a member.
    private void WriteJumps()
    {
        const int Few = 6;
        if (type.Members.Length <= Few || type.Members[0].Group == "Values") return;
        _html.Append("<nav class=\"jump\" aria-label=\"Members\">\n<dl>\n");
        foreach (var group in type.Members.GroupBy(member => member.Group))
        {
            var links = group.Select(member => $"<a href=\"#{member.Anchor}\">{Text(member.Name)}</a>");
            _html.Append("<dt>").Append(group.Key).Append("</dt><dd>").AppendJoin(' ', links).Append("</dd>\n");
        }
        _html.Append("</dl>\n</nav>\n");
    }

    private void WriteGroup(string title, ImmutableArray<ApiMember> members)
    {
        WriteHeading(title, ApiPlaces.IdOf(title), 2);
        if (title == "Values")
        {
            _html.Append("<dl class=\"members\">\n");
            foreach (var value in members) WriteValue(value);
            _html.Append("</dl>\n");
            return;
        }
        foreach (var member in members) WriteMember(member);
    }

    private void WriteValue(ApiMember value)
    {
        _html.Append("<dt id=\"").Append(value.Anchor).Append("\"><code>").Append(Text(value.Signature)).Append("</code></dt>\n<dd>");
        _html.Append(value.Obsolete is { } words ? $"<b>Obsolete.</b> {Text(words)} " : "").Append(value.Docs.Summary);
        _html.Append(value.Docs.Remarks).AppendJoin("", value.Notes.Select(note => $"<br><small>{note.Label}: {Linked(note)}</small>"));
        _html.Append("</dd>\n");
    }

    private void WriteMember(ApiMember member)
    {
        _html.Append("<section class=\"member\" aria-labelledby=\"").Append(member.Anchor).Append("\">\n");
        WriteHeading(member.Name, member.Anchor, 3);
        WriteObsolete(member);
        if (member.Docs.Summary.Length > 0) _html.Append("<p>").Append(member.Docs.Summary).Append("</p>\n");
        WriteDeclaration(member);
        WriteDocs(member);
        _html.Append("<dl class=\"facts\">\n");
        var empty = _html.Length;
        WriteNotes(member);
        WriteRuns(member);
        if (_html.Length == empty) _html.Length -= "<dl class=\"facts\">\n".Length;
        else _html.Append("</dl>\n");
        _html.Append("</section>\n");
    }

    private void WriteHeading(string text, string id, int level)
    {
        _headings.Add(new HeadingModel(id, text, level));
        _html.Append(System.Globalization.CultureInfo.InvariantCulture, $"<h{level} id=\"{id}\" class=\"heading\">{Text(text)} <a class=\"anchor\" href=\"#{id}\" aria-label=\"Link to {Text(text)}\">#</a></h{level}>\n");
    }

    private void WriteObsolete(ApiItem item)
    {
        if (item.Obsolete is not { } words) return;
        _html.Append("<div class=\"alert\" data-kind=\"warning\"><p class=\"alert-title\">Obsolete</p>").Append(words.Length == 0 ? "" : $"<p>{Text(words)}</p>").Append("</div>\n");
    }

    private void WriteDeclaration(ApiItem item)
    {
        _html.Append("<pre class=\"decl\" tabindex=\"0\"><code>");
        foreach (var line in item.Declaration)
        {
            foreach (var token in line.Tokens) TokenMarkup.Write(_html, token);
            _html.Append('\n');
        }
        _html.Append("</code></pre>\n");
    }

    private void WriteDocs(ApiItem item)
    {
        var docs = item.Docs;
        WriteTerms("Parameters", docs.Parameters);
        if (docs.Returns.Length > 0) WriteTerms("Returns", [new ApiTerm("", docs.Returns)]);
        WriteTerms("Throws", docs.Exceptions);
        _html.Append(docs.Remarks);
        if (docs.Examples.Length > 0) _html.Append("<p><b>Example</b></p>\n").Append(docs.Examples);
        if (!docs.SeeAlso.IsEmpty) _html.Append("<p>See also ").AppendJoin(", ", docs.SeeAlso).Append(".</p>\n");
    }

    private void WriteTerms(string title, ImmutableArray<ApiTerm> terms)
    {
        if (terms.IsEmpty) return;
        _html.Append("<div class=\"params\"><p>").Append(title).Append("</p>\n");
        if (terms is [{ Term: "" }]) _html.Append("<p>").Append(terms[0].Meaning).Append("</p></div>\n");
        else _html.Append("<dl>\n").AppendJoin("", terms.Select(term => $"<dt>{term.Term}</dt><dd>{term.Meaning}</dd>\n")).Append("</dl></div>\n");
    }

    private void WriteNotes(ApiItem item)
    {
        foreach (var group in item.Notes.GroupBy(note => note.Label)) WriteFact(group.Key, string.Join("<br>", group.Select(Linked)));
    }

    private void WriteRuns(ApiItem item)
    {
        WriteFact("Explained in", ApiExample.Links(examples.Explaining(item.Id)));
        WriteFact("Run by", ApiExample.Links(examples.Running((item as ApiMember)?.CodeId ?? item.Id)));
    }

    private void WriteFact(string label, string meaning)
    {
        if (meaning.Length > 0) _html.Append("<dt>").Append(label).Append("</dt><dd>").Append(meaning).Append("</dd>\n");
    }

    private void WriteNames(string title, string id, ImmutableArray<CodeToken> names)
    {
        if (names.IsEmpty) return;
        WriteHeading(title, id, 2);
        _html.Append("<p>").Append(Linked(names)).Append("</p>\n");
    }

    private static string Linked(IEnumerable<CodeToken> names) => string.Join(", ", names.Select(name => name.Href is null
        ? $"<code>{Text(name.Text)}</code>" : $"<a href=\"{Text(name.Href)}\"><code>{Text(name.Text)}</code></a>"));

    private string Linked(ApiNote note)
    {
        var words = note.Href is null ? Text(note.Text) : $"<a href=\"{Text(note.Href)}\" rel=\"external\">{Text(note.Text)}</a>";
        var span = Text(spans.Words(note));
        return words.Length == 0 || span.Length == 0 ? words + span : $"{words}, {span}";
    }

    private static string Text(string text) => MarkdownText.EscapeHtml(text);
}
