using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Pages;

namespace Docsite.Verification;

/// <summary>Takes back edits of which only one could be made.</summary>
internal static class ConflictingEdits
{
    /// <summary>Findings whose edits exclude each other, as when two variants want another text at one place, keep none and say so.</summary>
    public static ImmutableArray<Diagnostic> TakeBack(ImmutableArray<Diagnostic> findings) =>
    [
        .. findings.Select(finding => findings.Any(other => other.Edits.Any(edit => finding.Edits.Any(own => PageEditor.Conflict(own, edit))))
            ? finding with { Edits = [], Notes = finding.Notes.Add("it cannot be accepted: other findings want another text at the same place") }
            : finding),
    ];
}
