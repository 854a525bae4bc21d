using System.Xml.Linq;

namespace LinuxMm.Figures;

/// <summary>Draws the legend.</summary>
internal static class SvgLegend
{
    private const int BoxHeight = 14;

    public static XElement? Draw(LegendLayout legend, string hatch) => legend.Items.IsEmpty ? null : SvgShapes.Group(
        "legend",
        legend.Items.Select(item => SvgShapes.Group(
            "",
            [
                .. item.Sample is { } sample ? Sample(sample, item, hatch) : [],
                SvgShapes.Text(item.X + item.TextOffset, item.Y + 11, item.Text, Metrics.Width, "small"),
            ])));

    private static IEnumerable<XElement?> Sample(LegendSample sample, LegendItem item, string hatch)
    {
        var middle = item.Y + (BoxHeight / 2);
        var end = item.X + LegendItem.SampleWidth - 6;
        var box = new Box(item.X, item.Y, LegendItem.SampleWidth, BoxHeight);
        return sample switch
        {
            { Kind: { } kind } => [SvgShapes.Group($"frame {SvgBoxes.Kind(kind)}", SvgShapes.Rectangle(box, ""), kind == MemoryKind.NoStructPage ? SvgBoxes.Hatch(box, hatch) : null)],
            { Tie: { } tie } => [SvgShapes.Group(SvgLines.Classes(tie), SvgLines.Curve(item.X, middle, end - SvgLines.Short(tie), middle), SvgSigns.End(tie, end, middle, true))],
            { Change: Change.Vanished } => [SvgShapes.Group("area ghost", SvgShapes.Rectangle(box, ""))],
            { IsViolation: true } => [SvgSigns.Cross(item.X + (LegendItem.SampleWidth / 2), middle)],
            _ => [SvgShapes.Group("area kernel new", SvgShapes.Rectangle(box, ""), SvgSigns.Diamond(item.X + 1, item.Y + 1))],
        };
    }
}
