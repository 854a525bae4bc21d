using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Docsite.Reference;

/// <summary>The address of a symbol: a page and a place in the reference, or the framework's public documentation.</summary>
/// <param name="documented">Simple names of the assemblies that the reference is about.</param>
internal sealed class ApiLinks(IEnumerable<string> documented)
{
    private const string FrameworkDocumentation = "https://learn.microsoft.com/dotnet/api/";

    // The keys that the framework's own assemblies are signed with.
    private static readonly ImmutableArray<string> FrameworkKeys =
        ["b03f5f7f11d50a3a", "b77a5c561934e089", "cc7b13ffcd2ddd51", "7cec85d7bea7798e", "adb9793829ddae60", "31bf3856ad364e35"];

    private readonly ImmutableArray<string> _documented = [.. documented];

    /// <summary>Whether a type, or a member of one, is on a page of the reference.</summary>
    public bool IsDocumented(ISymbol symbol) => symbol.ContainingAssembly is { } assembly
        && _documented.Contains(assembly.Name) && ApiMembers.IsVisible(symbol) && (symbol as INamedTypeSymbol ?? symbol.ContainingType) is { } type && !ApiMembers.IsMadeByCompiler(type);

    /// <summary>The address relative to the reference's folder; nothing for what has no page anywhere.</summary>
    public string? Href(ISymbol symbol)
    {
        symbol = symbol.OriginalDefinition;
        if (symbol is INamespaceSymbol space) return NamespaceHref(space);
        if (symbol is IMethodSymbol { AssociatedSymbol: { } property }) symbol = property;
        if (symbol is IMethodSymbol { ReducedFrom: { } whole }) symbol = whole;
        var type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        if (type is null || symbol is ITypeParameterSymbol || type.IsTupleType || type.IsAnonymousType) return null;
        if (symbol.ContainingAssembly is not { } assembly) return null;
        // What nobody wrote, such as a record's Equals, has no place of its own.
        if (IsDocumented(symbol)) return ApiMembers.IsShown(symbol) ? $"{PageOf(Owner(type))}#{ApiAnchors.Of(symbol)}" : PageOf(Owner(type));
        return IsFramework(assembly) && symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
            ? FrameworkHref(symbol, type) : null;
    }

    /// <summary>The file name of a type's page.</summary>
    public static string PageOf(INamedTypeSymbol type) => PathOf(type).ToLowerInvariant() + ".html";

    /// <summary>The file name of a namespace's page.</summary>
    public static string PageOf(string space) => (space.Length == 0 ? "global-namespace" : space.ToLowerInvariant()) + ".html";

    private string? NamespaceHref(INamespaceSymbol space)
    {
        var name = space.ToDisplayString();
        var types = space.GetTypeMembers();
        if (types.Any(type => IsDocumented(type))) return PageOf(name);
        return types.Any(type => type.ContainingAssembly is { } assembly && IsFramework(assembly))
            ? FrameworkDocumentation + name.ToLowerInvariant() : null;
    }

    /// <summary>The type on whose page members are shown: those of an extension block stand with the class around it.</summary>
    public static INamedTypeSymbol Owner(INamedTypeSymbol type) => type.IsExtension ? type.ContainingType : type;

    private static string FrameworkHref(ISymbol symbol, INamedTypeSymbol type)
    {
        var page = FrameworkDocumentation + PathOf(Owner(type)).ToLowerInvariant();
        return symbol switch
        {
            INamedTypeSymbol or IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => page,
            IMethodSymbol { MethodKind: MethodKind.Constructor } => page + ".-ctor",
            IMethodSymbol { MethodKind: MethodKind.BuiltinOperator } => page,
            _ => $"{page}.{symbol.MetadataName.ToLowerInvariant().Replace('.', '-')}",
        };
    }

    private static string PathOf(INamedTypeSymbol type)
    {
        var arity = type.Arity > 0 ? $"-{type.Arity.ToString(CultureInfo.InvariantCulture)}" : "";
        if (type.ContainingType is { } outer) return $"{PathOf(outer)}.{type.Name}{arity}";
        return type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{space.ToDisplayString()}.{type.Name}{arity}" : type.Name + arity;
    }

    private static bool IsFramework(IAssemblySymbol assembly) =>
        FrameworkKeys.Contains(Convert.ToHexStringLower(assembly.Identity.PublicKeyToken.AsSpan()));
}
