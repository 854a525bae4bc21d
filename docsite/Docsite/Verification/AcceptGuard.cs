using System.Collections.Immutable;
using Docsite.Diagnostics;

namespace Docsite.Verification;

/// <summary>Finds what had better not be accepted: what is gone, what turned into an exception, what comes out differently each time.</summary>
/// <param name="findings">All findings.</param>
/// <param name="varying">What came out differently when it ran again.</param>
internal sealed class AcceptGuard(IEnumerable<Diagnostic> findings, IEnumerable<Diagnostic> varying)
{
    private static readonly string[] Vanished = [DiagnosticIds.OutputMissing, DiagnosticIds.FigureMissing];

    private static readonly string[] Fallen = [DiagnosticIds.Threw, DiagnosticIds.TimedOut, DiagnosticIds.ProcessEnded, DiagnosticIds.NotRun];

    private readonly ILookup<string?, Diagnostic> _findings = findings.ToLookup(finding => finding.Subject);
    private readonly HashSet<string?> _varying = [.. varying.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Subject)];

    /// <summary>Why a finding is not accepted unless it is forced; nothing where it may be.</summary>
    public string? ReasonAgainst(Diagnostic finding)
    {
        var own = _findings[finding.Subject].ToList();
        if (own.Any(one => Fallen.Contains(one.Id))) return "the block did not run to its end";
        if (Vanished.Contains(finding.Id) || finding.Edits.All(edit => edit.NewText.Trim().Length == 0)) return "what the page states has vanished";
        return !_varying.Contains(finding.Subject) ? null : "it came out differently when it was run again";
    }
}
