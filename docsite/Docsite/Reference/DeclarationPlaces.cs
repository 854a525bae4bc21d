using System.Collections.Immutable;
using Docsite.Execution;
using Docsite.Pages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Reference;

/// <summary>Finds declarations in the sources of projects; read only when something is to be reported.</summary>
/// <param name="root">The site's folder.</param>
/// <param name="projects">The projects.</param>
internal sealed class DeclarationPlaces(string root, ImmutableArray<BuiltProject> projects)
{
    private readonly Dictionary<string, List<(PageText File, SyntaxNode Root)>> _sources = new(StringComparer.Ordinal);

    /// <summary>The name in the declaration of a documentation id, or of its type; the project file's start where neither is found.</summary>
    public PageLocation Find(string id, string assembly)
    {
        var project = projects.FirstOrDefault(one => Path.GetFileNameWithoutExtension(one.Assembly) == assembly);
        if (project is null) return new PageLocation(new PageText("docsite.yml", ""), default);
        var names = NamesOf(id);
        var sources = Sources(project);
        // What has no name of its own in the syntax, such as an operator, is looked up by its type.
        return Find(names, id, sources) ?? Find(names[..^1], id, sources) ?? StartOf(project);
    }

    // Sources in another language than C# are not read.
    private PageLocation StartOf(BuiltProject project)
    {
        var path = Path.Combine(root, project.Project);
        return new PageLocation(File.Exists(path) ? PageDecoder.Decode(project.Project, File.ReadAllBytes(path)).Page : new PageText(project.Project, ""), default);
    }

    private static PageLocation? Find(ImmutableArray<string> names, string id, List<(PageText File, SyntaxNode Root)> sources) => names.IsEmpty ? null : sources
        .SelectMany(source => source.Root.DescendantNodes().Where(node => IsDeclaration(node, names)).Select(node => (source.File, Node: node)))
        .OrderByDescending(candidate => HasParameters(candidate.Node, id)).Select(found => (PageLocation?)new PageLocation(found.File, NameSpan(found.Node))).FirstOrDefault();

    private List<(PageText File, SyntaxNode Root)> Sources(BuiltProject project)
    {
        if (_sources.TryGetValue(project.Project, out var known)) return known;
        var folder = Path.GetDirectoryName(Path.GetFullPath(Path.Combine(root, project.Project)))!;
        var files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(path => !Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));
        return _sources[project.Project] =
        [
            .. files.Select(path => new PageText(Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText(path)))
                .Select(file => (file, CSharpSyntaxTree.ParseText(file.Text).GetRoot())),
        ];
    }

    // "M:Space.Outer`1.Inner.Method``1(System.Int32)" is Space, Outer, Inner, Method.
    private static ImmutableArray<string> NamesOf(string id)
    {
        var name = id[2..].Split('(')[0].Split('~')[0];
        return [.. name.Split('.', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('`')[0])];
    }

    private static bool IsDeclaration(SyntaxNode node, ImmutableArray<string> names)
    {
        if (node is not (MemberDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax })) return false;
        var at = names.Length - 1;
        var name = NameOf(node);
        if (name is null || !(name == names[at] || names[at] is "#ctor" && node is ConstructorDeclarationSyntax)) return false;
        // From the inside out, as far as the syntax has containers.
        foreach (var container in node.Ancestors().OfType<BaseTypeDeclarationSyntax>())
        {
            if (--at < 0 || container.Identifier.Text != names[at]) return false;
        }
        return true;
    }

    private static string? NameOf(SyntaxNode node) => node switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        IndexerDeclarationSyntax => "Item",
        ConstructorDeclarationSyntax => "#ctor",
        VariableDeclaratorSyntax field => field.Identifier.Text,
        EnumMemberDeclarationSyntax value => value.Identifier.Text,
        EventDeclarationSyntax happening => happening.Identifier.Text,
        _ => null,
    };

    private static bool HasParameters(SyntaxNode node, string id)
    {
        var list = id.IndexOf('(', StringComparison.Ordinal);
        var count = list < 0 ? 0 : id[list..].Split(',').Length;
        return node is not BaseMethodDeclarationSyntax method || method.ParameterList.Parameters.Count == count;
    }

    private static TextSpan NameSpan(SyntaxNode node) => node switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Span,
        MethodDeclarationSyntax method => method.Identifier.Span,
        PropertyDeclarationSyntax property => property.Identifier.Span,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Span,
        VariableDeclaratorSyntax field => field.Identifier.Span,
        EnumMemberDeclarationSyntax value => value.Identifier.Span,
        DelegateDeclarationSyntax type => type.Identifier.Span,
        _ => TextSpan.FromBounds(node.SpanStart, Math.Min(node.Span.End, node.SpanStart + 1)),
    };
}
