using Markdig;
using Markdig.Extensions.AutoIdentifiers;

namespace Docsite.Parsing;

/// <summary>How pages are read as Markdown.</summary>
public static class MarkdownPipelines
{
    /// <summary>
    /// Markdig's advanced set, as Statiq has it, with exact positions. Headings get the ids that GitHub gives them, so a link
    /// to a heading works in both places.
    /// </summary>
    /// <remarks>The first registration of an extension wins, so the identifiers come before the set that holds them too.</remarks>
    public static MarkdownPipeline Page { get; } = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .UseAdvancedExtensions()
        .Build();
}
