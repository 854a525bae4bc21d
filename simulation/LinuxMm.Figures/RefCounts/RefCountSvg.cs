using System.Collections.Immutable;
using System.Xml.Linq;

namespace LinuxMm.Figures;

/// <summary>Draws the blocks.</summary>
internal static class RefCountSvg
{
    private const int RowHeight = 28;
    private const int LabelWidth = 300;
    private const int BlocksX = LabelWidth + Metrics.Margin + 12;
    private const int CountX = 730;
    private const int Reference = 18;
    private const int Pin = 34;
    private const int Gap = 4;

    public static int Height(ImmutableArray<RefCountRow> rows) => Metrics.Top + (Math.Max(1, rows.Length) * RowHeight) + Metrics.LegendLine + 4;

    public static IEnumerable<XElement?> Draw(ImmutableArray<RefCountRow> rows) =>
    [
        SvgShapes.Group("heads", Column(Metrics.Margin, "by whom"), Column(BlocksX, "what holds the frame"), Column(CountX, "the counter")),
        rows.IsEmpty ? SvgShapes.Text(Metrics.Margin, Metrics.Top + Metrics.FirstBaseline, RefCountRow.Nothing, Metrics.Width) : null,
        SvgShapes.Group("", rows.Select(Row)),
        SvgShapes.Group("legend", SvgShapes.Text(Metrics.Margin, Height(rows) - 10, "square: a reference, weighs 1 · wide, with a disc: a pin, weighs 1024 · dashed: free", Metrics.Width, "small")),
    ];

    private static XElement Column(int x, string text) => SvgShapes.Text(x, Metrics.HeaderBaseline, text, Metrics.Width, "small column");

    private static XElement Row(RefCountRow row, int index)
    {
        var y = Metrics.Top + (index * RowHeight);
        return SvgShapes.Group(
            "count",
            SvgShapes.Data("to", row.To),
            SvgShapes.Text(Metrics.Margin, y + Metrics.FirstBaseline, row.Label, LabelWidth, "small"),
            SvgShapes.Group("", row.IsLeftOut ? [] : row.To == 0 ? [SvgShapes.Group("event free", SvgShapes.Rectangle(new(BlocksX, y, Pin + Reference, RowHeight - 6), ""), SvgShapes.Text(BlocksX + 8, y + Metrics.FirstBaseline - 2, "free", Pin, "small"))] : Blocks(row, y)),
            row.IsLeftOut ? null : SvgShapes.Text(CountX, y + Metrics.FirstBaseline, row.Count, Metrics.Width - Metrics.Margin - CountX, "small"));
    }

    private static IEnumerable<XElement?> Blocks(RefCountRow row, int y)
    {
        var x = BlocksX;
        var (pins, morePins) = RefCountRow.Shown(row.Pins);
        for (var i = 0; i < pins; i++, x += Pin + Gap)
        {
            yield return SvgShapes.Group("anon block", SvgShapes.Rectangle(new(x, y, Pin, RowHeight - 6), ""), SvgShapes.Circle(x + (Pin / 2), y + ((RowHeight - 6) / 2), 5, "disc"));
        }

        if (morePins.Length > 0) yield return SvgShapes.Text(x, y + Metrics.FirstBaseline, morePins, Pin * 2, "small");
        x += morePins.Length > 0 ? Pin * 2 : 0;
        var (references, more) = RefCountRow.Shown(row.References);
        for (var i = 0; i < references; i++, x += Reference + Gap)
        {
            yield return SvgShapes.Group("kernel block", SvgShapes.Rectangle(new(x, y, Reference, RowHeight - 6), ""));
        }

        if (more.Length > 0) yield return SvgShapes.Text(x, y + Metrics.FirstBaseline, more, Pin * 2, "small");
    }
}
