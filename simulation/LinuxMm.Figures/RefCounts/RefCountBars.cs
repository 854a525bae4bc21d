using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Docsite.Display;

namespace LinuxMm.Figures;

/// <summary>The reference count of one frame over a trace: a row for each change, a block for each reference, a wide one for each pin.</summary>
/// <param name="title">What it shows, in a few words.</param>
/// <param name="trace">The trace of a machine.</param>
/// <param name="pfn">Which frame.</param>
public sealed class RefCountBars(string title, Trace trace, Pfn pfn) : IShowable
{
    private readonly string _title = CleanText.Title(title);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The id has other characters than letters, digits and hyphens, or does not begin with a letter.</exception>
    public Picture Draw(string id)
    {
        FigureId.Require(id);
        var rows = RefCountRow.Of(trace, pfn);
        var head = string.Create(CultureInfo.InvariantCulture, $"{pfn}: {rows.Sum(row => row.IsLeftOut ? row.LeftOut : 1)} {(rows.Length == 1 ? "change" : "changes")}");
        var root = new SvgRoot($"{id}-s1", $"{_title}: {head}", Description(rows), Metrics.Width, RefCountSvg.Height(rows));
        return new Picture(_title, [new PictureStep(head, "", Text(rows), root.Draw(RefCountSvg.Draw(rows)), Cards(rows))]);
    }

    private static string Text(ImmutableArray<RefCountRow> rows)
    {
        if (rows.IsEmpty) return RefCountRow.Nothing;
        var width = rows.Max(row => TextMetrics.Cells(row.Label));
        return string.Join('\n', rows.Select(row => $"{row.Label}{new string(' ', width - TextMetrics.Cells(row.Label))}  {row.Blocks}{(row.IsLeftOut ? "" : $"  {row.Count}")}".TrimEnd()));
    }

    private static string Description(ImmutableArray<RefCountRow> rows) => rows.IsEmpty ? RefCountRow.Nothing : string.Join(' ', rows.Select(row => row.IsLeftOut ? $"{row.Label}." : $"{row.Label}: {row.Count}."));

    private static string Cards(ImmutableArray<RefCountRow> rows) => new XElement(
        "ul",
        new XAttribute("class", "mm-cards"),
        rows.IsEmpty ? new XElement("li", new XAttribute("class", "mm-card"), new XElement("p", RefCountRow.Nothing)) : null,
        rows.Select(row => new XElement("li", new XAttribute("class", "mm-card"), new XElement("p", new XElement("b", row.Count), $" {row.Label}")))).ToString(SaveOptions.DisableFormatting);
}
