using System.Text.RegularExpressions;
using Docsite.Diagnostics;
using Docsite.Pages;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Parsing;

/// <summary>Finds <c>[text][name]</c>, <c>[name][]</c> and <c>[^name]</c> where nothing defines the name: Markdown shows the brackets, and no link is there that could be checked.</summary>
internal sealed partial class UndefinedReferences(PageText page, MarkdownDocument document, FindingList findings)
{
    /// <summary>Reports each of them in the text below the front matter.</summary>
    public void Find(int bodyStart)
    {
        var read = Read();
        foreach (var match in Reference().Matches(page.Text, bodyStart).Where(match => !read.Any(one => one.Start <= match.Index && match.Index <= one.End)))
        {
            var name = match.Groups["name"];
            Report(new TextSpan(name.Index, name.Length), match.Groups["foot"].Success);
        }
    }

    /// <summary>What is a link already, is code or is HTML.</summary>
    private List<SourceSpan> Read() =>
    [
        .. document.Descendants<LeafBlock>().Where(block => block is CodeBlock or HtmlBlock or LinkReferenceDefinition).Select(block => block.Span),
        .. document.Descendants<Inline>().Where(inline => inline is CodeInline or HtmlInline or LinkInline or AutolinkInline or FootnoteLink or MathInline).Select(inline => inline.Span),
    ];

    private void Report(TextSpan name, bool isFootnote) => findings.Error(
        DiagnosticIds.BrokenLink, name, $"nothing on the page defines {(isFootnote ? "the footnote " : "")}[{page.Slice(name)}]",
        isFootnote ? $"write it like [{page.Slice(name)}]: The note." : $"add a line [{page.Slice(name)}]: address, or put code in backticks");

    /// <summary>Behind a word, brackets are an index; a footnote stands there.</summary>
    [GeneratedRegex(@"(?<![\w\])\\`])(\[[^\[\]\r\n`]+\]\[(?<name>[^\[\]\r\n^`]+)\]|\[(?<name>[^\[\]\r\n^`]+)\]\[\])|(?<foot>)(?<![\\`])\[(?<name>\^[^\[\]\s`]+)\](?!:)", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
