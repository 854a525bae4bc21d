namespace LinuxMm.Figures.Tests;

public sealed class TextMetricsTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("pfn 7", 40)]
    [InlineData("שלום", 52)]
    [InlineData("漢字", 33)]
    [InlineData("🎥", 17)]
    [InlineData("e\u0301", 8)]
    public void WidthIsAnUpperBound(string text, int expected) => Assert.Equal(expected, TextMetrics.Width(text, 13));

    [Theory]
    [InlineData("short", "short")]
    [InlineData("free (was application)", "free")]
    [InlineData("a name that is too long", "a name th…")]
    [InlineData("🎥🎥🎥🎥🎥🎥🎥", "🎥🎥🎥🎥…")]
    public void WhatDoesNotFitIsShortened(string text, string expected) => Assert.Equal(expected, TextMetrics.Fit(text, 80, 13));

    [Theory]
    [InlineData("a\tb\r\nc", "a b c")]
    [InlineData("\u0000bell\u0007", "\uFFFDbell\uFFFD")]
    [InlineData("\u202Eevil", "evil")]
    [InlineData("שלום", "\u2068שלום\u2069")]
    [InlineData("  trimmed ", "trimmed")]
    public void NamesAreMadeFitToBeDrawn(string name, string expected) => Assert.Equal(expected, CleanText.Of(name));

    [Fact]
    public void HalfACharacterIsReplaced() => Assert.Equal("a\uFFFDb", CleanText.Of("a\uD800b"));
}
