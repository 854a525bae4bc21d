using Docsite.Discovery;
using Docsite.Generation;
using Docsite.Pages;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Parsing.Examples;

/// <summary>What every example's page ends with: the claims that the file names, and the file itself.</summary>
internal static class ExampleFooter
{
    /// <summary>Adds it.</summary>
    public static void Add(MarkdownDocument document, PageText file, FrontMatter frontMatter)
    {
        var claims = ClaimsOf(frontMatter).ToList();
        if (claims.Count > 0) document.Add(Links(claims, file));
        document.Add(Download(file));
    }

    /// <summary>The ids of claims that a file names, each at its place.</summary>
    public static IEnumerable<(string Id, TextSpan Span)> ClaimsOf(FrontMatter frontMatter) =>
        frontMatter.Find("Claims") is { Text: { } text } entry
            ? new InfoWord(entry.Key, text, entry.KeyLocation, entry.ValueLocation).Parts().Where(part => part.Text.Length > 0)
            : [];

    private static ParagraphBlock Links(List<(string Id, TextSpan Span)> claims, PageText file)
    {
        var line = file.LineSpan(file.PositionOf(claims[0].Span.Start).Line);
        var words = new ContainerInline();
        words.AppendChild(new LiteralInline(claims.Count == 1 ? "About the claim " : "About the claims "));
        foreach (var (id, span) in claims)
        {
            if (id != claims[0].Id) words.AppendChild(new LiteralInline(", "));
            var place = new SourceSpan(span.Start, span.End - 1);
            var link = new LinkInline { Url = $"xref:claim-{id}", Span = place, UrlSpan = place };
            words.AppendChild(link.AppendChild(new LiteralInline(id)));
        }
        words.AppendChild(new LiteralInline("."));
        return new ParagraphBlock { Inline = words, Span = new SourceSpan(line.Start, line.End - 1) };
    }

    private static HtmlBlock Download(PageText file)
    {
        var name = MarkdownText.EscapeHtml(Path.GetFileName(file.Path));
        // The file's name alone leads to this page.
        var address = MarkdownText.EscapeHtml("~/" + Route.Escaped(Route.OfExampleFile(file.Path)));
        return new HtmlBlock(null)
        {
            Lines = new StringLineGroup($"<p class=\"download\"><a href=\"{address}\" download>{name}</a> runs by itself too: <code>dotnet run {MarkdownText.EscapeHtml(file.Path)}</code></p>"),
            Span = SourceSpan.Empty,
        };
    }
}
