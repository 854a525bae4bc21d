using System.Collections.Immutable;
using Docsite.Rendering;
using Microsoft.CodeAnalysis;

namespace Docsite.Reference;

/// <summary>Writes declarations as C# has them, coloured, and linked wherever a name leads somewhere.</summary>
internal sealed class Declarations(ApiLinks links)
{
    private const int Widest = 84;

    private static readonly SymbolDisplayFormat MemberFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeConstantValue,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.StaticMethod,
        parameterOptions: SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.NameOnly,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers | SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral);

    private static readonly SymbolDisplayFormat NameFormat = MemberFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.None).WithParameterOptions(SymbolDisplayParameterOptions.None)
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters);

    private static readonly SymbolDisplayFormat DeclaredFormat = NameFormat.AddGenericsOptions(SymbolDisplayGenericsOptions.IncludeVariance);

    /// <summary>The declaration of a type or member.</summary>
    public ImmutableArray<CodeLine> Of(ISymbol symbol) => Lines(Tokens(symbol));

    /// <summary>The declaration on one line, without its accessibility.</summary>
    public string Signature(ISymbol symbol)
    {
        var text = string.Concat(Tokens(symbol).Select(token => token.Text));
        return text.StartsWith("public ", StringComparison.Ordinal) ? text["public ".Length..] : text;
    }

    /// <summary>A type's or member's name with its type arguments, linked.</summary>
    public ImmutableArray<CodeToken> Name(ISymbol symbol) => Merge(Parts(symbol, NameFormat));

    private List<CodeToken> Tokens(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => OfType(type),
        IPropertySymbol property => [.. Extended(property), .. Parts(property, MemberFormat), new(" { " + Accessors(property) + "}", "")],
        IEventSymbol happening => [.. Parts(happening, MemberFormat.WithKindOptions(SymbolDisplayKindOptions.IncludeMemberKeyword))],
        _ => [.. Extended(symbol), .. Parts(symbol, MemberFormat)],
    };

    private IEnumerable<CodeToken> Extended(ISymbol member) => member.ContainingType is { IsExtension: true, ExtensionParameter: { } receiver }
        ? [new("extension", "k"), new(" (", ""), .. Parts(receiver.Type, MemberFormat), new(receiver.Name.Length > 0 ? $" {receiver.Name}) " : ") ", "")] : [];

    private static string Accessors(IPropertySymbol property)
    {
        var set = property.SetMethod is { } setter && ApiMembers.IsVisible(setter) ? (Access(setter, property), setter.IsInitOnly ? "init" : "set") : default;
        var get = property.GetMethod is { } getter && ApiMembers.IsVisible(getter) ? (Access(getter, property), "get") : default;
        return string.Concat(new[] { get, set }.Where(one => one.Item2 is not null).Select(one => $"{one.Item1}{one.Item2}; "));
    }

    private static string Access(IMethodSymbol accessor, IPropertySymbol property) =>
        accessor.DeclaredAccessibility == property.DeclaredAccessibility ? "" : "protected ";

    private List<CodeToken> OfType(INamedTypeSymbol type)
    {
        var tokens = new List<CodeToken> { new(Words(type), "k"), new(" ", "") };
        if (type is { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } invoke })
        {
            tokens.AddRange([.. Parts(invoke.ReturnType, MemberFormat), new(" ", ""), .. Parts(type, DeclaredFormat)]);
            tokens.AddRange(Parameters(invoke.Parameters));
        }
        else
        {
            tokens.AddRange(Parts(type, DeclaredFormat));
            if (PrimaryConstructor(type) is { } primary) tokens.AddRange(Parameters(primary.Parameters));
            tokens.AddRange(Bases(type));
        }
        // The constraints alone: what the format with constraints adds to the one without.
        tokens.AddRange(Parts(type, MemberFormat).Skip(Parts(type, DeclaredFormat).Count));
        return tokens;
    }

    private IEnumerable<CodeToken> Bases(INamedTypeSymbol type)
    {
        var bases = BasesOf(type).ToList();
        if (type is { TypeKind: TypeKind.Enum, EnumUnderlyingType: { SpecialType: not SpecialType.System_Int32 } underlying }) bases.Add(underlying);
        return bases.SelectMany((one, i) => Parts(one, MemberFormat).Prepend(new CodeToken(i == 0 ? " : " : ", ", "")));
    }

    /// <summary>What a declaration names behind its colon.</summary>
    public static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        if (type.TypeKind is TypeKind.Enum or TypeKind.Delegate) return [];
        IEnumerable<INamedTypeSymbol> above = type is { TypeKind: TypeKind.Class, BaseType: { SpecialType: not SpecialType.System_Object } parent } ? [parent] : [];
        var isRecord = type.IsRecord || ApiMembers.IsRecordStruct(type);
        // The base's interfaces are the base's business.
        return above.Concat(type.Interfaces.Where(one => ApiMembers.IsVisible(one) && !(isRecord && IsEquatableToItself(one, type))));
    }

    private static bool IsEquatableToItself(INamedTypeSymbol one, INamedTypeSymbol type) =>
        one is { Name: "IEquatable", TypeArguments: [var argument] } && SymbolEqualityComparer.Default.Equals(argument, type);

    private IEnumerable<CodeToken> Parameters(ImmutableArray<IParameterSymbol> parameters) =>
    [
        new("(", ""), .. parameters.SelectMany((parameter, i) => i == 0 ? Parts(parameter, MemberFormat) : [new(", ", ""), .. Parts(parameter, MemberFormat)]), new(")", ""),
    ];

    /// <summary>The constructor that a positional record is declared with.</summary>
    public static IMethodSymbol? PrimaryConstructor(INamedTypeSymbol type)
    {
        if (!type.IsRecord && !ApiMembers.IsRecordStruct(type)) return null;
        var taken = type.GetMembers("Deconstruct").OfType<IMethodSymbol>().Where(ApiMembers.IsMadeByCompiler).Select(method => method.Parameters.Select(one => one.Name).ToList()).FirstOrDefault();
        return taken is null ? null : type.InstanceConstructors.FirstOrDefault(one => one.Parameters.Select(parameter => parameter.Name).SequenceEqual(taken));
    }

    private static string Words(INamedTypeSymbol type)
    {
        var access = type.DeclaredAccessibility switch { Accessibility.Protected => "protected ", Accessibility.ProtectedOrInternal => "protected internal ", _ => "public " };
        var isClass = type.TypeKind == TypeKind.Class;
        var modifiers = type switch
        {
            { IsStatic: true } => "static ",
            { IsSealed: true } when isClass => "sealed ",
            { IsAbstract: true } when isClass => "abstract ",
            { IsReadOnly: true } => "readonly ",
            _ => "",
        };
        return access + modifiers + (type.IsRefLikeType ? "ref " : "") + KindOf(type);
    }

    /// <summary>The keyword that a type is declared with.</summary>
    public static string KindOf(INamedTypeSymbol type) => type.TypeKind switch
    {
        TypeKind.Interface => "interface",
        TypeKind.Enum => "enum",
        TypeKind.Delegate => "delegate",
        TypeKind.Struct => ApiMembers.IsRecordStruct(type) ? "record struct" : "struct",
        _ => type.IsRecord ? "record" : "class",
    };

    private List<CodeToken> Parts(ISymbol symbol, SymbolDisplayFormat format) =>
        [.. symbol.ToDisplayParts(format).Select(part => new CodeToken(part.ToString(), KindOf(part)) { Href = HrefOf(part, symbol) })];

    private string? HrefOf(SymbolDisplayPart part, ISymbol declared) =>
        part.Symbol is null or INamespaceSymbol or IParameterSymbol || part.Kind == SymbolDisplayPartKind.Keyword
        || SymbolEqualityComparer.Default.Equals(part.Symbol.OriginalDefinition, declared.OriginalDefinition) && declared is not INamedTypeSymbol
            ? null : links.Href(part.Symbol);

    private static string KindOf(SymbolDisplayPart part) => part.Kind switch
    {
        SymbolDisplayPartKind.Keyword => "k",
        SymbolDisplayPartKind.NumericLiteral => "n",
        SymbolDisplayPartKind.StringLiteral => "s",
        SymbolDisplayPartKind.MethodName or SymbolDisplayPartKind.ExtensionMethodName => "m",
        SymbolDisplayPartKind.ClassName or SymbolDisplayPartKind.StructName or SymbolDisplayPartKind.InterfaceName or SymbolDisplayPartKind.EnumName
            or SymbolDisplayPartKind.DelegateName or SymbolDisplayPartKind.RecordClassName or SymbolDisplayPartKind.RecordStructName
            or SymbolDisplayPartKind.TypeParameterName => "t",
        _ => "",
    };

    // A list of parameters that is too wide takes a line for each of them.
    private static ImmutableArray<CodeLine> Lines(List<CodeToken> tokens)
    {
        var isWide = tokens.Sum(token => token.Text.Length) > Widest;
        var lines = new List<List<CodeToken>> { new() };
        var depth = 0;
        foreach (var token in tokens)
        {
            if (lines.Count > 1 && lines[^1].Count == 1 && token.Text is " ") continue;
            var opens = token.Text is "(" && depth == 0 && isWide;
            depth += token.Text switch { "(" or "<" or "[" => 1, ")" or ">" or "]" => -1, _ => 0 };
            if (isWide && depth == 0 && token.Text is "where") lines.Add([new("    ", "")]);
            lines[^1].Add(depth == 1 && isWide && token.Text is ", " ? token with { Text = "," } : token);
            if (opens || (isWide && depth == 1 && token.Text is ", " or "," && lines.Count > 1)) lines.Add([new("    ", "")]);
        }
        return [.. lines.Select(line => new CodeLine(Merge(line), IsHighlighted: false, IsHidden: false))];
    }

    private static ImmutableArray<CodeToken> Merge(List<CodeToken> tokens)
    {
        var merged = ImmutableArray.CreateBuilder<CodeToken>();
        foreach (var token in tokens)
        {
            if (merged.Count > 0 && merged[^1] is { Href: null, Kind: var kind } last && token.Href is null && (kind == token.Kind || string.IsNullOrWhiteSpace(token.Text)))
            {
                merged[^1] = last with { Text = last.Text + token.Text };
            }
            else merged.Add(token);
        }
        return merged.ToImmutable();
    }
}
