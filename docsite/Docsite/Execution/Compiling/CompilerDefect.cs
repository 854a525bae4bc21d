using Docsite.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Docsite.Execution.Compiling;

/// <summary>The compiler broke down over a block: told at the first statement without which it does not, so that the other blocks go on.</summary>
internal static class CompilerDefect
{
    /// <param name="compilation">What it compiled.</param>
    /// <param name="tree">The block in it.</param>
    /// <param name="defect">What it threw.</param>
    /// <param name="cancellation">Ends the search.</param>
    internal static Microsoft.CodeAnalysis.Diagnostic Find(CSharpCompilation compilation, SyntaxTree tree, Exception defect, CancellationToken cancellation)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot(cancellation);
        var until = Enumerable.Range(1, root.Members.Count).First(count => count == root.Members.Count
            || Breaks(compilation.ReplaceSyntaxTree(tree, tree.WithRootAndOptions(root.WithMembers([.. root.Members.Take(count)]), tree.Options)), cancellation));
        return Microsoft.CodeAnalysis.Diagnostic.Create(
            DiagnosticIds.CompilerDefect, "Compiler", $"the compiler itself broke down over this statement ({defect.GetType().Name})",
            DiagnosticSeverity.Error, DiagnosticSeverity.Error, isEnabledByDefault: true, warningLevel: 0, location: root.Members[until - 1].GetLocation());
    }

    private static bool Breaks(CSharpCompilation compilation, CancellationToken cancellation)
    {
        try
        {
            _ = compilation.Emit(Stream.Null, cancellationToken: cancellation);
            return false;
        }
        // Whatever it throws is the defect that is looked for.
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            return true;
        }
    }
}
