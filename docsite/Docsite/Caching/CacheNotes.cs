using System.Collections.Immutable;
using Docsite.Diagnostics;

namespace Docsite.Caching;

/// <summary>What a run has to say about what it could not keep: where a folder cannot be written, the same of everything, so it is said once.</summary>
public static class CacheNotes
{
    /// <summary>The findings with one note in the place of all that say that something is not kept.</summary>
    public static ImmutableArray<Diagnostic> Joined(ImmutableArray<Diagnostic> findings)
    {
        var notes = findings.Where(IsNote).ToList();
        if (notes.Count < 2) return findings;
        var first = notes[0] with { Notes = [.. notes[0].Notes, notes.Count == 2 ? "nor is 1 other result of this run" : $"nor are {notes.Count - 1} other results of this run"] };
        return [.. findings.Select(finding => finding == notes[0] ? first : finding).Where(finding => finding == first || !IsNote(finding))];
    }

    private static bool IsNote(Diagnostic finding) => finding.Id == DiagnosticIds.CacheNotWritten;
}
