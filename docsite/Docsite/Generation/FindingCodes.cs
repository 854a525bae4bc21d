using System.Collections.Immutable;
using System.Text;
using Docsite.Diagnostics;
using Docsite.Rendering;

namespace Docsite.Generation;

/// <summary>Every code of a finding, what it means and what mends it, from the documentation of <see cref="DiagnosticIds"/>.</summary>
internal sealed class FindingCodes : IPageGenerator
{
    private static readonly (string Group, string Words)[] Groups =
    [
        ("01", "What is written cannot be read"), ("02", "What is stated is not what happened"), ("03", "The compiler"), ("04", "Running"), ("05", "Pictures"),
        ("06", "Links and the site as a whole"), ("07", "Determinism"), ("08", "Isolation"), ("09", "Kept results"), ("10", "The API reference"), ("11", "The tool itself"),
    ];

    public GeneratedPages Generate(VerifiedSite site)
    {
        var meanings = FindingMeaning.All;
        if (meanings is []) return GeneratedPages.None;
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

    private static string Markdown(ImmutableArray<FindingMeaning> meanings)
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

    // Every second part stands between backticks.
    private static string Cell(string text) => string.Join('`', text.Split('`').Select((part, i) =>
        i % 2 == 1 ? part.Replace('|', '/') : MarkdownText.Escape(Typography.Of(part, ' ', ' '))));
}
