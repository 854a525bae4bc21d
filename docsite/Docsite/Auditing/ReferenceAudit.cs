using Docsite.Diagnostics;
using Docsite.Pages;
using Docsite.Rendering;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Auditing;

/// <summary>Every reference such as <c>[Figure](#id)</c> has a number to print.</summary>
internal sealed class ReferenceAudit : IPageAudit
{
    public IEnumerable<Diagnostic> Check(AuditedPage page) => On(page.Rendered.Input);

    private static IEnumerable<Diagnostic> On(RenderInput input) => input.Page.Parsed.Document.Descendants<LinkInline>()
        .Select(link => (Link: link, Reference: NumberReference.Of(link)))
        .Where(one => one.Reference is not null && one.Reference.In(input.Numbers) is null)
        .Select(one => Finding(input, one.Link, one.Reference!));

    private static Diagnostic Finding(RenderInput input, LinkInline link, NumberReference reference)
    {
        var kind = reference.Kind.ToString().ToLowerInvariant();
        var names = input.Numbers.NamesOf(reference.Kind).Select(name => "#" + name).Order(StringComparer.Ordinal).ToList();
        return new Diagnostic(DiagnosticIds.UnknownReference, Severity.Error, Place(input, link),
            $"this page has no {kind} #{reference.Name}{NearestWord.Question("#" + reference.Name, names)}")
        {
            Notes = [names is [] ? $"this page has no {kind} with a number" : $"there is {string.Join(", ", names)}", Cure(reference.Kind)],
        };
    }

    private static PageLocation Place(RenderInput input, LinkInline link)
    {
        var span = link.UrlSpan.IsEmpty ? link.Span : link.UrlSpan;
        return new PageLocation(input.Page.Source.Text, TextSpan.FromBounds(span.Start, span.End + 1));
    }

    private static string Cure(NumberedKind kind) => kind switch
    {
        NumberedKind.Figure => "a figure is named by the id= of its fence or of the block that draws it",
        NumberedKind.Table => "a table is named by its caption, a paragraph beside it like Table: words {#name}",
        _ => "a listing is a block with a title= and an id=",
    };
}
