using System.Collections.Immutable;
using Docsite.Planning;
using Docsite.Reference;
using Docsite.Reference.Pages;
using Docsite.Settings;

namespace Docsite.Tests.Reference;

public sealed class VariantSpansTests
{
    private static readonly SiteSettings Settings = new()
    {
        Root = "/",
        SiteTitle = "Test",
        VariantName = "era",
        Variants = [.. new[] { "A", "B", "C", "Never", "Refused" }.Select(name => new Variant(name, ""))],
        VariantVersions = new Dictionary<string, VersionSpan>
        {
            ["A"] = new(new Version(4, 3), new Version(5, 11)),
            ["B"] = new(new Version(5, 12), new Version(6, 0)),
            ["C"] = new(new Version(6, 1), null),
        }.ToImmutableDictionary(),
    };

    [Theory]
    [InlineData(null, null, "")]
    [InlineData("v5.8", null, "since v5.8 (eras A, B, C)")]
    [InlineData("5.12", null, "since 5.12 (eras B, C)")]
    [InlineData("v7.3", null, "since v7.3 (era C)")]
    [InlineData(null, "v5.11", "until v5.11 (era A)")]
    [InlineData(null, "v5.12", "until v5.12 (eras A, B)")]
    [InlineData("v5.8", "v5.17", "v5.8 to v5.17 (eras A, B)")]
    [InlineData("v6.1", "v6.1", "v6.1 only (era C)")]
    [InlineData("v4.0", "v4.1", "v4.0 to v4.1")]
    [InlineData("B", null, "eras B, C")]
    [InlineData(null, "B", "eras A, B")]
    [InlineData("B", "B", "era B")]
    [InlineData("A", "v5.12", "until v5.12 (eras A, B)")]
    [InlineData("Never", "Refused", "eras Never, Refused")]
    [InlineData("Refused", null, "era Refused")]
    [InlineData("the beginning", null, "since the beginning (eras A, B, C)")]
    public void SaysWhatIsNewAndWhereItIs(string? since, string? until, string expected) =>
        Assert.Equal(expected, new VariantSpans(Settings).Words(new ApiNote("Source", "x", null, null, "") { Since = since, Until = until }));

    [Fact]
    public void WithoutVersionsOnlyTheBoundsAreSaid() =>
        Assert.Equal("since v5.8", new VariantSpans(Settings with { VariantVersions = ImmutableDictionary<string, VersionSpan>.Empty }).Words(new ApiNote("Source", "x", null, null, "") { Since = "v5.8" }));
}
