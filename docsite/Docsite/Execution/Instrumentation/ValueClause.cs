using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Docsite.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Execution.Instrumentation;

/// <summary>What a value comment states for the variant that runs.</summary>
/// <param name="Expected">The expression; empty where nothing is stated for it.</param>
/// <param name="Variants">The variants that it is stated for; empty where it is stated for all.</param>
internal readonly partial record struct ValueClause(TextSpan Expected, ImmutableArray<string> Variants)
{
    /// <summary>Whether values are stated for each variant.</summary>
    internal bool IsPerVariant { get; init; }

    /// <summary>Every variant that a value is stated for, each at its place.</summary>
    internal ImmutableArray<(string Name, TextSpan Span)> Named { get; init; } = [];

    /// <summary>Reads <c>1025</c> or <c>A, B2: 4; C3: Errno.EFAULT</c>.</summary>
    /// <param name="content">The comment's text behind the arrow.</param>
    /// <param name="span">Its place in the code.</param>
    /// <param name="variants">All variants and the one that runs.</param>
    /// <param name="problems">Receives what cannot be read.</param>
    internal static ValueClause Read(
        string content, TextSpan span, VariantNames variants, ImmutableArray<BlockMessage>.Builder problems)
    {
        if (!NamesVariants(content, variants)) return new ValueClause(Trimmed(content, 0, content.Length, span), []);
        var running = new ValueClause(new TextSpan(span.Start + content.TrimEnd().Length, 0), []);
        var named = ImmutableArray.CreateBuilder<(string Name, TextSpan Span)>();
        foreach (var (start, end) in Clauses(content))
        {
            var names = Names().Match(content, start, end - start);
            var unknown = names.Success ? Split(names).Where(name => !variants.All.Contains(name)).ToList() : [];
            if (!names.Success || unknown.Count > 0)
            {
                var what = names.Success ? $"There is no variant '{unknown[0]}'" : "Variant names and a colon are missing";
                var text = $"{what}; the variants are {string.Join(", ", variants.All)}.";
                problems.Add(new BlockMessage(unknown.Count > 0 ? DiagnosticIds.UnknownVariant : DiagnosticIds.BadSyntax, IsError: true, text, Trimmed(content, start, end, span)));
            }
            else
            {
                foreach (Capture name in names.Groups["name"].Captures) AddName(name.Value, new TextSpan(span.Start + name.Index, name.Length), named, problems);
                if (variants.Running is not { } current || !Split(names).Contains(current) || !running.Variants.IsEmpty) continue;
                running = new ValueClause(Trimmed(content, start + names.Length, end, span), Split(names));
            }
        }
        return running with { IsPerVariant = true, Named = named.ToImmutable() };
    }

    private static void AddName(
        string name, TextSpan span, ImmutableArray<(string Name, TextSpan Span)>.Builder named, ImmutableArray<BlockMessage>.Builder problems)
    {
        if (named.Any(one => one.Name == name)) problems.Add(new BlockMessage(DiagnosticIds.ContradictingOptions, IsError: true, $"{name} has a value already.", span));
        else named.Add((name, span));
    }

    private static bool NamesVariants(string content, VariantNames variants) =>
        Names().Match(content, 0, content.Length) is { Success: true } names && Split(names).Any(variants.All.Contains);

    private static ImmutableArray<string> Split(Match names) => [.. names.Groups["name"].Captures.Select(capture => capture.Value)];

    // Clauses end at semicolons outside of brackets and strings.
    private static IEnumerable<(int Start, int End)> Clauses(string content)
    {
        var start = 0;
        var depth = 0;
        foreach (var token in SyntaxFactory.ParseTokens(content))
        {
            depth += token.Kind() switch
            {
                SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken or SyntaxKind.OpenBraceToken => 1,
                SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.CloseBraceToken => -1,
                _ => 0,
            };
            if (depth != 0 || !token.IsKind(SyntaxKind.SemicolonToken)) continue;
            yield return (start, token.SpanStart);
            start = token.Span.End;
        }
        if (content[start..].Trim().Length > 0) yield return (start, content.Length);
    }

    // The tokens alone: a comment behind the value is not part of it.
    private static TextSpan Trimmed(string content, int start, int end, TextSpan span)
    {
        var tokens = SyntaxFactory.ParseTokens(content[start..end]).Where(token => !token.IsKind(SyntaxKind.EndOfFileToken)).ToList();
        return tokens.Count == 0
            ? new TextSpan(span.Start + content[..end].TrimEnd().Length, 0)
            : TextSpan.FromBounds(span.Start + start + tokens[0].SpanStart, span.Start + start + tokens[^1].Span.End);
    }

    [GeneratedRegex(@"\G\s*(?<name>[^\s:;,""'()\[\]{}]+)(\s*,\s*(?<name>[^\s:;,""'()\[\]{}]+))*\s*:(?!:)")]
    private static partial Regex Names();
}

/// <summary>The names of the variants.</summary>
/// <param name="All">Every variant of the settings.</param>
/// <param name="Running">The one that runs; nothing where the session has none.</param>
internal sealed record VariantNames(ImmutableArray<string> All, string? Running);
