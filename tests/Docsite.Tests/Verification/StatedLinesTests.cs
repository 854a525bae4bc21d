using System.Collections.Immutable;
using CsCheck;
using Docsite.Verification;

namespace Docsite.Tests.Verification;

public sealed class StatedLinesTests
{
    [Theory]
    [InlineData("a|b", "a|b", true)]
    [InlineData("a|b", "a", false)]
    [InlineData("", "a", false)]
    [InlineData("...", "", true)]
    [InlineData("...", "a|b", true)]
    [InlineData("a|...|z", "a|z", true)]
    [InlineData("a|...|z", "a|b|z|c|z", true)]
    [InlineData("a|...|z", "a|b|y", false)]
    [InlineData("...|b|...", "a|b|c", true)]
    [InlineData("x[..]y", "xy", true)]
    [InlineData("x[..]y", "x...y", true)]
    [InlineData("x[..]x", "x", false)]
    [InlineData("[..]a[..]b", "ab", true)]
    [InlineData("[..]a[..]b", "ba", false)]
    [InlineData("[..]", "", false)]
    [InlineData("[..]", "any", true)]
    [InlineData("a[..]b[..]a", "aba", true)]
    [InlineData("a ", "a", false)]
    public void Match(string stated, string actual, bool matches)
    {
        Assert.Equal(matches, new StatedLines(Split(stated)).Matches(Split(actual)));
    }

    [Theory]
    [InlineData("value 1025", "value 1024", 9, 1)]
    [InlineData("odl", "old", 1, 2)]
    [InlineData("ab", "aab", 1, 0)]
    [InlineData("abc", "", 0, 3)]
    [InlineData("", "abc", 0, 0)]
    [InlineData("x[..] 4 pages", "x and 3 pages", 6, 1)]
    [InlineData("x[..]y[..]z", "x.w.z", 5, 1)]
    [InlineData("😀", "😁", 0, 2)]
    public void ADifferenceIsAtItsColumn(string stated, string actual, int column, int length)
    {
        Assert.Equal((column, length), new StatedLines([stated]).Difference(stated, actual));
    }

    [Theory]
    [InlineData("took [..] ms for 4 pages", "took 12 ms for 3 pages", "took [..] ms for 3 pages")]
    [InlineData("[..]", "x", "x")]
    [InlineData("a[..]b", "c", "c")]
    [InlineData("plain", "other", "other")]
    public void AMendedLineKeepsItsWildcards(string stated, string actual, string mended)
    {
        Assert.Equal(mended, new StatedLines([stated]).Mended(stated, actual));
    }

    [Fact]
    public void WhatStaysAndWhatIsPutBetweenMatches()
    {
        var line = Gen.Int[0, 5].Select(i => new[] { "a", "b", "ab", "...", "a[..]", "[..]b" }[i]);
        var printed = Gen.Int[0, 3].Select(i => new[] { "a", "b", "ab", "aab" }[i]);
        Gen.Select(line.Array[0, 6], printed.Array[0, 6]).Sample((stated, actual) =>
        {
            var lines = new StatedLines([.. stated]);
            var (before, actualBefore, after) = lines.Unchanged([.. actual]);
            string[] mended = [.. stated[..before], .. actual[actualBefore..^after], .. stated[^after..]];
            Assert.True(new StatedLines([.. mended]).Matches([.. actual]));
            if (lines.Matches([.. actual])) Assert.Equal(stated, mended);
        }, iter: 5_000);
    }

    private static ImmutableArray<string> Split(string lines) => lines.Length == 0 ? [] : [.. lines.Split('|')];
}
