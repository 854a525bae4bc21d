using Docsite.Diagnostics;
using Docsite.Pages;
using Docsite.Settings;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Parsing;

/// <summary>Reads all fences of a page in page order.</summary>
internal sealed class PageFences(PageText page, SiteSettings settings, FindingList findings, SourceRegions sources)
{
    private readonly OptionReader _reader = new(settings, findings);
    private readonly List<BlockDraft> _blocks = [];
    private readonly Dictionary<CodeBlock, ListingOptions> _listings = [];

    /// <summary>How the fences look that are only shown, once all are read.</summary>
    public IReadOnlyDictionary<CodeBlock, ListingOptions> Listings => _listings;

    /// <summary>The blocks, each with the expectation fences that follow it.</summary>
    public List<BlockDraft> Read(MarkdownDocument document)
    {
        foreach (var syntax in document.Descendants<FencedCodeBlock>().OrderBy(block => block.Span.Start))
        {
            // Formulas between $$ lines are fences to Markdig.
            if (syntax.FencedChar is not ('`' or '~')) continue;
            if (IsInTable(syntax)) RefuseInTable(syntax);
            else ReadFence(Fence.Locate(page, syntax));
        }
        return _blocks;
    }

    private static bool IsInTable(Block block)
    {
        for (var parent = block.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is Table) return true;
        }
        return false;
    }

    // In a drawn table a line of the page belongs to several cells.
    private void RefuseInTable(FencedCodeBlock syntax)
    {
        if (FenceLanguages.KindOf(syntax.Info ?? "") == FenceLanguage.Plain) return;
        findings.Error(DiagnosticIds.UnreadFence, new TextSpan(syntax.Span.Start, syntax.OpeningFencedCharCount), "a fence in a table is not checked", "put it below the table");
    }

    private void ReadFence(Fence fence)
    {
        var first = findings.Count;
        if (!fence.IsClosed) Unclosed(fence);
        var info = InfoString.Read(page, fence.Info, findings);
        var owner = _blocks.LastOrDefault(block => block.IsIn(fence.Syntax.Parent));
        switch (FenceLanguages.KindOf(info.Language))
        {
            case FenceLanguage.CSharp:
                owner = ReadBlock(fence, info);
                break;
            case FenceLanguage.Expectation:
                new ExpectationFences(page, _reader).Attach(fence, info, owner);
                break;
            default:
                if (FenceLanguages.CheckSpelling(page, fence.Info, findings)) break;
                owner = null;
                _listings.Add(fence.Syntax, ListingOptions.Of(fence, info, _reader));
                break;
        }
        if (owner is null || findings.Count == first) return;
        owner.IsMisread = true;
        owner.Findings.Add((first, findings.Count));
    }

    private BlockDraft ReadBlock(Fence fence, InfoString info)
    {
        if (info.LanguageSpan.End < fence.Info.End && !char.IsWhiteSpace(page.Text[info.LanguageSpan.End]))
        {
            findings.Error(DiagnosticIds.BadSyntax, new TextSpan(info.LanguageSpan.End, 1), "a space is missing behind the language");
        }
        var isFilled = SourceRegions.IsFilled(fence) && info.Words.Any(word => word.Name == "source");
        var parser = new BlockOptionsParser(_reader, isFilled ? SourceRegions.LongestFilled : fence.Body.Lines.Length);
        var options = parser.Parse(info.Words);
        var code = options.Source is { } source ? sources.Code(fence, source) : fence.Body;
        var block = new BlockDraft(fence, options, parser.Id) { Code = code };
        if (fence.IsClosed) _blocks.Add(block);
        return block;
    }

    private void Unclosed(Fence fence) =>
        findings.Error(DiagnosticIds.UnclosedFence, fence.OpeningLine, "the fence has no closing line",
            $"end it with a line {new string(fence.Syntax.FencedChar, fence.Syntax.OpeningFencedCharCount)} at the same indentation");
}
