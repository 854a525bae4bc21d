using System.Collections.Immutable;
using Docsite.Diagnostics;

namespace Docsite.Writing;

/// <summary>What came of writing a site.</summary>
/// <param name="IsWritten">Whether the new site lies at the output path; if not, what lay there is untouched.</param>
/// <param name="Diagnostics">Why it could not be written, and what the reader of the report should know.</param>
public sealed record WriteResult(bool IsWritten, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>A word for the written files; empty where none were, or nobody asks.</summary>
    public string Digest { get; init; } = "";
}
