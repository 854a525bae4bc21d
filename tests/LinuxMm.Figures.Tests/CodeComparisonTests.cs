using System.Xml.Linq;
using TestSupport;

namespace LinuxMm.Figures.Tests;

public sealed class CodeComparisonTests
{
    [Fact]
    public void BothSidesAreRunAndTheirLinesCompared() => Golden.Verify(Pins().Draw("figure").Text, "CodeComparison");

    [Fact]
    public void WhatASideThrowsIsItsResult()
    {
        var picture = new CodeComparison("Put twice", () => throw new InvalidOperationException("nothing is left"), () => 1).Draw("figure");
        Assert.Contains("before gives throws InvalidOperationException: nothing is left\nafter gives 1", picture.Steps[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void TheTableHasTheTextsLines()
    {
        var step = Pins().Draw("figure").Steps[0];
        var table = XElement.Parse(step.Svg);
        Assert.DoesNotContain("/>", step.Svg, StringComparison.Ordinal);
        Assert.Equal(step.Text.Split('\n').Count(line => line.StartsWith('-')), table.Descendants("td").Count(cell => (string?)cell.Attribute("class") == "removed"));
        Assert.Equal(step.Text.Split('\n').Count(line => line.StartsWith('+')), table.Descendants("td").Count(cell => (string?)cell.Attribute("class") == "added"));
        Assert.Equal(table.Attribute("aria-labelledby")!.Value, table.Descendants("caption").Single().Attribute("id")!.Value);
    }

    [Theory]
    [InlineData("a b c", "a c", " a,-b, c")]
    [InlineData("", "a", "+a")]
    [InlineData("a b", "b a", "-a, b,+a")]
    public void LinesAreComparedByTheLongestCommonPart(string before, string after, string expected)
    {
        var rows = ComparedLines.Of([.. before.Split(' ', StringSplitOptions.RemoveEmptyEntries)], [.. after.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.Equal(expected, string.Join(',', rows.Select(row => row.IsSame ? $" {row.Before}" : row.After is null ? $"-{row.Before}" : $"+{row.After}")));
    }

    private static CodeComparison Pins()
    {
        var machine = new Machine(KernelEras.B2);
        var gpu = machine.AddDriver("gpu");
        var app = machine.CreateProcess("app");
        var vma = app.Mmap(1, "buffer", Sharing.Shared, of: gpu);
        gpu.RemapPfnRange(vma, gpu.AllocPages(1));
        var frames = machine.CreateFrameVector("frames", 1);
        var pages = machine.CreatePageArray("pages", 1);
        return new(
            "From numbers to pins",
            () =>
            {
                var start = vma.Start;
                return app.GetVaddrFrames(start, 1, frames);
            },
            () =>
            {
                var start = vma.Start;
                return app.PinUserPagesFast(start, 1, FollFlags.Write | FollFlags.Longterm, pages);
            });
    }
}
