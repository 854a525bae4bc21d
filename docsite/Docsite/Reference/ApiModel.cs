using System.Collections.Frozen;
using System.Collections.Immutable;
using Docsite.Rendering;

namespace Docsite.Reference;

/// <summary>The public surface of the documented assemblies: plain data, so that it can be kept between builds.</summary>
/// <param name="Namespaces">In ordinal order of names.</param>
/// <param name="Types">In ordinal order of names, nested ones too.</param>
public sealed record ApiModel(ImmutableArray<ApiNamespace> Namespaces, ImmutableArray<ApiType> Types)
{
    private readonly Lazy<FrozenDictionary<string, string>> _summaries = new(() => Types
        .SelectMany(type => type.Members.Select(member => (ApiItem)member).Prepend(type)).GroupBy(item => item.Id)
        .ToFrozenDictionary(group => group.Key, group => group.First().Docs.Text, StringComparer.Ordinal));

    /// <summary>The summary of a type or member; nothing for what is not documented.</summary>
    public string? SummaryOf(string id) => _summaries.Value.GetValueOrDefault(id);

    /// <summary>What keeps the reference from being complete: a member without summary, a <c>cref</c> that names nothing.</summary>
    public ImmutableArray<ApiProblem> Problems { get; init; } = [];

    /// <summary>What in the settings stands for nothing.</summary>
    public ImmutableArray<SettingProblem> SettingProblems { get; init; } = [];

    /// <summary>Nothing.</summary>
    public static ApiModel Empty { get; } = new([], []);
}

/// <summary>A namespace with documented types.</summary>
/// <param name="Id">Documentation id, e.g. <c>N:TeaHouse</c>.</param>
/// <param name="Name">As C# writes it.</param>
/// <param name="Assembly">The assemblies that hold its types.</param>
public sealed record ApiNamespace(string Id, string Name, string Assembly);

/// <summary>What types and members have in common.</summary>
public abstract record ApiItem
{
    /// <summary>Documentation id, e.g. <c>M:TeaHouse.Kettle.Pour</c>.</summary>
    public required string Id { get; init; }

    /// <summary>As a heading shows it: with type parameters, and with parameter types where overloads need them.</summary>
    public required string Name { get; init; }

    /// <summary>The word for what it is: <c>record</c>, <c>method</c>, <c>operator</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The declaration on one line, for a hover text.</summary>
    public required string Signature { get; init; }

    /// <summary>The declaration, coloured and linked, line by line.</summary>
    public ImmutableArray<CodeLine> Declaration { get; init; } = [];

    /// <summary>What its comment says.</summary>
    public ApiDocs Docs { get; init; } = ApiDocs.None;

    /// <summary>Why it should not be used; empty where only the mark is given, nothing where it may be used.</summary>
    public string? Obsolete { get; init; }

    /// <summary>What its attributes say in the settings' terms.</summary>
    public ImmutableArray<ApiNote> Notes { get; init; } = [];
}

/// <summary>A type, with a page of its own.</summary>
public sealed record ApiType : ApiItem
{
    /// <summary>Name of its namespace; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>Simple name of its assembly.</summary>
    public required string Assembly { get; init; }

    /// <summary>The file name of its page, e.g. <c>teahouse.kettle.html</c>.</summary>
    public required string Page { get; init; }

    /// <summary>Its own members in the order in which they are shown.</summary>
    public ImmutableArray<ApiMember> Members { get; init; } = [];

    /// <summary>The types above it, nearest first, then its interfaces; each coloured and linked.</summary>
    public ImmutableArray<CodeToken> Bases { get; init; } = [];

    /// <summary>Documented types that derive from it or implement it.</summary>
    public ImmutableArray<CodeToken> Derived { get; init; } = [];

    /// <summary>Members of documented base types.</summary>
    public ImmutableArray<CodeToken> Inherited { get; init; } = [];

    /// <summary>Documented extension members of other types that it can be used with.</summary>
    public ImmutableArray<CodeToken> Extensions { get; init; } = [];
}

/// <summary>A member, a section of its type's page.</summary>
public sealed record ApiMember : ApiItem
{
    /// <summary>Its place on the page.</summary>
    public required string Anchor { get; init; }

    /// <summary>The heading it stands below.</summary>
    public required string Group { get; init; }

    /// <summary>Documentation id of the method that holds its code, where that is another: an extension member's is a plain static one.</summary>
    public string? CodeId { get; init; }

    /// <summary>Whether it has code of its own, so that a run can reach it.</summary>
    public bool HasCode { get; init; }
}

/// <summary>A documentation comment as HTML; links lead to pages of the same folder or to other sites.</summary>
public sealed record ApiDocs
{
    /// <summary>Nothing is said.</summary>
    public static ApiDocs None { get; } = new();

    /// <summary>The summary as plain text.</summary>
    public string Text { get; init; } = "";

    /// <summary>The summary, inline.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Remarks.</summary>
    public string Remarks { get; init; } = "";

    /// <summary>Examples.</summary>
    public string Examples { get; init; } = "";

    /// <summary>What a method or property returns, inline.</summary>
    public string Returns { get; init; } = "";

    /// <summary>Parameters and type parameters.</summary>
    public ImmutableArray<ApiTerm> Parameters { get; init; } = [];

    /// <summary>Exceptions.</summary>
    public ImmutableArray<ApiTerm> Exceptions { get; init; } = [];

    /// <summary>Where to read on.</summary>
    public ImmutableArray<string> SeeAlso { get; init; } = [];
}

/// <summary>A term and what is said about it, both HTML.</summary>
public sealed record ApiTerm(string Term, string Meaning);

/// <summary>What an attribute says: <c>Kernel source: mm/gup.c pin_user_pages (v5.17)</c>.</summary>
/// <param name="Label">What kind of note it is.</param>
/// <param name="Text">The words.</param>
/// <param name="Href">Where they lead; nothing for words alone.</param>
/// <param name="Name">The name that an index lists; nothing where there is no index.</param>
/// <param name="Detail">What stands beside the name in an index, e.g. the release.</param>
public sealed record ApiNote(string Label, string Text, string? Href, string? Name, string Detail)
{
    /// <summary>The first version, or variant, that has what it is about; nothing where every one has.</summary>
    public string? Since { get; init; }

    /// <summary>The last one; nothing where none is known.</summary>
    public string? Until { get; init; }
}

/// <summary>Something the reference lacks.</summary>
/// <param name="Code">One of <see cref="Diagnostics.DiagnosticIds"/>.</param>
/// <param name="Item">Documentation id of the type or member.</param>
/// <param name="Assembly">Simple name of the assembly it is in.</param>
/// <param name="Message">What is wrong.</param>
public sealed record ApiProblem(string Code, string Item, string Assembly, string Message);

/// <summary>Something that a setting names and no assembly has.</summary>
/// <param name="Path">The setting's key, then those of the entries inside.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Note">What there is.</param>
public sealed record SettingProblem(ImmutableArray<string> Path, string Message, string Note);
