using System.Collections.Immutable;
using Docsite.Pages;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Diagnostics;

/// <summary>Collects the findings of one page while it is read.</summary>
internal sealed class FindingList(PageText page)
{
    private readonly List<Diagnostic> _findings = [];

    public int Count => _findings.Count;

    public bool Contains(string id) => _findings.Exists(finding => finding.Id == id);

    public void Error(string id, TextSpan span, string message, params ReadOnlySpan<string> notes) =>
        _findings.Add(new Diagnostic(id, Severity.Error, new PageLocation(page, span), message) { Notes = [.. notes] });

    public void Add(Diagnostic finding) => _findings.Add(finding);

    /// <summary>Names the block that the findings from an index on are about.</summary>
    public void NameSubject(int first, int end, string subject)
    {
        for (var i = first; i < end; i++) _findings[i] = _findings[i] with { Subject = subject };
    }

    public ImmutableArray<Diagnostic> ToImmutable() => [.. _findings];
}
