using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Docsite.Execution.Instrumentation;

/// <summary>Finds where a line with a value comment leaves out its semicolon.</summary>
internal static class MissingSemicolons
{
    /// <returns>The offsets in the code behind which a semicolon belongs, in order, and the tree that has them.</returns>
    internal static (ImmutableArray<int> Offsets, SyntaxTree Tree) Find(
        string code, ImmutableArray<ValueComment> comments, CSharpParseOptions options)
    {
        var offsets = comments.Where(comment => comment.Semicolon == MissingSemicolon.Yes)
            .Select(comment => comment.PreviousEnd).Distinct().ToImmutableArray();
        var tree = Parse(code, offsets, options);
        // Behind "if (a)" it would be the whole of what the condition decides on.
        if (offsets.Any(at => IsEmptyBody(tree, InText(at, offsets))))
        {
            offsets = [.. offsets.Where(at => !IsEmptyBody(tree, InText(at, offsets)))];
            tree = Parse(code, offsets, options);
        }
        var behindBraces = comments
            .Where(comment => comment.Semicolon == MissingSemicolon.AfterBrace && EndsExpression(tree, InText(comment.PreviousEnd, offsets)))
            .Select(comment => comment.PreviousEnd).ToList();
        if (behindBraces.Count > 0)
        {
            offsets = [.. offsets.Concat(behindBraces).Distinct().Order()];
            tree = Parse(code, offsets, options);
        }
        return WithoutBreaking(code, offsets, tree, options);
    }

    /// <summary>The offset in the text with semicolons of an offset in the code.</summary>
    internal static int InText(int codeOffset, ImmutableArray<int> semicolons) => codeOffset + semicolons.Count(at => at < codeOffset);

    /// <summary>The offset in the code of an offset in the text with semicolons.</summary>
    internal static int InCode(int textOffset, ImmutableArray<int> semicolons)
    {
        var offset = textOffset;
        foreach (var at in semicolons)
        {
            if (at < offset) offset--;
            else break;
        }
        return offset;
    }

    // A comment can stand inside an initialiser, where a semicolon would break the code.
    private static (ImmutableArray<int> Offsets, SyntaxTree Tree) WithoutBreaking(
        string code, ImmutableArray<int> offsets, SyntaxTree tree, CSharpParseOptions options)
    {
        var errors = Errors(tree);
        for (var i = 0; errors > 0 && i < offsets.Length;)
        {
            var without = offsets.RemoveAt(i);
            var other = Parse(code, without, options);
            var fewer = Errors(other);
            if (fewer < errors) (offsets, tree, errors) = (without, other, fewer);
            else i++;
        }
        return (offsets, tree);
    }

    private static int Errors(SyntaxTree tree) => tree.GetDiagnostics().Count(one => one.Severity == DiagnosticSeverity.Error);

    private static SyntaxTree Parse(string code, ImmutableArray<int> semicolons, CSharpParseOptions options)
    {
        for (var i = semicolons.Length - 1; i >= 0; i--) code = code.Insert(semicolons[i], ";");
        return CSharpSyntaxTree.ParseText(code, options);
    }

    private static bool IsEmptyBody(SyntaxTree tree, int semicolon) =>
        tree.GetRoot().FindToken(semicolon).Parent is EmptyStatementSyntax { Parent: IfStatementSyntax or ElseClauseSyntax or WhileStatementSyntax or CommonForEachStatementSyntax or ForStatementSyntax or UsingStatementSyntax or LockStatementSyntax or FixedStatementSyntax };

    private static bool EndsExpression(SyntaxTree tree, int braceEnd) => tree.GetRoot().FindToken(braceEnd - 1).Parent switch
    {
        InitializerExpressionSyntax or AnonymousObjectCreationExpressionSyntax or SwitchExpressionSyntax or PropertyPatternClauseSyntax => true,
        BlockSyntax { Parent: AnonymousFunctionExpressionSyntax } => true,
        _ => false,
    };
}
