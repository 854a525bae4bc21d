using System.Globalization;
using AngleSharp.Dom;
using Docsite.Diagnostics;

namespace Docsite.Auditing;

/// <summary>No two elements of a page have the same id, so that every link leads to one place.</summary>
internal sealed class IdAudit : IAudit
{
    public IEnumerable<Diagnostic> Check(AuditedSite site) => site.Pages.Where(page => page.RepeatedIds.Count > 0 || page.Ids.Overlaps(site.LayoutIds)).SelectMany(page => page.Elements
        .Where(element => element.Id is { } id && (page.RepeatedIds.Contains(id) || site.LayoutIds.Contains(id))).GroupBy(element => element.Id!, StringComparer.Ordinal)
        .SelectMany(group => site.LayoutIds.Contains(group.Key)
            ? group.Select(element => Finding(page, element, "the theme has it around every page"))
            : group.Skip(1).Select(later => Finding(page, later, $"line {LineOf(page, group.First())} has it already"))));

    private static string LineOf(AuditedPage page, IElement element) =>
        (page.Locate(element).Start.Line + 1).ToString(CultureInfo.InvariantCulture);

    private static Diagnostic Finding(AuditedPage page, IElement element, string note) =>
        new(DiagnosticIds.DuplicateElementId, Severity.Error, page.Locate(element), $"the id {element.Id} is given twice") { Notes = [note] };
}
