using System.Collections.Immutable;
using Docsite.Pages;

namespace Docsite.Diagnostics;

/// <summary>One finding: where, what was expected, what was found, and what mends it.</summary>
/// <param name="Id">One of <see cref="DiagnosticIds"/>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Location">The stretch of the page that is wrong.</param>
/// <param name="Message">What is wrong, in a few words, without position, id or cure.</param>
public sealed record Diagnostic(string Id, Severity Severity, PageLocation Location, string Message)
{
    /// <summary>The block or figure concerned, e.g. <c>pins#pin-elevates</c>; nothing for a finding about a page.</summary>
    public string? Subject { get; init; }

    /// <summary>The variant it was found in, e.g. <c>era C3</c>.</summary>
    public string? Variant { get; init; }

    /// <summary>The word printed behind the carets, e.g. <c>written</c>.</summary>
    public string? Label { get; init; }

    /// <summary>Lines below the excerpt, e.g. <c>was 1025 (int)</c> or a diff, each printed behind <c>=</c>.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>What <c>verify --accept</c> would write; empty when only a person can mend it.</summary>
    public ImmutableArray<PageEdit> Edits { get; init; } = [];
}
