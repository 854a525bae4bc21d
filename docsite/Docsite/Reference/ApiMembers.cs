using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Docsite.Reference;

/// <summary>Which types and members the reference shows.</summary>
internal static class ApiMembers
{
    private const string CompilerGenerated = "System.Runtime.CompilerServices.CompilerGeneratedAttribute";

    /// <summary>All visible types of a namespace and of those below it, nested types too.</summary>
    public static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamespaceSymbol space)
            {
                foreach (var type in Types(space)) yield return type;
            }
            else if (member is INamedTypeSymbol { IsExtension: false } type && IsVisible(type) && !IsMadeByCompiler(type))
            {
                yield return type;
                foreach (var nested in Types(type)) yield return nested;
            }
        }
    }

    /// <summary>The visible members of a type that somebody wrote.</summary>
    public static IEnumerable<ISymbol> Of(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Delegate) return [];
        var extensions = ExtensionsIn(type);
        var implementations = Implementations(extensions);
        return type.GetMembers().Where(IsMember).Where(member => !implementations.Contains(member)).Concat(extensions);
    }

    /// <summary>Whether a member has a place on its type's page.</summary>
    public static bool IsShown(ISymbol member) =>
        member.ContainingType is { TypeKind: not TypeKind.Delegate } type && IsMember(member) && !Implementations(ExtensionsIn(type)).Contains(member);

    /// <summary>Whether code outside of the assembly can name it.</summary>
    public static bool IsVisible(ISymbol symbol)
    {
        for (var at = symbol; at is not null and not INamespaceSymbol; at = at.ContainingType)
        {
            // The compiler gives extension blocks no accessibility of their own to speak of.
            if (at is INamedTypeSymbol { IsExtension: true }) continue;
            if (at.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)) return false;
        }
        return true;
    }

    /// <summary>Whether a struct is declared as a record; the compiler's symbols of built assemblies tell that for classes only.</summary>
    public static bool IsRecordStruct(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Struct && type.GetMembers("op_Equality").Any(IsMadeByCompiler);

    /// <summary>Whether nobody wrote it.</summary>
    public static bool IsMadeByCompiler(ISymbol symbol) =>
        symbol.IsImplicitlyDeclared || symbol.GetAttributes().Any(IsMark)
        || symbol is IPropertySymbol { Name: "EqualityContract", ContainingType.IsRecord: true, GetMethod: { } getter } && getter.GetAttributes().Any(IsMark);

    private static ImmutableArray<ISymbol> ExtensionsIn(INamedTypeSymbol type) =>
        [.. type.GetTypeMembers().Where(nested => nested.IsExtension).SelectMany(block => block.GetMembers()).Where(IsMember)];

    // The static methods behind the members of extension blocks; they are shown as those members.
    private static HashSet<ISymbol> Implementations(ImmutableArray<ISymbol> extensions) => extensions.OfType<IMethodSymbol>().Select(method => method.AssociatedExtensionImplementation)
        .Concat(extensions.OfType<IPropertySymbol>().SelectMany(property => new[] { property.GetMethod, property.SetMethod })
            .Select(accessor => accessor?.AssociatedExtensionImplementation))
        .OfType<ISymbol>().ToHashSet(SymbolEqualityComparer.Default);

    private static bool IsMember(ISymbol member) => member switch
    {
        INamedTypeSymbol => false,
        IMethodSymbol { MethodKind: not (MethodKind.Ordinary or MethodKind.Constructor or MethodKind.UserDefinedOperator or MethodKind.Conversion) } => false,
        // A structure without one has it anyway.
        IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.IsEmpty: true, ContainingType.TypeKind: TypeKind.Struct } constructor when constructor.IsImplicitlyDeclared => false,
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum, HasConstantValue: false } => false,
        _ => IsVisible(member) && !IsMadeByCompiler(member),
    };

    private static bool IsMark(AttributeData attribute) => attribute.AttributeClass?.ToDisplayString() == CompilerGenerated;
}
