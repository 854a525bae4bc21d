using System.Xml.Linq;

namespace LinuxMm.Figures;

/// <summary>Draws flags as chips: filled for true, hollow for false, dashed while never written.</summary>
internal static class SvgChips
{
    private const int Baseline = 13;

    public static IEnumerable<XElement> Draw(int x, int y, IEnumerable<FlagDrawing> flags)
    {
        foreach (var flag in flags)
        {
            var label = Labels.Flag(flag);
            var box = new Box(x, y, TextMetrics.Width(label, Metrics.Small) + (2 * Metrics.ChipGap), Metrics.ChipHeight);
            x = box.Right + Metrics.ChipGap;
            yield return SvgShapes.Group(
                flag.Value switch { true => "chip", false => "chip off", null => "chip unset" },
                SvgShapes.Rectangle(box, "", Metrics.ChipHeight / 2),
                SvgShapes.Text(box.X + Metrics.ChipGap, box.Y + Baseline, label, box.Width, "small"));
        }
    }
}
