using Docsite.Diagnostics;
using Docsite.Pages;
using Docsite.Tests.Rendering;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Tests.Verification;

/// <summary>Accepting while somebody is writing.</summary>
public sealed class PageAcceptTests
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "accepted");

    [Theory]
    [InlineData("changed meanwhile")]
    [InlineData(null)]
    public void APageThatChangedMeanwhileIsLeftAndTheOthersAreMended(string? meanwhile)
    {
        Directory.CreateDirectory(Root);
        var findings = new[] { "one.md", "two.md" }.Select(Finding).ToList();
        var request = new SiteRequest { Accept = true, Ask = finding => finding != findings[0] || Change(meanwhile) };
        var result = new PageAccept(request, RenderedPages.Settings with { Root = Root }).Accept(new SiteResult([.. findings], new SiteSummary(2, 2, 2, 2, 0, 0, 0, 0)), []);

        Assert.Equal(["two.md"], result.Accepted);
        Assert.Equal(("one.md", "not accepted: the page was changed while it was verified; run the command again"), result.Diagnostics.Select(left => (left.Location.Page.Path, left.Notes[^1])).Single());
        Assert.Equal(meanwhile, File.Exists(PathOf("one.md")) ? File.ReadAllText(PathOf("one.md")) : null);
        Assert.Equal("x // => 2", File.ReadAllText(PathOf("two.md")));
    }

    private static bool Change(string? text)
    {
        if (text is null) File.Delete(PathOf("one.md"));
        else File.WriteAllText(PathOf("one.md"), text);
        return true;
    }

    private static Diagnostic Finding(string path)
    {
        var page = new PageText(path, "x // => 1");
        File.WriteAllText(PathOf(path), page.Text);
        var place = new PageLocation(page, new TextSpan(page.Text.Length - 1, 1));
        return new Diagnostic(DiagnosticIds.ValueDiffers, Severity.Error, place, "value differs") { Edits = [new PageEdit(place, "2")] };
    }

    private static string PathOf(string path) => Path.Combine(Root, path);
}
