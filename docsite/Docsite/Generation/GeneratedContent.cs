using System.Collections.Immutable;
using Docsite.Parsing;
using Docsite.Rendering;
using Markdig.Helpers;
using Markdig.Syntax;

namespace Docsite.Generation;

/// <summary>What stands on a generated page.</summary>
public abstract record GeneratedContent
{
    private GeneratedContent(string text) => Text = text;

    /// <summary>As it is written.</summary>
    public string Text { get; }

    /// <summary>The headings that <see cref="Read"/> does not find.</summary>
    internal virtual ImmutableArray<HeadingModel> Headings => [];

    /// <summary>Reads the text.</summary>
    internal abstract MarkdownDocument Read();

    /// <summary>Markdown as pages write it; nothing in it runs. It may hold HTML.</summary>
    public sealed record OfMarkdown(string Markdown) : GeneratedContent(Markdown)
    {
        internal override MarkdownDocument Read() => Markdig.Markdown.Parse(Text, MarkdownPipelines.Page);
    }

    /// <summary>HTML whose <c>href="xref:name"</c> and <c>href="~/route"</c> are resolved.</summary>
    /// <param name="Html">The elements inside the article.</param>
    /// <param name="Contents">Its headings below the title, for the list of contents.</param>
    public sealed record OfHtml(string Html, ImmutableArray<HeadingModel> Contents) : GeneratedContent(Html)
    {
        internal override ImmutableArray<HeadingModel> Headings => Contents;

        internal override MarkdownDocument Read() =>
        [
            new HtmlBlock(null) { Lines = new StringLineGroup(Text), Span = new SourceSpan(0, Text.Length - 1) },
        ];
    }
}
