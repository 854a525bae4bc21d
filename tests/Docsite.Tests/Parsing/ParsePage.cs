using System.Collections.Immutable;
using Docsite.Pages;
using Docsite.Parsing;
using Docsite.Planning;
using Docsite.Settings;

namespace Docsite.Tests.Parsing;

/// <summary>The settings and the short way that these tests read pages with.</summary>
internal static class ParsePage
{
    public static SiteSettings Settings { get; } = new()
    {
        Root = "/",
        SiteTitle = "Tests",
        VariantName = "era",
        Variants = [new Variant("A", "var era = 1;"), new Variant("B2", "var era = 2;"), new Variant("C3", "var era = 3;")],
        DefaultVariant = new Variant("C3", "var era = 3;"),
        Verdicts = ["confirmed", "refuted", "open"],
    };

    public static ParsedPage Of(string text) => PageParser.Parse(new PageText("content/page.md", text), Settings);

    /// <summary>The findings as <c>(line,column-column) message</c>, one a line.</summary>
    public static string Findings(ParsedPage page) => string.Join('\n', page.Diagnostics.Select(found =>
        $"({found.Location.Start.Line + 1},{found.Location.Start.Character + 1}-{found.Location.End.Character + 1}) {found.Message}"));

    public static ImmutableArray<SessionStep.Block> Blocks(ParsedPage page) => [.. page.Steps.OfType<SessionStep.Block>()];
}
