using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Pages;
using Markdig.Syntax;

namespace Docsite.Parsing;

/// <summary>A page that has been read: what it says, what runs, and what could not be read.</summary>
/// <param name="Page">Its exact text.</param>
/// <param name="FrontMatter">What it says about itself.</param>
/// <param name="Document">Its Markdown; front matter is white space there, so every position is the page's.</param>
/// <param name="Steps">Blocks (ignored ones too) and prose values, in page order.</param>
public sealed record ParsedPage(PageText Page, FrontMatter FrontMatter, MarkdownDocument Document, ImmutableArray<SessionStep> Steps)
{
    /// <summary>The page's part of ids: its path below its input folder without extension.</summary>
    public required string Id { get; init; }

    /// <summary>The sentences that the page tests, in page order.</summary>
    public ImmutableArray<Claim> Claims { get; init; } = [];

    /// <summary>How the fences look that are only shown.</summary>
    internal IReadOnlyDictionary<CodeBlock, ListingOptions> Listings { get; init; } = ImmutableDictionary<CodeBlock, ListingOptions>.Empty;

    /// <summary>What could not be read.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}
