using System.Text;
using System.Xml.Linq;
using Docsite.Diagnostics;
using Docsite.Rendering;

namespace Docsite.Generation;

/// <summary>Every code of a finding, what it means and what mends it, from the documentation of <see cref="DiagnosticIds"/>.</summary>
internal sealed class FindingCodes : IPageGenerator
{
    private static readonly (string Group, string Words)[] Groups =
    [
        ("01", "What is written cannot be read"), ("02", "What is stated is not what happened"), ("03", "The compiler"), ("04", "Running"), ("05", "Pictures"),
        ("06", "Links and the site as a whole"), ("07", "Determinism"), ("08", "Isolation"), ("09", "Kept results"), ("10", "The API reference"),
    ];

    public GeneratedPages Generate(VerifiedSite site)
    {
        var path = Path.ChangeExtension(typeof(DiagnosticIds).Assembly.Location, ".xml");
        if (!File.Exists(path)) return GeneratedPages.None;
        var meanings = Meanings(XDocument.Load(path)).ToList();
        return new GeneratedPages(
        [
            new GeneratedPage
            {
                Name = "errors",
                Route = "errors.html",
                Title = "What does this finding mean?",
                IsPart = true,
                Places = [.. meanings.Select(one => new XrefPlace(one.Code, one.Code))],
                Content = new GeneratedContent.OfMarkdown(Markdown(meanings)),
            },
        ]);
    }

    private static IEnumerable<(string Code, string Meaning, string Cure)> Meanings(XDocument documentation)
    {
        const string Field = "F:Docsite.Diagnostics.DiagnosticIds.";
        var comments = documentation.Descendants("member").Where(member => ((string?)member.Attribute("name"))?.StartsWith(Field, StringComparison.Ordinal) == true)
            .ToDictionary(member => ((string)member.Attribute("name")!)[Field.Length..], StringComparer.Ordinal);
        return typeof(DiagnosticIds).GetFields().Where(field => field.IsLiteral && comments.ContainsKey(field.Name))
            .Select(field => ((string)field.GetRawConstantValue()!, Text(comments[field.Name].Element("summary")!), Text(comments[field.Name].Element("remarks")!)))
            .OrderBy(one => one.Item1, StringComparer.Ordinal);
    }

    private static string Markdown(List<(string Code, string Meaning, string Cure)> meanings)
    {
        var text = new StringBuilder("A finding names its place, what was expected, what was found, and the change or command that mends it. What is only a statement, `docsite verify --accept` writes.\n");
        foreach (var (group, words) in Groups)
        {
            var own = meanings.Where(one => one.Code[3..5] == group).ToList();
            if (own is []) continue;
            text.Append("\n## ").Append(words).Append("\n\n| Code | Meaning | Cure |\n|---|---|---|\n");
            foreach (var (code, meaning, cure) in own) text.Append("| <code id=\"").Append(code).Append("\">").Append(code).Append("</code> | ").Append(meaning).Append(" | ").Append(cure).Append(" |\n");
        }
        return text.ToString();
    }

    private static string Text(XElement words) => string.Join(' ', string.Concat(words.Nodes().Select(node => node switch
    {
        XElement { Name.LocalName: "c" } code => $"`{code.Value.Replace('|', '/')}`",
        XElement element when (string?)element.Attribute("cref") is { } cref => $"`{cref[(cref.LastIndexOf('.') + 1)..]}`",
        XElement element => MarkdownText.Escape(element.Value),
        XText text => MarkdownText.Escape(Typography.Of(text.Value, ' ', ' ')),
        _ => "",
    })).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
