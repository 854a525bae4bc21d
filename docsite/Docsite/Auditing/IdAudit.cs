using System.Globalization;
using Docsite.Diagnostics;

namespace Docsite.Auditing;

/// <summary>No two elements of a page have the same id, so that every link leads to one place.</summary>
internal sealed class IdAudit : IAudit
{
    public IEnumerable<Diagnostic> Check(AuditedSite site) => site.Pages.SelectMany(page => page.Elements
        .Where(element => !string.IsNullOrEmpty(element.Id)).GroupBy(element => element.Id!, StringComparer.Ordinal)
        .SelectMany(group => group.Skip(1).Select(later =>
        {
            var first = page.Locate(group.First()).Start.Line + 1;
            return new Diagnostic(DiagnosticIds.DuplicateElementId, Severity.Error, page.Locate(later), $"the id {group.Key} is given twice")
            {
                Notes = [string.Create(CultureInfo.InvariantCulture, $"line {first} has it already")],
            };
        })));
}
