using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Docsite.Pages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Docsite.Rendering;

/// <summary>Colours C# by its syntax alone; names are guessed where only the compiler would know.</summary>
internal static partial class CSharpHighlighter
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>The lines of a block.</summary>
    /// <param name="code">The block.</param>
    /// <param name="isVerified">Whether the comment that starts at an offset on the page states something that holds.</param>
    /// <param name="highlight">One-based lines that the author points at.</param>
    /// <param name="isProgram">Whether it is a whole file: what every file needs at its top is folded away, and names of regions are left out.</param>
    /// <param name="names">What the compiler knows of the block's names; nothing where it was not asked.</param>
    public static ImmutableArray<CodeLine> Lines(
        CodeRegion code, Func<int, bool> isVerified, ImmutableArray<int> highlight, bool isProgram = false, NameLinks? names = null)
    {
        var text = code.Code;
        var root = CSharpSyntaxTree.ParseText(StatedExpressions().Replace(text, "${expression};${comment}"), Options).GetRoot();
        var kinds = Kinds(root, text.Length, offset => isVerified(code.OffsetOnPage(offset)));
        names?.Colour(kinds);
        var hidden = HiddenLines.Of(root, text, isProgram);
        var lines = ImmutableArray.CreateBuilder<CodeLine>();
        var start = 0;
        foreach (var (line, index) in text.Split('\n').Select((line, index) => (line, index)))
        {
            var shown = hidden.Shown(index, line);
            if (shown is not null)
            {
                lines.Add(new CodeLine(Tokens(shown, kinds.AsSpan(start, shown.Length), start, names), highlight.Contains(index + 1), hidden.IsHidden(index)) { Number = index + 1 });
            }
            start += line.Length + 1;
        }
        return Trim(lines);
    }

    /// <summary>The lines of code that stands on no page.</summary>
    public static ImmutableArray<CodeLine> Lines(string code)
    {
        var text = code.ReplaceLineEndings("\n").Trim('\n');
        var kinds = Kinds(CSharpSyntaxTree.ParseText(text, Options).GetRoot(), text.Length, _ => false);
        var start = 0;
        return
        [
            .. text.Split('\n').Select(line =>
            {
                var tokens = Tokens(line, kinds.AsSpan(start, line.Length), start, null);
                start += line.Length + 1;
                return new CodeLine(tokens, IsHighlighted: false, IsHidden: false);
            }),
        ];
    }

    private static string[] Kinds(SyntaxNode root, int length, Func<int, bool> isVerified)
    {
        var kinds = new string[length];
        Array.Fill(kinds, "");
        foreach (var token in root.DescendantTokens(descendIntoTrivia: true))
        {
            kinds.AsSpan(token.SpanStart, token.Span.Length).Fill(KindOf(token));
        }
        foreach (var trivia in root.DescendantTrivia())
        {
            if (trivia.IsDirective) kinds.AsSpan(trivia.SpanStart, trivia.Span.Length).Fill("c");
            else if (IsComment(trivia)) kinds.AsSpan(trivia.SpanStart, trivia.Span.Length).Fill(isVerified(trivia.SpanStart) ? "v" : "c");
        }
        return kinds;
    }

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.DisabledTextTrivia
        or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;

    private static string KindOf(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => "n",
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken or SyntaxKind.InterpolatedStringEndToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken
            or SyntaxKind.InterpolatedRawStringEndToken or SyntaxKind.Utf8StringLiteralToken => "s",
        SyntaxKind.IdentifierToken => NameKinds.Of(token),
        var kind => SyntaxFacts.IsKeywordKind(kind) || SyntaxFacts.IsContextualKeyword(kind) ? "k" : "",
    };

    private static ImmutableArray<CodeToken> Tokens(string line, ReadOnlySpan<string> kinds, int start, NameLinks? names)
    {
        var tokens = ImmutableArray.CreateBuilder<CodeToken>();
        for (var i = 0; i < line.Length;)
        {
            var end = i + 1;
            while (end < line.Length && (kinds[end] == kinds[i] || char.IsWhiteSpace(line[end]) && kinds[i].Length == 0) && names?.IsBorder(start + end) is not true) end++;
            var token = new CodeToken(line[i..end], kinds[i]);
            tokens.Add(names?.Link(token, start + i) ?? token);
            i = end;
        }
        return tokens.ToImmutable();
    }

    // Hiding the first or last lines must not leave a gap where they were.
    private static ImmutableArray<CodeLine> Trim(ImmutableArray<CodeLine>.Builder lines)
    {
        while (lines.Count > 0 && IsBlank(lines[^1])) lines.RemoveAt(lines.Count - 1);
        while (lines.Count > 0 && IsBlank(lines[0])) lines.RemoveAt(0);
        var first = lines.TakeWhile(line => line.IsHidden).Count();
        while (first > 0 && first < lines.Count && IsBlank(lines[first])) lines[first] = lines[first++] with { IsHidden = true };
        var last = lines.Count - 1 - Enumerable.Reverse(lines).TakeWhile(line => line.IsHidden).Count();
        while (last >= 0 && last < lines.Count - 1 && IsBlank(lines[last])) lines[last] = lines[last--] with { IsHidden = true };
        return lines.ToImmutable();
    }

    // An expression whose value is stated may stand without a semicolon, which the parser would miss; one space makes room for it.
    [GeneratedRegex(@"(?<expression>^[^\n]*[^\s;{},(])[ \t](?<comment>[ \t]*//[ \t]*=>)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex StatedExpressions();

    private static bool IsBlank(CodeLine line) => line.Tokens.All(token => string.IsNullOrWhiteSpace(token.Text));
}
