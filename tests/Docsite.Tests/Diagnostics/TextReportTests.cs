using Docsite.Diagnostics;
using Docsite.Pages;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Tests.Diagnostics;

public sealed class TextReportTests
{
    [Theory]
    [InlineData("page.RefCount   // => 1024", 19, 4, "    1 | page.RefCount   // => 1024\n      |                    ^^^^ written\n")]
    [InlineData("\tab\tc", 4, 1, "    1 | \tab\tc\n      | \t  \t^ written\n")]
    [InlineData("幅😀x", 3, 1, "    1 | 幅😀x\n      |     ^ written\n")]
    [InlineData("幅😀x", 0, 3, "    1 | 幅😀x\n      | ^^^^ written\n")]
    [InlineData("e\u0301x", 2, 1, "    1 | e\u0301x\n      |  ^ written\n")]
    [InlineData("abc", 3, 0, "    1 | abc\n      |    ^ written\n")]
    [InlineData("", 0, 0, "    1 |\n      | ^ written\n")]
    [InlineData("ab\ncd", 1, 4, "    1 | ab\n      |  ^ written\n")]
    [InlineData("a\u001b[31mb", 6, 1, "    1 | a\uFFFD[31mb\n      |       ^ written\n")]
    public void TheMarksStandBelowTheStretch(string text, int start, int length, string excerpt)
    {
        var finding = Finding(text, start, length) with { Label = "written" };
        Assert.Equal(excerpt, string.Concat(TextReport.Of(finding).Split('\n')[1..^1].Select(line => line + "\n")).Replace("| \n", "|\n", StringComparison.Ordinal));
    }

    [Fact]
    public void AVeryLongNoteIsCut()
    {
        var report = TextReport.Of(Finding("a", 0, 1) with { Notes = [new string('x', 999) + "😀" + new string('y', 5000), new string('z', 1000)] });
        Assert.Contains($"= {new string('x', 999)}... (6001 characters)\n", report, StringComparison.Ordinal);
        Assert.Contains($"= {new string('z', 1000)}\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public void AFindingReadsLikeACompilers()
    {
        var page = new PageText("content/learn/pins.md", new string('\n', 41) + "page.RefCount   // => 1024");
        var place = new PageLocation(page, new TextSpan(41 + 22, 4));
        var finding = new Diagnostic(DiagnosticIds.ValueDiffers, Severity.Error, place, "value differs")
        {
            Subject = "learn/pins#elevates",
            Variant = "era C3",
            Label = "written",
            Notes = ["was 1025 (int)"],
            Edits = [new PageEdit(place, "1025")],
        };
        Assert.Equal(
            """
            content/learn/pins.md(42,23): error DOC0201: value differs [learn/pins#elevates, era C3]
               42 | page.RefCount   // => 1024
                  |                       ^^^^ written
                  = was 1025 (int)
                  = accept with: docsite verify --accept --id learn/pins#elevates

            1 error in 1 file

            """, TextReport.Of([finding]));
    }

    /// <summary>The command is copied into a shell.</summary>
    [Theory]
    [InlineData("learn/pins#block-1", "learn/pins#block-1")]
    [InlineData("ü b/c, d;(e) 100%#block-1", "\"ü b/c, d;(e) 100%#block-1\"")]
    [InlineData("a's", "\"a's\"")]
    [InlineData("the $HOME of 'a'", "'the $HOME of '\\''a'\\'''")]
    public void TheCommandNamesTheBlockInOneWord(string subject, string word)
    {
        var finding = Finding("a", 0, 1);
        Assert.EndsWith($"= accept with: docsite verify --accept --id {word}\n", TextReport.Of(finding with { Subject = subject, Edits = [new PageEdit(finding.Location, "b")] }), StringComparison.Ordinal);
    }

    [Fact]
    public void FindingsAreSortedAndCounted()
    {
        var late = Finding("ab", 1, 1);
        var early = Finding("ab", 0, 1) with { Severity = Severity.Warning };
        var report = TextReport.Of([late, early, late with { Location = new PageLocation(new PageText("a.md", "x"), default) }]);
        Assert.Equal(["a.md(1,1)", "page.md(1,1)", "page.md(1,2)"], report.Split('\n').Where(line => line.Contains(": ", StringComparison.Ordinal)).Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]));
        Assert.EndsWith("\n2 errors, 1 warning in 2 files\n", report, StringComparison.Ordinal);
        Assert.Equal("no findings\n", TextReport.Of([]));
    }

    [Fact]
    public void AVeryLongLineIsShownAroundTheStretch()
    {
        var lines = TextReport.Of(Finding(new string('a', 5_000) + "X" + new string('b', 5_000), 5_000, 1)).Split('\n');
        Assert.True(lines[1].Length < 250);
        Assert.Equal('X', lines[1][lines[2].IndexOf('^', StringComparison.Ordinal)]);
    }

    private static Diagnostic Finding(string text, int start, int length) =>
        new(DiagnosticIds.BadSyntax, Severity.Error, new PageLocation(new PageText("page.md", text), new TextSpan(start, length)), "wrong");
}
