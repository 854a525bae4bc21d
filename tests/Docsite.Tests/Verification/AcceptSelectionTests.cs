using Docsite.Diagnostics;
using Docsite.Pages;
using Docsite.Verification;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Tests.Verification;

public sealed class AcceptSelectionTests
{
    [Theory]
    [InlineData("content/a/b.md", true)]
    [InlineData("content/a", true)]
    [InlineData("./content/", true)]
    [InlineData("content\\a", true)]
    [InlineData(".", true)]
    [InlineData("content/a/b", false)]
    [InlineData("content/a/b.md/", true)]
    [InlineData("a", false)]
    [InlineData("", false)]
    [InlineData("/", false)]
    public void SelectsWhatLiesThere(string path, bool isSelected)
    {
        var place = new PageLocation(new PageText("content/a/b.md", "1"), new TextSpan(0, 1));
        var finding = new Diagnostic(DiagnosticIds.ValueDiffers, Severity.Error, place, "value differs") { Edits = [new PageEdit(place, "2")] };
        Assert.Equal(isSelected, new AcceptSelection { Paths = [path] }.Selects(finding));
        Assert.False(new AcceptSelection { Paths = [path] }.Selects(finding with { Edits = [] }));
    }
}
