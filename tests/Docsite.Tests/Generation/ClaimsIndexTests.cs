using Docsite.Generation;
using Docsite.Tests.Rendering;
using TestSupport;

namespace Docsite.Tests.Generation;

public sealed class ClaimsIndexTests
{
    private const string Block = "```csharp\nint i;\n```\n";

    private static readonly (string, string)[] Pages =
    [
        ("index.md", "# Home"),
        ("thread/mail.md", $"# What does *the* mail say?\n\n::: claim M10 refuted\n> The flags | are `opposite`.\n>\n> Ann Author, 8 May\n\nThey are not.\n\n{Block}\n{Block}:::\n\n::: claim M2 holds-if\n**Broken** when it cannot be pinned.\n\n```csharp eras=A,C3\nint j;\n```\n:::\n"),
        ("learn/pins.md", $"# Pins\n\n::: claim M1 holds\nA <b>pin</b> keeps.\n\n{Block}:::\n"),
    ];

    [Fact]
    public void ListsEveryClaimWithItsWordsVerdictSentencePageAndRuns() =>
        Golden.Verify(RenderedPages.Generated([new ClaimsIndex()], Pages).Pages.Single(page => page.Page.Route == "claims.html").Model.Content, "claims");

    [Fact]
    public void ItsLinksHold() => Assert.Empty(RenderedPages.Audit(RenderedPages.Generated([new ClaimsIndex()], Pages)).Select(finding => finding.Message));

    [Fact]
    public void ASiteWithoutClaimsHasNone() =>
        Assert.Equal(["index.html"], RenderedPages.Generated([new ClaimsIndex()], ("index.md", "# Home")).Pages.Select(page => page.Page.Route));
}
