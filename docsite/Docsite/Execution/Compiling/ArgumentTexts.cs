using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Docsite.Execution.Compiling;

/// <summary>Finds calls that get the text of an argument: what is put into a lambda would be part of it.</summary>
internal static class ArgumentTexts
{
    /// <summary>Whether a call with a lambda of several statements asks for the text of an argument.</summary>
    internal static bool AreAsked(CSharpCompilation compilation, CancellationToken cancellation)
    {
        var tree = compilation.SyntaxTrees.Single();
        var calls = tree.GetRoot(cancellation).DescendantNodes().OfType<AnonymousFunctionExpressionSyntax>().Where(lambda => lambda.Block is not null)
            .SelectMany(lambda => lambda.Ancestors())
            .Where(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or ElementAccessExpressionSyntax or ConstructorInitializerSyntax)
            .Distinct().ToList();
        if (calls.Count == 0) return false;
        var model = compilation.GetSemanticModel(tree);
        return calls.Exists(call => model.GetSymbolInfo(call, cancellation).Symbol switch
        {
            IMethodSymbol method => method.Parameters.Any(IsText),
            IPropertySymbol indexer => indexer.Parameters.Any(IsText),
            _ => false,
        });
    }

    private static bool IsText(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(CallerArgumentExpressionAttribute));
}
