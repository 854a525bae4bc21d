using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Rendering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Docsite.Reference;

/// <summary>Reads the public surface of assemblies and the comments beside them.</summary>
internal sealed class ApiReader
{
    // The order of the headings on a type's page.
    private static readonly ImmutableArray<string> Groups =
        ["Values", "Constructors", "Fields", "Properties", "Methods", "Extension members", "Events", "Operators"];

    private readonly CSharpCompilation _compilation;
    private readonly ImmutableArray<IAssemblySymbol> _assemblies;
    private readonly List<ApiProblem> _problems = [];
    private readonly ApiLinks _links;
    private readonly Declarations _declarations;
    private readonly DocComments _comments;
    private readonly AttributeNotes _notes;
    private readonly ReferenceSettings _settings;

    private ApiReader(IEnumerable<string> references, ImmutableArray<string> documented, ReferenceSettings settings)
    {
        // A reference assembly of the same name has no comments beside it.
        var own = documented.Select(Reference).ToImmutableArray();
        var others = references.Where(path => !documented.Any(one => Path.GetFileName(one) == Path.GetFileName(path))).DistinctBy(Path.GetFileName);
        _compilation = CSharpCompilation.Create("reference", references: own.Concat(others.Select(Reference)));
        _assemblies = [.. own.Select(_compilation.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>()];
        _links = new ApiLinks(_assemblies.Select(assembly => assembly.Name));
        _declarations = new Declarations(_links);
        _comments = new DocComments(_compilation, _problems);
        _notes = new AttributeNotes(settings.Attributes);
        _settings = settings;
    }

    /// <summary>Reads assemblies.</summary>
    /// <param name="references">Paths of everything that they refer to.</param>
    /// <param name="documented">Paths of the assemblies themselves.</param>
    /// <param name="settings">How attributes are shown.</param>
    public static ApiModel Read(IEnumerable<string> references, ImmutableArray<string> documented, ReferenceSettings settings) =>
        new ApiReader(references, documented, settings).Read();

    private static PortableExecutableReference Reference(string path) => MetadataReference.CreateFromFile(path, documentation: CommentFile.Beside(path));

    private ApiModel Read()
    {
        var symbols = _assemblies.SelectMany(assembly => ApiMembers.Types(assembly.GlobalNamespace))
            .OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal).ThenBy(type => type.Arity).ToImmutableArray();
        var types = symbols.Select(type => Type(type, symbols)).ToImmutableArray();
        var spaces = symbols.GroupBy(type => type.ContainingNamespace.ToDisplayString()).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ApiNamespace($"N:{group.Key}", group.First().ContainingNamespace.IsGlobalNamespace ? "" : group.Key,
                string.Join(", ", group.Select(type => type.ContainingAssembly.Name).Distinct().Order(StringComparer.Ordinal)))).ToImmutableArray();
        ImmutableArray<IAssemblySymbol> all = [.. _compilation.References.Select(_compilation.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>()];
        return new ApiModel(spaces, types) { Problems = [.. _problems.Distinct()], SettingProblems = [.. new UnknownAttributes(_assemblies, all).In(_settings.Attributes)] };
    }

    private ApiType Type(INamedTypeSymbol type, ImmutableArray<INamedTypeSymbol> all) => new()
    {
        Id = type.GetDocumentationCommentId()!,
        Name = string.Concat(_declarations.Name(type).Select(token => token.Text)),
        Kind = Declarations.KindOf(type),
        Signature = _declarations.Signature(type),
        Declaration = _declarations.Of(type),
        Docs = Docs(type),
        Obsolete = ObsoleteMark.Of(type),
        Notes = _notes.Of(type),
        Namespace = type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() : "",
        Assembly = type.ContainingAssembly.Name,
        Page = ApiLinks.PageOf(type),
        Members = [.. ApiMembers.Of(type).Select(Member).OrderBy(member => Groups.IndexOf(member.Group)).ThenBy(SortKey, StringComparer.Ordinal)],
        Bases = Names(Ancestors(type).Concat<ISymbol>(type.AllInterfaces.Where(one => _links.IsDocumented(one)))),
        Derived = Names(all.Where(one => IsBelow(one, type))),
        Inherited = Names(Ancestors(type).Where(one => _links.IsDocumented(one)).SelectMany(ApiMembers.Of)
            .Where(member => member is { IsStatic: false } and not IMethodSymbol { MethodKind: MethodKind.Constructor } && !type.GetMembers(member.Name).Any(own => own.IsOverride))),
        Extensions = Names(all.Where(one => one.IsStatic).SelectMany(ApiMembers.Of).Where(member => Extends(member, type))),
    };

