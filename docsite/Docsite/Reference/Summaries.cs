using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Docsite.Reference;

/// <summary>The summaries of members that have no page in the reference, as plain text.</summary>
internal sealed partial class Summaries
{
    private readonly ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>What the comment says first; empty where there is none.</summary>
    public string Of(ISymbol symbol, string id) => _texts.GetOrAdd(id, _ => Text(symbol.GetDocumentationCommentXml()));

    private static string Text(string? xml)
    {
        if (string.IsNullOrWhiteSpace(xml)) return "";
        try
        {
            return XElement.Parse(xml).Element("summary") is { } summary ? WhiteSpace().Replace(Words(summary), " ").Trim() : "";
        }
        catch (XmlException)
        {
            // A comment that is no XML belongs to somebody else's assembly.
            return "";
        }
    }

    private static string Words(XElement element) => string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement inner when inner.Nodes().Any() => Words(inner),
        XElement inner => Name((string?)inner.Attribute("cref") ?? (string?)inner.Attribute("langword") ?? (string?)inner.Attribute("name") ?? ""),
        _ => "",
    }));

    // "M:System.String.Format(System.String)" is Format.
    private static string Name(string cref)
    {
        var name = cref[(cref.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('(', '`')[0];
        return name[(name.LastIndexOf('.') + 1)..];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
