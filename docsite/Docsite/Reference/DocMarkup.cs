using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using System.Xml.Linq;
using Docsite.Diagnostics;
using Docsite.Rendering;
using Docsite.Rendering.Markup;
using Microsoft.CodeAnalysis;

namespace Docsite.Reference;

/// <summary>Turns one documentation comment into HTML.</summary>
/// <param name="symbol">Whose comment it is.</param>
/// <param name="compilation">Finds what a <c>cref</c> names.</param>
/// <param name="links">Where names lead.</param>
/// <param name="problems">Receives references that name nothing.</param>
internal sealed partial class DocMarkup(ISymbol symbol, Compilation compilation, ApiLinks links, List<ApiProblem> problems)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    // What may stand below another element only.
    private static readonly ImmutableArray<string> Blocks = ["para", "p", "list", "code", "ul", "ol"];

    /// <summary>The whole comment.</summary>
    public ApiDocs Of(XElement comment) => new()
    {
        Text = Plain(comment.Element("summary")),
        Summary = Inline(comment.Element("summary")),
        Remarks = string.Concat(comment.Elements("remarks").Select(Block)),
        Examples = string.Concat(comment.Elements("example").Select(Block)),
        Returns = Inline(comment.Element("returns") ?? comment.Element("value")),
        Parameters =
        [
            .. comment.Elements("typeparam").Concat(comment.Elements("param"))
                .Select(element => new ApiTerm(Code((string?)element.Attribute("name") ?? ""), Inline(element))),
        ],
        Exceptions = [.. comment.Elements("exception").Select(element => new ApiTerm(Reference(element), Inline(element)))],
        SeeAlso = [.. comment.Elements("seealso").Select(Reference)],
    };

    private string Plain(XElement? element) => element is null ? "" : WhiteSpace().Replace(string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" or "seealso" or "paramref" or "typeparamref" } name when !name.Nodes().Any() => NameOf(name),
        XElement { Name.LocalName: "para" or "list" or "item" } block => " " + Plain(block) + " ",
        XElement inner => Plain(inner),
        _ => "",
    })), " ").Trim();

    private string Inline(XElement? element) => element is null ? "" : WhiteSpace().Replace(string.Concat(element.Nodes().Select(Node)), " ").Trim();

    private string Block(XElement element)
    {
        var html = new StringBuilder();
        var line = new List<XNode>();
        foreach (var node in element.Nodes())
        {
            if (node is XElement block && Blocks.Contains(block.Name.LocalName))
            {
                Paragraph(html, line);
                html.Append(BlockOf(block));
            }
            else line.Add(node);
        }
        Paragraph(html, line);
        return html.ToString();
    }

    private string BlockOf(XElement block) => block.Name.LocalName switch
    {
        "code" => Listing(Outdented(block.Value)),
        "list" => List(block),
        "ul" or "ol" => $"<{block.Name.LocalName}>{string.Concat(block.Elements("li").Select(item => $"<li>{Inline(item)}</li>"))}</{block.Name.LocalName}>\n",
        _ => Block(block),
    };

    // Lines that each begin with a word and a colon say one thing each: they are a list of terms.
    private void Paragraph(StringBuilder html, List<XNode> nodes)
    {
        var lines = string.Concat(nodes.Select(Node)).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        nodes.Clear();
        var plain = lines.TakeWhile(line => !Labelled().IsMatch(line)).ToList();
        if (plain.Count > 0) html.Append("<p>").AppendJoin(' ', plain).Append("</p>\n");
        var terms = new List<(string Label, string Text)>();
        foreach (var line in lines.Skip(plain.Count))
        {
            var label = Labelled().Match(line);
            if (label.Success) terms.Add((label.Groups["label"].Value, line[label.Length..]));
            else terms[^1] = terms[^1] with { Text = $"{terms[^1].Text} {line}" };
        }
        if (terms.Count == 0) return;
        html.Append("<dl class=\"terms\">\n").AppendJoin("", terms.Select(term => $"<dt>{term.Label}</dt><dd>{term.Text}</dd>\n")).Append("</dl>\n");
    }

    private string List(XElement list)
    {
        if ((string?)list.Attribute("type") == "table") return Table(list);
        var tag = (string?)list.Attribute("type") == "number" ? "ol" : "ul";
        return $"<{tag}>{string.Concat(list.Elements("item").Select(item => $"<li>{Item(item)}</li>"))}</{tag}>\n";
    }

    private string Item(XElement item) => (item.Element("term"), item.Element("description")) switch
    {
        (null, null) => Inline(item),
        (null, { } description) => Inline(description),
        ({ } term, null) => Inline(term),
        var (term, description) => $"<b>{Inline(term)}</b> {Inline(description)}",
    };

    private string Table(XElement list)
    {
        var head = list.Elements("listheader").Select(row => "<thead><tr>" + string.Concat(row.Elements().Select(cell => $"<th scope=\"col\">{Inline(cell)}</th>")) + "</tr></thead>");
        var body = list.Elements("item").Select(row => "<tr>" + string.Concat(row.Elements().Select(cell => $"<td>{Inline(cell)}</td>")) + "</tr>");
        return $"<div class=\"sheet\" role=\"region\" aria-label=\"Table\" tabindex=\"0\"><table>{string.Concat(head)}<tbody>{string.Concat(body)}</tbody></table></div>\n";
    }

    private string Node(XNode node) => node switch
    {
        XText text => Encoder.Encode(Typography.Of(text.Value, text.PreviousNode is null ? ' ' : 'x', text.NextNode is null ? ' ' : 'x')).Replace("&#xA;", "\n", StringComparison.Ordinal),
        XElement { Name.LocalName: "c" } code => Code(code.Value),
        XElement { Name.LocalName: "code" } code => Code(code.Value),
        XElement { Name.LocalName: "see" or "seealso" or "paramref" or "typeparamref" } name => Reference(name),
        XElement { Name.LocalName: "b" or "strong" or "i" or "em" } word => $"<{word.Name.LocalName}>{Inline(word)}</{word.Name.LocalName}>",
        XElement { Name.LocalName: "br" } => "<br>",
        XElement inner => " " + string.Concat(inner.Nodes().Select(Node)) + " ",
        _ => "",
    };

    private string Reference(XElement name)
    {
        if ((string?)name.Attribute("href") is { } address)
        {
            return $"<a href=\"{Encoder.Encode(address)}\" rel=\"external\">{(name.Nodes().Any() ? Inline(name) : Encoder.Encode(address))}</a>";
        }
        var words = name.Name.LocalName is "see" or "seealso" && name.Nodes().Any() ? Inline(name) : Code(NameOf(name));
        if ((string?)name.Attribute("cref") is not { } cref) return words;
        if (Find(cref) is not { } named)
        {
            problems.Add(new ApiProblem(DiagnosticIds.BrokenReference, symbol.GetDocumentationCommentId()!, symbol.ContainingAssembly.Name, $"its comment refers to {cref}, which does not exist"));
            return words;
        }
        return links.Href(named) is { } href ? $"<a href=\"{Encoder.Encode(href)}\">{words}</a>" : words;
    }

    private string NameOf(XElement name)
    {
        if ((string?)name.Attribute("cref") is { } cref) return Find(cref) is { } named ? Short(named) : cref[(cref.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return (string?)name.Attribute("langword") ?? (string?)name.Attribute("name") ?? (string?)name.Attribute("href") ?? "";
    }

    // Within its own type a member needs no type's name.
    private string Short(ISymbol named)
    {
        var name = named.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat.WithParameterOptions(SymbolDisplayParameterOptions.None)
            .WithMemberOptions(SymbolDisplayMemberOptions.None).WithKindOptions(SymbolDisplayKindOptions.None));
        var own = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        return named is INamedTypeSymbol or INamespaceSymbol or { ContainingType: null } || SymbolEqualityComparer.Default.Equals(named.ContainingType, own)
            ? name : $"{named.ContainingType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}.{name}";
    }

    private ISymbol? Find(string cref) => cref.StartsWith('!') ? null : DocumentationCommentId.GetFirstSymbolForDeclarationId(cref, compilation);

    private static string Code(string text) => $"<code>{Encoder.Encode(text)}</code>";

    private static string Listing(string code)
    {
        var html = new StringBuilder("<pre class=\"listing\" tabindex=\"0\"><code>");
        foreach (var line in CSharpHighlighter.Lines(code))
        {
            foreach (var token in line.Tokens) TokenMarkup.Write(html, token);
            html.Append('\n');
        }
        return html.Append("</code></pre>\n").ToString();
    }

    // The comment's own margin is no part of the code.
    private static string Outdented(string code)
    {
        var lines = code.ReplaceLineEndings("\n").Split('\n').SkipWhile(string.IsNullOrWhiteSpace).Reverse().SkipWhile(string.IsNullOrWhiteSpace).Reverse().ToList();
        var margin = lines.Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return string.Join('\n', lines.Select(line => line.Length > margin ? line[margin..] : ""));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"\A(?<label>[A-Z][a-z]+(?: [a-z]+){0,3}):\s+")]
    private static partial Regex Labelled();
}
