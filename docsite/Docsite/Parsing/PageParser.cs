using Docsite.Diagnostics;
using Docsite.Pages;
using Docsite.Settings;
using Markdig;
using Markdig.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Parsing;

/// <summary>Reads a page: front matter, Markdown, and all that runs.</summary>
public static class PageParser
{
    /// <summary>Reads one page. Whatever the text, it returns; what cannot be read is a finding.</summary>
    /// <param name="page">The page.</param>
    /// <param name="settings">Input folders, variants, verdicts.</param>
    /// <param name="readSource">
    /// Gives the file at a path below the site's root, or nothing; the same object whenever it is asked for the same file, so that
    /// edits of it come together. Without it no <c>source=</c> can be met.
    /// </param>
    public static ParsedPage Parse(PageText page, SiteSettings settings, Func<string, PageText?>? readSource = null)
    {
        var findings = new FindingList(page);
        var frontMatter = FrontMatterParser.Parse(page, findings);
        var document = ParseMarkdown(WithoutFrontMatter(page, frontMatter.BodyStart), frontMatter.BodyStart, findings);
        var fences = new PageFences(page, settings, findings, new SourceRegions(readSource ?? (_ => null), findings));
        var blocks = fences.Read(document);
        // Of Markdown that cannot be read, nothing is.
        if (!findings.Contains(DiagnosticIds.UnreadableMarkdown)) new UnreadFences(page, document, findings).Find(frontMatter.BodyStart);
        new UndefinedReferences(page, document, findings).Find(frontMatter.BodyStart);
        var values = new ProseValues(page, document, findings).Find(frontMatter.BodyStart);
        var pageId = PageIds.Of(page.Path, settings.InputPaths);
        var steps = new StepNames(pageId, page, findings).Name(blocks, values);
        return new ParsedPage(page, frontMatter, document, steps)
        {
            Id = pageId,
            Listings = fences.Listings,
            Claims = new Claims(page, settings, findings).Read(document, [.. steps.OfType<SessionStep.Block>()]),
            Diagnostics = findings.ToImmutable(),
        };
    }

    /// <summary>Reads Markdown.</summary>
    /// <param name="text">The text, with white space for all that is none.</param>
    /// <param name="bodyStart">Where a finding about the whole of it stands.</param>
    /// <param name="findings">Receives it.</param>
    internal static MarkdownDocument ParseMarkdown(string text, int bodyStart, FindingList findings)
    {
        try
        {
            var document = Markdown.Parse(text, MarkdownPipelines.Page);
            if (NestingDepth.TooDeep(document) is not { } deep) return document;
            findings.Error(DiagnosticIds.UnreadableMarkdown, TextSpan.FromBounds(deep.Span.Start, Math.Max(deep.Span.Start, deep.Span.End + 1)), $"more than {NestingDepth.Most} things stand inside one another here", "nest lists, quotes and emphasis less deeply");
            return [];
        }
        catch (ArgumentException exception)
        {
            // Markdig refuses text that is nested without end; it does not say where.
            findings.Error(DiagnosticIds.UnreadableMarkdown, new TextSpan(bodyStart, 0), $"the Markdown cannot be read: {exception.Message}", "nest lists and quotes less deeply");
            return [];
        }
    }

    /// <summary>Front matter becomes white space of the same length, so that every position below it stays.</summary>
    private static string WithoutFrontMatter(PageText page, int bodyStart) =>
        string.Create(page.Text.Length, (page.Text, bodyStart), static (target, source) =>
        {
            source.Text.CopyTo(target);
            for (var i = 0; i < source.bodyStart; i++)
            {
                if (target[i] is not ('\r' or '\n')) target[i] = ' ';
            }
        });
}
