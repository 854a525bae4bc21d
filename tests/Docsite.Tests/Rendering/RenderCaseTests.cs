using Docsite.Pages;
using TestSupport;

namespace Docsite.Tests.Rendering;

/// <summary>Each folder of <c>RenderCases</c> is a case: <c>page.md</c> and the content that is made of it.</summary>
public sealed class RenderCaseTests
{
    private static string Root => Repository.PathOf("tests", "Docsite.Tests", "RenderCases");

    public static TheoryData<string> Cases => [.. Directory.EnumerateDirectories(Root).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void RendersAsExpected(string name)
    {
        var page = PageText.FromBytes("page.md", File.ReadAllBytes(Path.Combine(Root, name, "page.md")));
        Golden.Compare(Path.Combine(Root, name, "expected.html"), RenderedPages.Page(page.Text).Content);
    }
}
