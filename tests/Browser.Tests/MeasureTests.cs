namespace Browser.Tests;

/// <summary>Each measure finds what it is there to find, on a page that has it.</summary>
public sealed class MeasureTests(Chromium chromium)
{
    [Theory]
    [InlineData("overflow.js", "<main><p style=\"width:2000px\">wide</p></main>", "px too wide")]
    [InlineData("overflow.js", "<main><div style=\"overflow-x:auto\"><p style=\"width:2000px\">wide</p></div></main>", "")]
    [InlineData("labels.js", "<svg viewBox=\"0 0 100 100\"><text x=\"90\" y=\"50\">too long</text></svg>", "\"too long\" leaves the drawing")]
    [InlineData("labels.js", "<svg viewBox=\"0 0 900 100\"><g><rect x=\"10\" y=\"10\" width=\"20\" height=\"40\"/><text x=\"12\" y=\"30\">too long</text></g></svg>", "\"too long\" leaves its box")]
    [InlineData("labels.js", "<svg viewBox=\"0 0 900 100\"><text x=\"10\" y=\"50\">under</text><text x=\"20\" y=\"52\">over</text></svg>", "\"under\" lies on \"over\"")]
    [InlineData("labels.js", "<svg viewBox=\"0 0 900 100\"><g><rect x=\"10\" y=\"10\" width=\"200\" height=\"60\"/><text x=\"12\" y=\"30\">one</text><text x=\"12\" y=\"50\">two</text></g></svg>", "")]
    [InlineData("focus.js", "<button style=\"outline:0\">b</button>", "hides the focus")]
    [InlineData("focus.js", "<a href=\"#x\" tabindex=\"-1\">a</a>", "is out of reach")]
    [InlineData("focus.js", "<pre><a href=\"#x\" tabindex=\"-1\">a</a></pre>", "is out of reach")]
    [InlineData("focus.js", "<pre><a href=\"#x\" tabindex=\"0\">a</a><a href=\"#x\" tabindex=\"-1\">b</a></pre>", "")]
    [InlineData("focus.js", "<a href=\"#x\" tabindex=\"3\">a</a>", "has an order of its own")]
    [InlineData("focus.js", "<button>b</button><a href=\"#x\">a</a>", "")]
    [InlineData("print.js", "<article><details><summary>s</summary><p>folded</p></details></article>", "stays folded")]
    [InlineData("print.js", "<div class=\"tab\" style=\"display:none\">other</div>", "a tab is not printed")]
    [InlineData("steps.js", "<ol class=\"steps\"><li id=\"a\">one</li><li id=\"b\">two</li></ol>", "#a shows a, b")]
    public async Task AMeasureFindsWhatItIsThereFor(string measure, string content, string expected)
    {
        await using var open = await chromium.OpenAsync("404.html", new View());
        await open.Page.SetContentAsync($"<!DOCTYPE html><html lang=\"en\"><body><main>{content}</main></body></html>");
        await open.Page.Keyboard.PressAsync("Tab");
        var found = await open.Page.MeasureAsync(measure);
        if (expected.Length == 0) Assert.Empty(found);
        else Assert.Contains(found, finding => finding.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<table>", "things move by")]
    [InlineData("<table style=\"table-layout: fixed; width: 100%\">", "")]
    public async Task WhatMovesWhileAPageArrivesIsFound(string table, string expected)
    {
        var rows = string.Concat(Enumerable.Range(1, 200).Select(row => $"<tr><td>{string.Concat(Enumerable.Repeat("word ", row / 4))}</td><td>of the same length</td></tr>\n"));
        await using var open = await chromium.OpenAsync("404.html", new View());
        var found = await open.Page.MeasureAsync("shift.js", $"<!DOCTYPE html><html lang=\"en\"><head><title>Arriving</title></head><body><main>{table}{rows}</table></main></body></html>");
        if (expected.Length == 0) Assert.Empty(found);
        else Assert.Contains(expected, Assert.Single(found), StringComparison.Ordinal);
    }
}
