using Docsite.Diagnostics;
using Docsite.Execution.Instrumentation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Docsite.Execution.Guarding;

/// <summary>Finds where a block's code uses what it may not.</summary>
/// <param name="compilation">The block.</param>
/// <param name="block">Its code as it was compiled.</param>
internal sealed class RefusalPlaces(CSharpCompilation compilation, InstrumentedBlock block)
{
    /// <summary>The finding about a refusal: at the first word that means it, else at the first expression of its type.</summary>
    internal BlockMessage Message(Refusal refusal)
    {
        var tree = compilation.SyntaxTrees.Single();
        var model = compilation.GetSemanticModel(tree);
        var tokens = tree.GetRoot().DescendantTokens().Where(token => block.Map.IsFromPage(token.SpanStart)).ToList();
        var found = tokens.FirstOrDefault(token => token.ValueText == (refusal.Member ?? refusal.Type) && IsMeant(refusal, Symbol(model, token)));
        if (found.IsKind(SyntaxKind.None)) found = tokens.FirstOrDefault(token => token.Parent is { } node && IsOfType(refusal, model.GetTypeInfo(node).Type));
        var span = found.IsKind(SyntaxKind.None) ? block.Statements.FirstOrDefault() : block.Map.ToCode(found.Span);
        return new BlockMessage(DiagnosticIds.NotAllowed, IsError: true, Text(refusal), span);
    }

    private static string Text(Refusal refusal) => refusal.Name switch
    {
        BlockGuard.NativeMethods => $"A block may not call native code; the setting 'Allow: [{refusal.Name}]' lets it.",
        BlockGuard.Finalizers => $"A block may not declare a finalizer, which runs at no certain time; the setting 'Allow: [{refusal.Name}]' lets it.",
        var name => $"A block may not use {name}; the setting 'Allow: [{name}]' lets it.",
    };

    private static ISymbol? Symbol(SemanticModel model, SyntaxToken token) =>
        token.Parent is not { } node ? null : model.GetSymbolInfo(node).Symbol ?? model.GetDeclaredSymbol(node);

    private static bool IsMeant(Refusal refusal, ISymbol? symbol) =>
        symbol is not null && (refusal.Type is null || IsOfType(refusal, symbol as INamedTypeSymbol ?? symbol.ContainingType));

    private static bool IsOfType(Refusal refusal, ITypeSymbol? type) =>
        type is not null && refusal.Type is not null && refusal.Name.StartsWith(type.OriginalDefinition.ToDisplayString(Format), StringComparison.Ordinal);

    private static SymbolDisplayFormat Format { get; } =
        new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);
}
