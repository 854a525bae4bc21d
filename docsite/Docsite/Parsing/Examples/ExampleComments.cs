using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Pages;
using Markdig.Parsers;
using Markdig.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Parsing.Examples;

/// <summary>Finds what an example file states behind its code: comments <c>/* output</c> and <c>/* figure</c>, ended by <c>*/</c> on a line.</summary>
internal sealed class ExampleComments(PageText file, FindingList findings)
{
    private const int MarkLength = 2;
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.None, SourceCodeKind.Script);

    private readonly List<(Fence Fence, InfoString Info)> _fences = [];

    /// <summary>The comments as fences, in the file's order.</summary>
    public IReadOnlyList<(Fence Fence, InfoString Info)> Fences => _fences;

    /// <summary>Where the code ends at the latest.</summary>
    public int CodeEnd { get; private set; } = file.Text.Length;

    /// <summary>Reads them.</summary>
    public ExampleComments Read()
    {
        var root = CSharpSyntaxTree.ParseText(file.Text, Options).GetRoot();
        var last = root.GetLastToken(includeZeroWidth: true);
        foreach (var trivia in root.DescendantTrivia().Where(trivia => trivia.SpanStart < last.FullSpan.Start && IsExpectation(trivia)))
        {
            findings.Error(DiagnosticIds.OrphanExpectation, FirstLine(trivia), "this comment stands inside the code", "what a program prints and shows is stated behind its last line");
        }
        foreach (var trivia in last.LeadingTrivia.Where(trivia => !IsBlank(trivia))) ReadOne(trivia);
        return this;
    }

    private void ReadOne(SyntaxTrivia trivia)
    {
        var isBlock = trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);
        if (isBlock && IsExpectation(trivia))
        {
            if (_fences.Count == 0) CodeEnd = trivia.SpanStart;
            _fences.Add(Fence(trivia));
        }
        else if (isBlock && FenceLanguages.CheckSpelling(file, InfoSpan(trivia), findings))
        {
            CodeEnd = Math.Min(CodeEnd, trivia.SpanStart);
        }
        else if (_fences.Count > 0)
        {
            findings.Error(DiagnosticIds.BadSyntax, FirstLine(trivia), "this stands behind what the example states", "nothing but output and figure comments stands there");
        }
    }

    private (Fence, InfoString) Fence(SyntaxTrivia trivia)
    {
        var closing = trivia.Span.End - MarkLength;
        var opening = FirstLine(trivia);
        var (first, last) = (file.PositionOf(trivia.SpanStart).Line, file.PositionOf(closing).Line);
        var isAlone = last > first && string.IsNullOrWhiteSpace(file.Slice(TextSpan.FromBounds(file.LineStart(last), closing)));
        if (!isAlone) findings.Error(DiagnosticIds.BadSyntax, opening, "the comment does not end with a line */", "write what is stated on lines of its own, and */ on the line behind them");
        var body = Enumerable.Range(first + 1, Math.Max(0, last - first - 1)).Select(file.LineSpan).ToImmutableArray();
        // Neither of its marks can be made longer, so no character counts as one.
        var syntax = new FencedCodeBlock(new FencedCodeBlockParser())
        {
            Span = new SourceSpan(trivia.SpanStart, trivia.Span.End - 1),
            FencedChar = '\0',
            OpeningFencedCharCount = MarkLength,
            ClosingFencedCharCount = MarkLength,
        };
        var bodySpan = isAlone ? TextSpan.FromBounds(file.LineStart(first + 1), file.LineStart(last)) : new TextSpan(closing, 0);
        return (new Fence(syntax, opening, InfoSpan(trivia), new CodeRegion(file, body), bodySpan, trivia.Span.End, ""), Info(trivia));
    }

    private bool IsExpectation(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) && FenceLanguages.KindOf(InfoString.Read(file, InfoSpan(trivia), new FindingList(file)).Language) is FenceLanguage.Expectation;

    private InfoString Info(SyntaxTrivia trivia) => InfoString.Read(file, InfoSpan(trivia), findings);

    private TextSpan InfoSpan(SyntaxTrivia trivia)
    {
        var line = FirstLine(trivia);
        var end = file.Slice(line).EndsWith("*/", StringComparison.Ordinal) ? line.End - MarkLength : line.End;
        return TextSpan.FromBounds(line.Start + MarkLength, Math.Max(line.Start + MarkLength, end));
    }

    private TextSpan FirstLine(SyntaxTrivia trivia) => Parsing.Fence.TrimEnd(
        file, TextSpan.FromBounds(trivia.SpanStart, Math.Min(trivia.Span.End, Math.Max(trivia.SpanStart, file.LineSpan(file.PositionOf(trivia.SpanStart).Line).End))));

    private static bool IsBlank(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia);
}
