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
            new XAttribute("class", "mm-matrix"),
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
            new XElement("ul", row.Groups.Select((group, g) => new XElement("li", new XAttribute("id", Run(prefix, i, g)), $"{group.Cell.Sign} {string.Join(' ', group.Eras)}: {Answers(group.Outcome)}")))))).ToString(SaveOptions.DisableFormatting);

    private static XElement Head(KernelEra era) => new("th", new XAttribute("scope", "col"), new XElement("abbr", new XAttribute("title", CleanText.Of($"{era.Title}, {era.Versions}")), era.Name));

    private static XElement Row(string prefix, MatrixRow row, int index) => new(
        "tr",
        new XElement("th", new XAttribute("scope", "row"), row.Range),
        row.Groups.SelectMany((group, g) => group.Eras.Select((_, at) => Cell(group.Cell, Run(prefix, index, g), differs: g > 0 && at == 0 && group.Cell != row.Groups[g - 1].Cell))));

    private static XElement Cell(MatrixCell cell, string run, bool differs) => new(
        "td",
        new XAttribute("class", differs ? $"{cell.Kind} differs" : cell.Kind),
        new XElement("a", new XAttribute("href", $"#{run}"), $"{cell.Sign} ", Breakable(cell.Word)));

    // A column is as wide as its longest word, so long ones may be broken.
    private static IEnumerable<object> Breakable(string word)
    {
        const int Longest = 8;
        const int Beginning = 6;
        if (word.Length <= Longest || word.Contains(' ', StringComparison.Ordinal)) return [word];
        var end = word.IndexOf('_', StringComparison.Ordinal) is var underscore and >= 0 ? underscore + 1 : Beginning;
        return [word[..end], new XElement("wbr"), .. Breakable(word[end..])];
    }

    private static string Run(string prefix, int row, int group) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-r{row + 1}-{group + 1}");

    private static string Answers(RangeOutcome outcome) => outcome.Exists
        ? $"get_vaddr_frames {outcome.GetVaddrFrames}; dma-contig {outcome.DmaContig}; dma-sg {outcome.DmaSg}; vmalloc {outcome.Vmalloc}"
        : "does not exist";
}
