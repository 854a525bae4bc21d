using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;

namespace LinuxMm.Figures;

/// <summary>A matrix in HTML: the table, and below it the runs that its cells are linked to.</summary>
internal static class MatrixMarkup
{
    public static string Table(string prefix, string title, ImmutableArray<KernelEra> eras, ImmutableArray<MatrixRow> rows)
    {
        var kinds = rows.SelectMany(row => row.Groups).Select(group => group.Cell.Kind).ToHashSet();
        return new XElement(
            "section",
            new XAttribute("class", "mm-matrix mm-eras"),
            new XAttribute("tabindex", "0"),
            new XAttribute("aria-labelledby", $"{prefix}-t"),
            new XElement(
                "table",
                new XElement("caption", new XAttribute("id", $"{prefix}-t"), title),
                new XElement("thead", new XElement("tr", new XElement("th", new XAttribute("scope", "col"), "range"), eras.Select(Head))),
                new XElement("tbody", rows.Select((row, i) => Row(prefix, row, i)))),
            new XElement("p", new XAttribute("class", "mm-matrix-legend"), string.Join(" · ", MatrixWords.Legend.Where(entry => kinds.Contains(entry.Cell.Kind)).Select(entry => $"{entry.Cell.Sign} {entry.Meaning}").Append("thick edge: differs from the era on its left")))).ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>What the runs answered: one entry for each group of eras.</summary>
    public static string Runs(string prefix, ImmutableArray<MatrixRow> rows) => new XElement(
        "ul",
        new XAttribute("class", "mm-cards"),
        rows.Select((row, i) => new XElement(
            "li",
            new XAttribute("class", "mm-card"),
            new XElement("p", new XElement("b", row.Range)),
            new XElement("ul", row.Groups.Select((group, g) => new XElement("li", new XAttribute("id", Run(prefix, i, g)), $"{group.Cell.Sign} {string.Join(' ', group.Eras)}: ", Answers(group.Outcome))))))).ToString(SaveOptions.DisableFormatting);

    private static XElement Head(KernelEra era) => new("th", new XAttribute("scope", "col"), new XElement("abbr", new XAttribute("title", CleanText.Of(era.Title)), era.Name), " ", new XElement("small", CleanText.Of(era.Versions)));

    private static XElement Row(string prefix, MatrixRow row, int index) => new(
        "tr",
        new XElement("th", new XAttribute("scope", "row"), Flags(row.Range)),
        row.Groups.SelectMany((group, g) => group.Eras.Select((_, at) => Cell(group.Cell, Run(prefix, index, g), AgainstLeft(row, g, at)))));

    private static XElement Cell(MatrixCell cell, string run, string against) => new(
        "td",
        new XAttribute("class", $"{cell.Kind}{against}"),
        new XElement("a", new XAttribute("href", $"#{run}"), $"{cell.Sign} ", new XElement("span", Breakable(cell.Word))));

    // What says the same as its left neighbour goes on from there.
    private static string AgainstLeft(MatrixRow row, int group, int at) =>
        group == 0 && at == 0 ? "" : at > 0 || row.Groups[group].Cell == row.Groups[group - 1].Cell ? " same" : " differs";

    // A column is as wide as its longest word, so names of several are broken between them.
    private static IEnumerable<object> Breakable(string word)
    {
        if (word.IndexOf('_', StringComparison.Ordinal) is not (>= 0 and var joint)) return [word];
        return [word[..(joint + 1)], new XElement("wbr"), .. Breakable(word[(joint + 1)..])];
    }

    // Flags that are added up may be told one a line.
    private static IEnumerable<object> Flags(string range) =>
        range.Split("+VM_").SelectMany((part, i) => i == 0 ? new object[] { part } : ["+", new XElement("wbr"), $"VM_{part}"]);

    private static string Run(string prefix, int row, int group) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-r{row + 1}-{group + 1}");

    private static IEnumerable<object> Answers(RangeOutcome outcome)
    {
        if (!outcome.Exists) return ["does not exist"];
        string[] answers = [$"get_vaddr_frames {outcome.GetVaddrFrames}", $"dma-contig {outcome.DmaContig}", $"dma-sg {outcome.DmaSg}", $"vmalloc {outcome.Vmalloc}"];
        // An error's minus sign must not be left at the end of a line.
        return answers.SelectMany((answer, i) => new object[] { i == 0 ? "" : " ", new XElement("span", i < answers.Length - 1 ? answer + ";" : answer) });
    }
}
