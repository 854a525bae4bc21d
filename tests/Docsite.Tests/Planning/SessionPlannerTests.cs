using Docsite.Planning;
using Docsite.Settings;
using Docsite.Tests.Parsing;

namespace Docsite.Tests.Planning;

public sealed class SessionPlannerTests
{
    [Theory]
    [InlineData("csharp|csharp id=a", "page session, variant C3\n  page#block-1\n  page#a\n")]
    [InlineData("csharp|csharp session=s|csharp", "page session, variant C3\n  page#block-1\n  page#block-3\nsession s, variant C3\n  page#block-2\n")]
    [InlineData("csharp|csharp fresh|csharp fresh", "page session, variant C3\n  page#block-1\nsession fresh page#block-2, variant C3\n  page#block-2\nsession fresh page#block-3, variant C3\n  page#block-3\n")]
    [InlineData("csharp fresh|csharp|csharp setup", "session fresh page#block-1, variant C3\n  page#block-3: setup\n  page#block-1\npage session, variant C3\n  page#block-3: setup\n  page#block-2\n")]
    [InlineData("csharp setup", "page session, variant C3\n  page#block-1: setup\n")]
    [InlineData("csharp|csharp eras=B2,A", "page session, variant A\n  page#block-1\n  page#block-2\npage session, variant B2\n  page#block-1\n  page#block-2\n")]
    [InlineData("csharp era=A|csharp era=C3|csharp", "page session, variant A\n  page#block-1\n  page#block-3\npage session, variant C3\n  page#block-2\n  page#block-3\n")]
    [InlineData("csharp era=A session=s|csharp", "session s, variant A\n  page#block-1\npage session, variant C3\n  page#block-2\n")]
    [InlineData("csharp ignore=\"x\"", "")]
    [InlineData("csharp compile|csharp fails=CS0029,CS0103|csharp throws=X", "page session, variant C3\n  page#block-1: compile\n  page#block-2: fails with CS0029, CS0103\n  page#block-3: throws X\n")]
    public void Plans(string infos, string plan)
    {
        var text = string.Join("\n", infos.Split('|').Select(info => $"```{info}\n```\n"));
        Assert.Equal(plan, Plan(text).ToString());
    }

    [Fact]
    public void ProseValuesRunAtTheirPlace()
    {
        Assert.Equal("page session, variant C3\n  page#block-1\n  page#value-1: x\n  page#block-2\n", Plan("```csharp\n```\n\n5<!--= x -->\n\n```csharp\n```\n").ToString());
    }

    [Fact]
    public void WithoutADefaultThereIsNoVariant()
    {
        var settings = ParsePage.Settings with { DefaultVariant = null };
        Assert.Equal("page session\n  page#block-1\n", Plan("```csharp\n```\n", settings).ToString());
    }

    [Theory]
    [InlineData("csharp|output era=A", "the block does not run in era A [it runs in C3; era= on a block of its session adds one]")]
    [InlineData("csharp eras=A,B2|output eras=A,C3", "the block does not run in era C3 [it runs in A, B2; era= on a block of its session adds one]")]
    [InlineData("csharp eras=A,B2|output era=A|output era=B2|output", "no run is compared with this fence [each era that the block runs in (A, B2) has a fence of its own]")]
    [InlineData("csharp eras=A,B2|output era=A|output", "")]
    [InlineData("csharp|output era=C3", "")]
    public void ExpectationsThatNoRunMeets(string infos, string findings)
    {
        var text = string.Join("\n", infos.Split('|').Select(info => $"```{info}\nx\n```\n"));
        Assert.Equal(findings, string.Join('\n', Plan(text).Diagnostics.Select(found => $"{found.Message} [{string.Join("; ", found.Notes)}]")));
    }

    private static PagePlan Plan(string text, SiteSettings? settings = null) => SessionPlanner.Plan(ParsePage.Of(text), settings ?? ParsePage.Settings);
}
