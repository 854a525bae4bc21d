using System.Collections.Immutable;
using Docsite.Execution.Instrumentation;
using Docsite.Reference;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Docsite.Execution.Compiling;

/// <summary>Asks the compiler what every name of a block stands for.</summary>
/// <param name="links">Where names lead.</param>
/// <param name="summaries">What comments say.</param>
internal sealed class NameReader(ApiLinks links, Summaries summaries)
{
    private static readonly SymbolDisplayFormat Format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeRef,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeDefaultValue,
        propertyStyle: SymbolDisplayPropertyStyle.NameOnly,
        localOptions: SymbolDisplayLocalOptions.IncludeType | SymbolDisplayLocalOptions.IncludeRef,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral);

    /// <summary>The names of a block; those that were put into it are not among them.</summary>
    internal BlockNames Read(SemanticModel model, InstrumentedBlock block, CancellationToken cancellation)
    {
        var names = ImmutableArray.CreateBuilder<CodeName>();
        var symbols = ImmutableArray.CreateBuilder<CodeSymbol>();
        var known = new Dictionary<(ISymbol Symbol, bool IsVar), int>();
        foreach (var token in model.SyntaxTree.GetRoot(cancellation).DescendantTokens())
        {
            if (!token.IsKind(SyntaxKind.IdentifierToken) || token.Span.IsEmpty || !block.Map.IsFromPage(token.SpanStart)) continue;
            // What a comment states is compiled too, and stays a comment.
            if (block.Map.CommentAt(token.SpanStart).Comment >= 0) continue;
            if (SymbolOf(token, model, cancellation) is not { } symbol) continue;
            var key = (symbol, token.Text == "var");
            if (!known.TryGetValue(key, out var index))
            {
                known.Add(key, index = symbols.Count);
                symbols.Add(Describe(symbol, key.Item2));
            }
            var span = block.Map.ToCode(token.Span);
            names.Add(new CodeName(span.Start, span.Length, index));
        }
        return new BlockNames(names.ToImmutable(), symbols.ToImmutable());
    }

    private static ISymbol? SymbolOf(SyntaxToken token, SemanticModel model, CancellationToken cancellation)
    {
        if (token.Parent is not { } node) return null;
        var symbol = node is SimpleNameSyntax name ? Meant(model.GetSymbolInfo(name, cancellation)) ?? (node is IdentifierNameSyntax alias ? model.GetAliasInfo(alias, cancellation)?.Target : null)
            : node is TupleElementSyntax or CatchDeclarationSyntax or ForEachStatementSyntax or SingleVariableDesignationSyntax or not ExpressionSyntax
                ? model.GetDeclaredSymbol(node, cancellation) : null;
        return symbol switch
        {
            null or IErrorTypeSymbol or IDiscardSymbol or ILabelSymbol => null,
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor when node is SimpleNameSyntax => constructor.ContainingType,
            IMethodSymbol { MethodKind: MethodKind.ReducedExtension, ReducedFrom: { } whole } => whole,
            _ => symbol,
        };
    }

    private static ISymbol? Meant(SymbolInfo info) => info.Symbol ?? info.CandidateSymbols.FirstOrDefault();

    private CodeSymbol Describe(ISymbol symbol, bool isVar)
    {
        var type = TypeOf(symbol);
        var isOfBlock = symbol.ContainingAssembly is ISourceAssemblySymbol && symbol is not INamespaceSymbol;
        var isVariable = symbol is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol || isOfBlock && symbol is IFieldSymbol { ContainingType.IsScriptClass: true };
        var target = isVariable ? Named(type) : symbol;
        var id = isOfBlock || isVariable || symbol is ITypeParameterSymbol ? null : symbol.OriginalDefinition.GetDocumentationCommentId();
        return new CodeSymbol(isVar ? "k" : KindOf(symbol), isVariable && type is not null ? $"{type.ToDisplayString(Format.WithKindOptions(SymbolDisplayKindOptions.None))} {symbol.Name}" : Signature(symbol))
        {
            Id = id,
            Href = target is null || target.ContainingAssembly is ISourceAssemblySymbol && target is not INamespaceSymbol ? null : links.Href(target),
            Block = isOfBlock || isVariable ? symbol.ContainingAssembly.Name : null,
            Summary = id is null || links.IsDocumented(symbol) ? "" : summaries.Of(symbol.OriginalDefinition, id),
            Variable = isOfBlock && symbol is IFieldSymbol { ContainingType.IsScriptClass: true } ? symbol.Name : null,
        };
    }

    // Block's own types and methods stand in a class that nobody wrote.
    private static string Signature(ISymbol symbol) => symbol is IMethodSymbol { ContainingType.IsScriptClass: true } or ILocalSymbol
        ? symbol.ToDisplayString(Format.RemoveMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType))
        : symbol.ToDisplayString(Format).Replace("Submission#0.", "", StringComparison.Ordinal);

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };

    // A page is about a type, not about arrays of it or its nullable form.
    private static ITypeSymbol? Named(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => Named(array.ElementType),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } => Named(inner),
        _ => type,
    };

    private static string KindOf(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol or ITypeParameterSymbol => "t",
        IMethodSymbol => "m",
        _ => "",
    };
}
