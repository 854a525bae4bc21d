using System.Reflection;
using Docsite.Diagnostics;
using Docsite.Generation;
using Docsite.Rendering;
using Docsite.Tests.Rendering;

namespace Docsite.Tests.Generation;

public sealed class FindingCodesTests
{
    private static readonly GeneratedPage Page = Assert.Single(new FindingCodes().Generate(new VerifiedSite(RenderedPages.Settings, [], _ => VariantRuns.None)).Pages);

    [Fact]
    public void EveryCodeIsExplainedInAGroup() => Assert.Equal(
        typeof(DiagnosticIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal),
        Page.Content.Text.Split('\n').Where(line => line.StartsWith("| <code", StringComparison.Ordinal)).Select(line => line.Split('"')[1]));

    [Fact]
    public void EveryCodeHasACure() =>
        Assert.DoesNotContain(Page.Content.Text.Split('\n').Where(line => line.StartsWith("| <code", StringComparison.Ordinal)), line => line.Split(" | ") is not [_, { Length: > 5 }, { Length: > 5 }]);

    [Fact]
    public void EveryCodeCanBeLinkedTo() =>
        Assert.Contains(Page.Places, place => place == new XrefPlace(DiagnosticIds.ValueDiffers, DiagnosticIds.ValueDiffers));

    [Fact]
    public void ItStandsOnlyWhereAPageTakesItIn()
    {
        Assert.Equal(["index.html"], RenderedPages.Generated([new FindingCodes()], ("index.md", "# A")).Pages.Select(page => page.Page.Route));
        var taken = RenderedPages.Generated([new FindingCodes()], ("index.md", "# A\n\n::: generated errors\n:::\n\n[it](xref:DOC0201)\n"));
        Assert.Contains("<a href=\"#DOC0201\">it</a>", Assert.Single(taken.Pages).Model.Content.Replace("index.html#", "#", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(RenderedPages.Audit(taken));
    }
}
