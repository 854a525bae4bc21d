using System.Text;
using Docsite.Discovery;
using Docsite.Generation;
using Docsite.Pages;
using Docsite.Parsing;
using Docsite.Rendering;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Writing.Makers;

/// <summary>A page's Markdown as it was verified: links lead to other pages' Markdown, what is taken in from elsewhere stands there.</summary>
internal sealed class MarkdownTwin(RenderInput input)
{
    private readonly LinkResolver _links = new(input.Map, input.Page);
    private readonly PageText _text = input.Page.Parsed.Page;

    public string Write()
    {
        var page = input.Page;
        var body = page.Source.IsExample ? Example() : Edited(page.Parsed.FrontMatter.BodyStart);
        var title = Headings.FirstTitle(page.Parsed.Document) is null ? $"# {page.Title}\n\n" : "";
        return title + body.ReplaceLineEndings("\n").Trim() + "\n";
    }

    private string Edited(int from)
    {
        var text = new StringBuilder();
        var at = from;
        foreach (var (span, replacement) in Edits().OrderBy(edit => edit.Span.Start).ThenBy(edit => edit.Span.End))
        {
            if (span.Start < at) continue;
            text.Append(_text.Text, at, span.Start - at).Append(replacement);
            at = span.End;
        }
        return text.Append(_text.Text, at, _text.Text.Length - at).ToString();
    }

    private IEnumerable<Edit> Edits()
    {
        var document = input.Page.Parsed.Document;
        var values = input.Page.Parsed.Steps.OfType<SessionStep.ProseValue>().Select(value => new Edit(value.Location.Span, ""));
        var filled = input.Page.Parsed.Steps.OfType<SessionStep.Block>().Where(block => block.Code.Page != _text && !block.IsProgram)
            .Select(block => new Edit(new TextSpan(_text.LineStart(_text.PositionOf(block.Syntax.Span.End).Line), 0), block.Code.Code + "\n"));
        var links = document.Descendants<LinkInline>().Where(link => !link.UrlSpan.IsEmpty && link.Url is not null).Select(Link);
        var parts = document.Descendants<CustomContainer>().Where(container => container.Info == SiteGeneration.ContainerName).Select(Part);
        return values.Concat(filled).Concat(links).Concat(parts);
    }

    private Edit Link(LinkInline link)
    {
        var span = TextSpan.FromBounds(link.UrlSpan.Start, link.UrlSpan.End + 1);
        // Angle brackets around an address are kept.
        if (_text.Text[span.Start] == '<') span = TextSpan.FromBounds(span.Start + 1, span.End - 1);
        return new Edit(span, Resolved(link.Url!));
    }

    private Edit Part(CustomContainer container)
    {
        var start = container.Span.Start;
        var first = _text.LineSpan(_text.PositionOf(start).Line);
        var part = input.Map.Parts.GetValueOrDefault(SiteGeneration.NameOf(container));
        return new Edit(TextSpan.FromBounds(start, Math.Max(first.End, Math.Min(container.Span.End + 1, _text.Text.Length))), part?.Page.Content.Text ?? "");
    }

    // A page's address becomes that of its Markdown; everything else is where it is.
    private string Resolved(string url)
    {
        var resolved = _links.Resolve(url);
        if (LinkResolver.IsExternal(resolved)) return resolved;
        var end = resolved.AsSpan().IndexOfAny('#', '?');
        var (path, rest) = end < 0 ? (resolved, "") : (resolved[..end], resolved[end..]);
        return path.EndsWith(".html", StringComparison.Ordinal) ? Path.ChangeExtension(path, ".md") + rest : resolved;
    }

    private string Example()
    {
        var block = input.Page.Parsed.Steps.OfType<SessionStep.Block>().First();
        var words = new StringBuilder();
        if (input.Page.Description.Length > 0) words.Append(input.Page.Description).Append("\n\n");
        words.Append("```csharp\n").Append(block.Shown.Code.Trim('\n')).Append("\n```\n");
        foreach (var fence in block.Outputs.Concat(block.Figures).OrderBy(fence => fence.Location.Span.Start))
        {
            words.Append("\n```").Append(fence.Location.Text.TrimStart('/', '*').Trim()).Append('\n').Append(fence.Text.Code).Append("\n```\n");
        }
        return words.ToString();
    }

    private sealed record Edit(TextSpan Span, string Replacement);
}
