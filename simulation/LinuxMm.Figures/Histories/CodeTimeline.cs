using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Docsite.Display;

namespace LinuxMm.Figures;

/// <summary>The history of a piece of code as a time line: releases downwards, commits beside them, eras as spans, and what was refused beside the line.</summary>
/// <param name="title">What it shows, in a few words.</param>
/// <param name="changes">The changes, oldest first.</param>
public sealed class CodeTimeline(string title, IReadOnlyList<CodeChange> changes) : IShowable
{
    private const string Nothing = "nothing changed yet";
    private const int RowHeight = 44;
    private const int EraWidth = 96;
    private const int LineX = 214;
    private const int CommitX = 240;
    private const int TextX = 352;
    private const int Branch = 22;
    private readonly string _title = CleanText.Title(title);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The id has other characters than letters, digits and hyphens, or does not begin with a letter.</exception>
    public Picture Draw(string id)
    {
        FigureId.Require(id);
        ImmutableArray<CodeChange> rows = [.. changes.Select(change => change with { When = CleanText.Of(change.When), Commit = CleanText.Of(change.Commit), What = CleanText.Of(change.What) })];
        var head = string.Create(CultureInfo.InvariantCulture, $"{rows.Length} {(rows.Length == 1 ? "change" : "changes")}");
        var root = new SvgRoot($"{id}-s1", $"{_title}: {head}", rows.IsEmpty ? $"{Nothing}." : string.Join(' ', rows.Select(row => $"{Line(row)}.")), Metrics.Width, Metrics.Margin + (Math.Max(1, rows.Length) * RowHeight) + Metrics.Margin);
        return new Picture(_title, [new PictureStep(head, "", Text(rows), root.Draw(Svg(rows)), Cards(rows))]);
    }

    private static string Text(ImmutableArray<CodeChange> rows)
    {
        if (rows.IsEmpty) return Nothing;
        var width = rows.Max(row => TextMetrics.Cells(row.When));
        return string.Join('\n', rows.Select(row => $"{(row.IsMerged ? "●" : "○")} {row.When}{new string(' ', width - TextMetrics.Cells(row.When))}  {row.Commit}  {row.What}{Era(row)}"));
    }

    private static string Line(CodeChange row) => $"{row.When}, {row.Commit}: {row.What}{(row.IsMerged ? "" : " (never merged)")}{Era(row)}";

    private static string Era(CodeChange row) => row.Era is { } era ? $" [era {era}]" : "";

    private static string Cards(ImmutableArray<CodeChange> rows) => new XElement(
        "ul",
        new XAttribute("class", "mm-cards"),
        rows.IsEmpty ? new XElement("li", new XAttribute("class", "mm-card"), new XElement("p", Nothing)) : null,
        rows.Select(row => new XElement("li", new XAttribute("class", row.IsMerged ? "mm-card" : "mm-card free"), new XElement("p", new XElement("b", row.When), $" {row.Commit}"), new XElement("ul", new XElement("li", $"{row.What}{Era(row)}"))))).ToString(SaveOptions.DisableFormatting);

    private static IEnumerable<XElement?> Svg(ImmutableArray<CodeChange> rows) =>
    [
        SvgShapes.Group("", Spans(rows)),
        rows.IsEmpty ? SvgShapes.Text(Metrics.Margin, Y(0) + 4, Nothing, Metrics.Width, "small title") : SvgShapes.Group("line", SvgShapes.Path($"M{LineX} {Y(0)}V{Y(rows.Length - 1) + 14}", "")),
        SvgShapes.Group("", rows.Select(Row)),
    ];

    /// <summary>An era lasts until the next one of the same line; what was refused has none of its own time.</summary>
    private static IEnumerable<XElement> Spans(ImmutableArray<CodeChange> rows)
    {
        var begins = Enumerable.Range(0, rows.Length).Where(i => rows[i] is { IsMerged: true, Era: not null }).Append(rows.Length).ToList();
        return begins.SkipLast(1).Select((from, i) =>
        {
            var box = new Box(Metrics.Margin, Metrics.Margin + (from * RowHeight), EraWidth, ((begins[i + 1] - from) * RowHeight) - 6);
            return SvgShapes.Group("event kernel", SvgShapes.Data("era", rows[from].Era!.Name), SvgShapes.Rectangle(box, ""), SvgShapes.Text(box.X + Metrics.Padding, box.Y + Metrics.FirstBaseline + 4, $"era {rows[from].Era!.Name}", box.Width - (2 * Metrics.Padding)));
        });
    }

    private static XElement Row(CodeChange row, int index)
    {
        var y = Y(index);
        var lines = BrokenLines.Of(row.What, Metrics.Width - Metrics.Margin - TextX, Metrics.Small).ToList();
        if (lines.Count > 2) lines = [lines[0], TextMetrics.Fit(string.Join(' ', lines.Skip(1)), Metrics.Width - Metrics.Margin - TextX, Metrics.Small)];
        return SvgShapes.Group(
            row.IsMerged ? "change" : "change refused",
            SvgShapes.Data("commit", row.Commit),
            SvgShapes.Text(EraWidth + Metrics.Margin + 14, y + 4, row.When, LineX - EraWidth - 34, "small"),
            row.IsMerged ? SvgShapes.Circle(LineX, y, 6, "disc") : SvgShapes.Group("line number", SvgShapes.Path($"M{LineX} {y}H{LineX + Branch - 6}", ""), SvgShapes.Circle(LineX + Branch - 6, y, 5, "ring")),
            SvgShapes.Text(CommitX, y + 4, row.Commit, TextX - CommitX - 8, "small title"),
            SvgShapes.Group("", lines.Select((line, i) => SvgShapes.Text(TextX, y + 4 + (i * 16), line, Metrics.Width - TextX, "small"))));
    }

    private static int Y(int index) => Metrics.Margin + (index * RowHeight) + 14;
}
