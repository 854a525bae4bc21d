using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Pages;

namespace Docsite.Verification;

/// <summary>Takes back edits of which only one could be made.</summary>
internal static class ConflictingEdits
{
    /// <summary>Findings whose edits exclude each other, as when two variants want another text at one place, keep none and say so.</summary>
    public static ImmutableArray<Diagnostic> TakeBack(ImmutableArray<Diagnostic> findings)
    {
        var conflicting = findings.SelectMany(finding => finding.Edits).Distinct().GroupBy(edit => edit.Location.Page).SelectMany(InConflict).ToHashSet();
        return
        [
            .. findings.Select(finding => finding.Edits.Any(conflicting.Contains)
                ? finding with { Edits = [], Notes = finding.Notes.Add("it cannot be accepted: other findings want another text at the same place") }
                : finding),
        ];
    }

    private static IEnumerable<PageEdit> InConflict(IEnumerable<PageEdit> ofOnePage)
    {
        var open = new List<PageEdit>();
        foreach (var edit in ofOnePage.OrderBy(edit => edit.Location.Span.Start).ThenBy(edit => edit.Location.Span.End))
        {
            _ = open.RemoveAll(other => other.Location.Span.End < edit.Location.Span.Start);
            foreach (var other in open.Where(other => PageEditor.Conflict(edit, other)))
            {
                yield return other;
                yield return edit;
            }
            open.Add(edit);
        }
    }
}
