using Docsite.Execution.Compiling;
using Docsite.Execution.Instrumentation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Execution;

/// <summary>Knows better than a stack where a block was: of what stands in a catch or finally clause, a stack tells the place that led to the clause.</summary>
internal static class Handlers
{
    /// <summary>The running statement, where it stands in a clause that the stack's place lies outside of; else the stack's place, which is the more exact one.</summary>
    /// <param name="code">The block's code.</param>
    /// <param name="stack">The place that the stack tells.</param>
    /// <param name="running">The last marked statement that the block's flow began.</param>
    internal static TextSpan Place(string code, TextSpan stack, TextSpan running)
    {
        var root = CSharpSyntaxTree.ParseText(code, BlockCompiler.ParseOptions).GetRoot();
        var clause = root.FindNode(running).AncestorsAndSelf().FirstOrDefault(node => node is CatchClauseSyntax or FinallyClauseSyntax || InnerStatements.IsFunction(node));
        return clause is null || InnerStatements.IsFunction(clause) || clause.Span.Contains(stack) || Function(clause) != Function(root.FindNode(stack)) ? stack : running;
    }

    private static SyntaxNode? Function(SyntaxNode node) => node.AncestorsAndSelf().FirstOrDefault(InnerStatements.IsFunction);
}
