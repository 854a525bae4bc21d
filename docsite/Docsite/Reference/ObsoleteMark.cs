using Microsoft.CodeAnalysis;

namespace Docsite.Reference;

/// <summary>What <see cref="ObsoleteAttribute"/> says.</summary>
internal static class ObsoleteMark
{
    /// <returns>Its words, empty without any; nothing where the attribute is not given.</returns>
    public static string? Of(ISymbol symbol) => symbol.GetAttributes()
        .Where(attribute => attribute.AttributeClass?.ToDisplayString() == "System.ObsoleteAttribute")
        .Select(attribute => attribute.ConstructorArguments is [{ Value: string words }, ..] ? words : "").FirstOrDefault();
}
