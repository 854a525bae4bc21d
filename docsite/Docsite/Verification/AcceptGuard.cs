using System.Collections.Immutable;
using Docsite.Diagnostics;

namespace Docsite.Verification;

/// <summary>Finds what had better not be accepted: what is gone, what turned into an exception, what comes out differently each time.</summary>
/// <param name="first">All findings.</param>
/// <param name="second">The findings of the same pages, run again.</param>
internal sealed class AcceptGuard(IEnumerable<Diagnostic> first, IEnumerable<Diagnostic> second)
{
    private static readonly string[] Vanished = [DiagnosticIds.OutputMissing, DiagnosticIds.FigureMissing];

    private static readonly string[] Fallen = [DiagnosticIds.Threw, DiagnosticIds.TimedOut, DiagnosticIds.ProcessEnded, DiagnosticIds.NotRun];

    private readonly ILookup<string?, Diagnostic> _first = first.ToLookup(finding => finding.Subject);
    private readonly ILookup<string?, Diagnostic> _second = second.ToLookup(finding => finding.Subject);

    /// <summary>Why a finding is not accepted unless it is forced; nothing where it may be.</summary>
    public string? ReasonAgainst(Diagnostic finding)
    {
        var own = _first[finding.Subject].ToList();
        if (own.Any(one => Fallen.Contains(one.Id))) return "the block did not run to its end";
        if (Vanished.Contains(finding.Id) || finding.Edits.All(edit => edit.NewText.Trim().Length == 0)) return "what the page states has vanished";
        return IsStable(own, finding.Subject) ? null : "it came out differently when it was run again";
    }

    private bool IsStable(List<Diagnostic> own, string? subject) =>
        own.Select(Outcome).Order(StringComparer.Ordinal).SequenceEqual(_second[subject].Select(Outcome).Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private static string Outcome(Diagnostic finding) =>
        string.Join('\0', (ImmutableArray<string>)[finding.Id, finding.Location.ToString(), finding.Message, finding.Variant ?? "", .. finding.Notes, .. finding.Edits.Select(edit => $"{edit.Location}{edit.NewText}")]);
}
