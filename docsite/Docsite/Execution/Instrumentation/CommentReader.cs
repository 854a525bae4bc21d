using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Execution.Instrumentation;

/// <summary>
/// Finds the comments of a block that state something. It walks the compiler's own tokens, so a <c>// =></c> inside a
/// string is a string, and it needs no syntax tree, which missing semicolons would bend.
/// </summary>
internal static partial class CommentReader
{
    /// <param name="code">The block's code.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="variants">All variants and the one that runs.</param>
    internal static BlockComments Read(string code, CSharpParseOptions options, VariantNames variants)
    {
        var found = new Found(code);
        var open = new Stack<SyntaxKind>();
        var previous = default(SyntaxToken);
        foreach (var token in SyntaxFactory.ParseTokens(code, options: options))
        {
            foreach (var trivia in token.LeadingTrivia) Add(trivia, previous, open, found, variants);
            Track(open, token);
            foreach (var trivia in token.TrailingTrivia) Add(trivia, token, open, found, variants);
            previous = token;
        }
        return new BlockComments
        {
            Values = found.Values.ToImmutable(),
            Errors = found.Errors.ToImmutable(),
            Throws = found.Throws.ToImmutable(),
            Problems = found.Problems.ToImmutable(),
        };
    }

    private static void Track(Stack<SyntaxKind> open, SyntaxToken token)
    {
        switch (token.Kind())
        {
            case SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken or SyntaxKind.OpenBraceToken:
                open.Push(token.Kind());
                break;
            case SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.CloseBraceToken:
                _ = open.TryPop(out _);
                break;
        }
    }

    private static void Add(SyntaxTrivia trivia, SyntaxToken previous, Stack<SyntaxKind> open, Found found, VariantNames variants)
    {
        var text = trivia.ToString();
        if (!trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
        {
            found.Problems.AddRange(NearMisses.In(trivia, text));
            return;
        }
        if (ValueStart().Match(text) is { Success: true } start)
        {
            var content = TextSpan.FromBounds(trivia.SpanStart + start.Length, trivia.Span.End);
            var clause = ValueClause.Read(text[start.Length..], content, variants, found.Problems);
            var semicolon = open.TryPeek(out var inner) && inner is not SyntaxKind.OpenBraceToken ? MissingSemicolon.No : After(previous);
            found.Values.Add(new ValueComment(trivia.Span, clause.Expected, clause.Variants, previous.Span.End, semicolon)
            {
                IsPerVariant = clause.IsPerVariant,
                Named = clause.Named,
            });
            if (HasSecondValue(text[start.Length..])) found.Problems.Add(NearMisses.Of(trivia.Span, "one comment states one value"));
        }
        else if (ErrorComment().Match(text) is { Success: true } error)
        {
            var carets = found.Carets(trivia, error.Groups["carets"]);
            foreach (var code in error.Groups["code"].Captures.Select(capture => capture.Value))
            {
                found.Errors.Add((code, error.Groups["kind"].Value == "error", trivia.Span, carets));
            }
            if (AnyCode().IsMatch(text, error.Length)) found.Problems.Add(NearMisses.Of(trivia.Span, "several codes stand behind commas: // error CS0029, CS0103"));
        }
        else if (ThrowsComment().Match(text) is { Success: true } thrown)
        {
            var message = thrown.Groups["message"];
            found.Throws.Add((thrown.Groups["type"].Value, message.Success ? message.Value : null, trivia.Span));
            if (found.Throws.Count == 2) found.Problems.Add(NearMisses.Of(trivia.Span, "a block ends with one exception; a second one needs a block of its own"));
        }
        else
        {
            found.Problems.AddRange(NearMisses.In(trivia, text));
        }
    }

    private static bool HasSecondValue(string content) => SyntaxFactory.ParseTokens(content)
        .SelectMany(token => token.LeadingTrivia.Concat(token.TrailingTrivia))
        .Any(trivia => ValueStart().IsMatch(trivia.ToString()));

    private static MissingSemicolon After(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.CloseBraceToken => MissingSemicolon.AfterBrace,
        SyntaxKind.IdentifierToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken
            or SyntaxKind.NumericLiteralToken or SyntaxKind.CharacterLiteralToken
            or SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken
            or SyntaxKind.InterpolatedStringToken or SyntaxKind.InterpolatedStringEndToken
            or SyntaxKind.PlusPlusToken or SyntaxKind.MinusMinusToken or SyntaxKind.ExclamationToken
            or SyntaxKind.ThisKeyword or SyntaxKind.NullKeyword or SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword
            or SyntaxKind.DefaultKeyword => MissingSemicolon.Yes,
        _ => MissingSemicolon.No,
    };

    [GeneratedRegex(@"\A//\s*=>")]
    private static partial Regex ValueStart();

    [GeneratedRegex(@"\A//\s*(?<carets>\^*)\s*(?<kind>error|warning)\s+(?<code>[A-Z]{2,}[0-9]{3,})(\s*,\s*(?<code>[A-Z]{2,}[0-9]{3,}))*(?![\w])")]
    private static partial Regex ErrorComment();

    [GeneratedRegex(@"\A//\s*throws\s+(?<type>[A-Z][\w.]*(<.*>)?)(\s*:\s*(?<message>.*?))?\s*\z")]
    private static partial Regex ThrowsComment();

    [GeneratedRegex(@"\b[A-Z]{2,}[0-9]{3,}\b")]
    private static partial Regex AnyCode();

    private sealed class Found(string code)
    {
        internal ImmutableArray<ValueComment>.Builder Values { get; } = ImmutableArray.CreateBuilder<ValueComment>();

        internal ImmutableArray<(string, bool, TextSpan, TextSpan?)>.Builder Errors { get; } = ImmutableArray.CreateBuilder<(string, bool, TextSpan, TextSpan?)>();

        internal ImmutableArray<(string, string?, TextSpan)>.Builder Throws { get; } = ImmutableArray.CreateBuilder<(string, string?, TextSpan)>();

        internal ImmutableArray<BlockMessage>.Builder Problems { get; } = ImmutableArray.CreateBuilder<BlockMessage>();

        /// <summary>What carets stand below: the same columns of the line above, where the comment has its line for itself.</summary>
        internal TextSpan? Carets(SyntaxTrivia comment, Group carets)
        {
            var line = code.LastIndexOf('\n', Math.Max(0, comment.SpanStart - 1)) + 1;
            if (carets.Length == 0 || line == 0 || code.AsSpan(line, comment.SpanStart - line).ContainsAnyExcept(' ', '\t')) return null;
            var above = line < 2 ? 0 : code.LastIndexOf('\n', line - 2) + 1;
            var start = Math.Min(above + comment.SpanStart - line + carets.Index, line - 1);
            return TextSpan.FromBounds(start, Math.Min(start + carets.Length, line - 1));
        }
    }
}