    private ApiMember Member(ISymbol member) => new()
    {
        Id = member.GetDocumentationCommentId()!,
        Name = NameOf(member),
        Kind = KindOf(member),
        Signature = _declarations.Signature(member),
        Declaration = _declarations.Of(member),
        Docs = Docs(member),
        Obsolete = ObsoleteMark.Of(member),
        Notes = _notes.Of(member),
        Anchor = ApiAnchors.Of(member),
        Group = GroupOf(member),
        CodeId = (member as IMethodSymbol ?? (member as IPropertySymbol)?.GetMethod)?.AssociatedExtensionImplementation?.GetDocumentationCommentId(),
        HasCode = member is IMethodSymbol { IsAbstract: false, IsExtern: false } or IPropertySymbol { IsAbstract: false },
    };

    private ApiDocs Docs(ISymbol symbol)
    {
        var docs = new DocMarkup(symbol, _compilation, _links, _problems).Of(_comments.Of(symbol));
        // The constructor that every class has, unless it has another, is nothing that anybody wrote.
        var isDefault = symbol is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.IsEmpty: true };
        if (docs.Summary.Length == 0 && isDefault) return docs with { Text = "Makes one.", Summary = "Makes one." };
        if (docs.Summary.Length == 0)
        {
            _problems.Add(new ApiProblem(DiagnosticIds.MissingSummary, symbol.GetDocumentationCommentId()!, symbol.ContainingAssembly.Name, $"{symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)} has no summary"));
        }
        return docs;
    }

    private ImmutableArray<CodeToken> Names(IEnumerable<ISymbol> symbols) =>
    [
        .. symbols.Distinct(SymbolEqualityComparer.Default).Select(symbol => new CodeToken(
            symbol is INamedTypeSymbol ? string.Concat(_declarations.Name(symbol!).Select(token => token.Text)) : $"{ApiLinks.Owner(symbol!.ContainingType).Name}.{symbol.Name}",
            symbol is INamedTypeSymbol ? "t" : symbol is IMethodSymbol ? "m" : "") { Href = _links.Href(symbol) }).DistinctBy(token => token.Text),
    ];

    private static IEnumerable<INamedTypeSymbol> Ancestors(INamedTypeSymbol type)
    {
        for (var above = type.BaseType; above is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum or SpecialType.System_MulticastDelegate) }; above = above.BaseType)
        {
            yield return above;
        }
    }

    private static bool IsBelow(INamedTypeSymbol one, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(one.BaseType?.OriginalDefinition, type)
        || one.Interfaces.Any(face => SymbolEqualityComparer.Default.Equals(face.OriginalDefinition, type));

    private static bool Extends(ISymbol member, INamedTypeSymbol type)
    {
        var receiver = member switch
        {
            IMethodSymbol { IsExtensionMethod: true, Parameters: [var first, ..] } => first.Type,
            { ContainingType: { IsExtension: true, ExtensionParameter: { } parameter } } => parameter.Type,
            _ => null,
        };
        return receiver is not null && SymbolEqualityComparer.Default.Equals(receiver.OriginalDefinition, type);
    }

    private static string NameOf(ISymbol member)
    {
        var format = SymbolDisplayFormat.MinimallyQualifiedFormat.WithMemberOptions(
            ApiAnchors.HasOverloads(member) || member is IPropertySymbol { IsIndexer: true } || member is IMethodSymbol { MethodKind: MethodKind.Conversion } ? SymbolDisplayMemberOptions.IncludeParameters : SymbolDisplayMemberOptions.None)
            .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType).WithKindOptions(SymbolDisplayKindOptions.None);
        return member.ToDisplayString(format);
    }

    private static string SortKey(ApiMember member) => member.Group == "Values" ? "" : member.Name;

    private static string KindOf(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => "constructor",
        IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator } => "operator",
        IMethodSymbol { MethodKind: MethodKind.Conversion } => "conversion",
        IMethodSymbol { IsExtensionMethod: true } => "extension method",
        IMethodSymbol => "method",
        IPropertySymbol { IsIndexer: true } => "indexer",
        IPropertySymbol => "property",
        IEventSymbol => "event",
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => "enum value",
        IFieldSymbol { IsConst: true } => "constant",
        _ => "field",
    };

    private static string GroupOf(ISymbol member) => member switch
    {
        { ContainingType.IsExtension: true } or IMethodSymbol { IsExtensionMethod: true } => "Extension members",
        _ => KindOf(member) switch
        {
            "constructor" => "Constructors",
            "operator" or "conversion" => "Operators",
            "method" => "Methods",
            "property" or "indexer" => "Properties",
            "event" => "Events",
            "enum value" => "Values",
            _ => "Fields",
        },
    };
}
