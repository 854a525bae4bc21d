using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Docsite.Reference;

/// <summary>The place of a member on its type's page: its name; with overloads, the names of its parameters' types behind it.</summary>
internal static class ApiAnchors
{
    public static string Of(ISymbol member)
    {
        var name = NameOf(member);
        if (!HasOverloads(member)) return name;
        var parameters = ParametersOf(member).Select(parameter => parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        return string.Concat(string.Join('-', parameters.Prepend(name)).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-')).TrimEnd('-');
    }

    /// <summary>Whether another visible member of the type has the same name.</summary>
    public static bool HasOverloads(ISymbol member) => member is IMethodSymbol or IPropertySymbol { IsIndexer: true }
        && member.ContainingType.GetMembers(member.Name).Count(one => ApiMembers.IsVisible(one) && !ApiMembers.IsMadeByCompiler(one)) > 1;

    private static ImmutableArray<IParameterSymbol> ParametersOf(ISymbol member) => member switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => [],
    };

    private static string NameOf(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => "ctor",
        IPropertySymbol { IsIndexer: true } => "this",
        IMethodSymbol { Arity: > 0 } method => $"{method.Name}-{method.Arity}",
        _ => member.Name,
    };
}
