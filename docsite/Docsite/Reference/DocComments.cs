using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using Docsite.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Docsite.Reference;

/// <summary>Reads documentation comments, with what they inherit put in its place.</summary>
/// <param name="compilation">Finds what a <c>cref</c> names.</param>
/// <param name="problems">Receives what is wrong with them.</param>
internal sealed class DocComments(Compilation compilation, List<ApiProblem> problems)
{
    // A comment that inherits from itself by way of others must end somewhere.
    private const int Deepest = 8;

    /// <summary>The comment of a symbol; an empty element where it has none.</summary>
    public XElement Of(ISymbol symbol) => Of(symbol, symbol, 0);

    private XElement Of(ISymbol symbol, ISymbol asked, int depth)
    {
        var comment = Parse(symbol, asked);
        foreach (var inherit in comment.Descendants("inheritdoc").ToList()) Replace(inherit, symbol, asked, depth);
        return comment;
    }

    private XElement Parse(ISymbol symbol, ISymbol asked)
    {
        var xml = symbol.GetDocumentationCommentXml();
        if (string.IsNullOrWhiteSpace(xml)) return new XElement("member");
        try
        {
            return XElement.Parse(xml, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException e)
        {
            Report(asked, DiagnosticIds.UnreadableComment, $"its comment is no XML: {e.Message}");
            return new XElement("member");
        }
    }

    private void Replace(XElement inherit, ISymbol symbol, ISymbol asked, int depth)
    {
        var cref = (string?)inherit.Attribute("cref");
        var from = cref is null ? Origin(symbol) : DocumentationCommentId.GetFirstSymbolForDeclarationId(cref, compilation);
        if (from is null || depth == Deepest)
        {
            Report(asked, DiagnosticIds.BrokenReference, cref is null ? "its comment has nothing to inherit from" : $"its comment inherits from {cref}, which does not exist");
            inherit.Remove();
            return;
        }
        var source = Of(from, asked, depth + 1);
        var path = (string?)inherit.Attribute("path");
        if (path is not null) inherit.ReplaceWith(Select(source, path, asked));
        else if (inherit.Parent is { Parent: null } member) Merge(member, inherit, source);
        else inherit.ReplaceWith(source.Elements(inherit.Parent!.Name).Nodes());
    }

    private List<XNode> Select(XElement source, string path, ISymbol asked)
    {
        try
        {
            // The path speaks of the comment as its own document.
            var found = new XDocument(new XElement(source)).XPathEvaluate("/member" + (path.StartsWith('/') ? path : "/" + path)) as IEnumerable<object>;
            return found?.OfType<XNode>().ToList() ?? [];
        }
        catch (XPathException e)
        {
            Report(asked, DiagnosticIds.UnreadableComment, $"the path '{path}' of its inheritdoc cannot be read: {e.Message}");
            return [];
        }
    }

    // What the comment says itself wins over what it inherits.
    private static void Merge(XElement member, XElement inherit, XElement source)
    {
        foreach (var element in source.Elements())
        {
            var name = (string?)element.Attribute("name") ?? (string?)element.Attribute("cref");
            if (!member.Elements(element.Name).Any(own => ((string?)own.Attribute("name") ?? (string?)own.Attribute("cref")) == name)) member.Add(new XElement(element));
        }
        inherit.Remove();
    }

    private static ISymbol? Origin(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol { BaseType: { SpecialType: not SpecialType.System_Object } above } => above,
        INamedTypeSymbol type => type.Interfaces.FirstOrDefault(),
        IMethodSymbol { OverriddenMethod: { } method } => method,
        IPropertySymbol { OverriddenProperty: { } property } => property,
        IEventSymbol { OverriddenEvent: { } happening } => happening,
        IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.BaseType: { } above } constructor =>
            above.InstanceConstructors.FirstOrDefault(one => one.Parameters.Length == constructor.Parameters.Length),
        _ => Implemented(symbol),
    };

    private static ISymbol? Implemented(ISymbol symbol) => symbol.ContainingType?.AllInterfaces
        .SelectMany(one => one.GetMembers())
        .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol));

    private void Report(ISymbol symbol, string code, string message) =>
        problems.Add(new ApiProblem(code, symbol.GetDocumentationCommentId() ?? symbol.Name, symbol.ContainingAssembly.Name, message));
}
