using System.Collections.Immutable;
using System.Xml.Linq;

namespace Docsite.Diagnostics;

/// <summary>What a kind of finding means and what mends it, from the documentation of <see cref="DiagnosticIds"/>.</summary>
/// <param name="Code">Its code, e.g. <c>DOC0201</c>.</param>
/// <param name="Meaning">What it means; code stands between backticks.</param>
/// <param name="Cure">What mends it, in the same way.</param>
public sealed record FindingMeaning(string Code, string Meaning, string Cure)
{
    /// <summary>All kinds in the order of their codes; none where the documentation does not lie beside the assembly.</summary>
    public static ImmutableArray<FindingMeaning> All { get; } = [.. Read().OrderBy(one => one.Code, StringComparer.Ordinal)];

    private static IEnumerable<FindingMeaning> Read()
    {
        const string Field = "F:Docsite.Diagnostics.DiagnosticIds.";
        var path = Path.ChangeExtension(typeof(DiagnosticIds).Assembly.Location, ".xml");
        if (!File.Exists(path)) return [];
        var comments = XDocument.Load(path).Descendants("member").Where(member => ((string?)member.Attribute("name"))?.StartsWith(Field, StringComparison.Ordinal) == true)
            .ToDictionary(member => ((string)member.Attribute("name")!)[Field.Length..], StringComparer.Ordinal);
        return typeof(DiagnosticIds).GetFields().Where(field => field.IsLiteral && comments.ContainsKey(field.Name))
            .Select(field => new FindingMeaning((string)field.GetRawConstantValue()!, Text(comments[field.Name].Element("summary")!), Text(comments[field.Name].Element("remarks")!)));
    }

    private static string Text(XElement words) => string.Join(' ', string.Concat(words.Nodes().Select(node => node switch
    {
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement element when (string?)element.Attribute("cref") is { } cref => $"`{cref[(cref.LastIndexOf('.') + 1)..]}`",
        XElement element => element.Value,
        XText text => text.Value,
        _ => "",
    })).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
