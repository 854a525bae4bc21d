using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Docsite.Execution.Instrumentation;

/// <summary>
/// Scripts know no <c>using var</c> at their top, programs do. The keywords are blanked out, so that the variable is one of
/// the session, and the session takes it over.
/// </summary>
internal static class UsingDeclarations
{
    /// <returns>The code, as long as before, and the variables that the session disposes.</returns>
    internal static (string Code, ImmutableArray<OwnedVariable> Owned) Blank(string code, CSharpParseOptions options)
    {
        if (!code.Contains("using", StringComparison.Ordinal)) return (code, []);
        var program = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(code, options.WithKind(SourceCodeKind.Regular)).GetRoot();
        var owned = ImmutableArray.CreateBuilder<OwnedVariable>();
        foreach (var global in program.Members.OfType<GlobalStatementSyntax>())
        {
            if (global.Statement is not LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } local) continue;
            var (start, declaration) = (local.SpanStart, local.Declaration.SpanStart);
            if (code[start..declaration].Contains('\n', StringComparison.Ordinal)) continue;
            code = code[..start] + new string(' ', declaration - start) + code[declaration..];
            var end = local.SemicolonToken.IsMissing ? local.Declaration.Span.End : local.Span.End;
            owned.AddRange(local.Declaration.Variables.Select(one => new OwnedVariable(one.Identifier.Text, start, declaration, end)));
        }
        return (code, owned.ToImmutable());
    }
}

/// <summary>A variable declared with <c>using</c>, all offsets in the code.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Start">Where its statement starts.</param>
/// <param name="Declaration">Where its type stands.</param>
/// <param name="End">Where its statement ends.</param>
internal sealed record OwnedVariable(string Name, int Start, int Declaration, int End);
