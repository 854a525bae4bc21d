using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Parsing;

namespace Docsite.Verification;

/// <summary>A page whose statements have been compared with what happened.</summary>
/// <param name="Page">The page.</param>
/// <param name="Runs">What happened.</param>
/// <param name="Diagnostics">Every difference; those of reading and planning are not among them.</param>
public sealed record VerifiedPage(ParsedPage Page, ImmutableArray<SessionRun> Runs, ImmutableArray<Diagnostic> Diagnostics);
