using System.Xml.Linq;

namespace LinuxMm.Figures;

/// <summary>Draws the lines, whose style is the promise.</summary>
internal static class SvgLines
{
    private const int HeadLength = 9;

    public static XElement Draw(FigureLayout layout, LineView line, bool isNew)
    {
        var (start, end) = layout.Ports.Of(line);
        var box = LinePorts.StartBox(layout, line.From);
        var frame = layout.Frame(line.To);
        var toRight = line.From is LineStart.Entry;
        var (x1, x2) = toRight ? (box.Right, frame.X) : (box.X, frame.Right);
        var way = toRight ? 1 : -1;
        var readsOnly = line is { Tie: Tie.DmaRunning or Tie.DmaDone, Way: DmaWay.ReadsMemory };
        var atStart = readsOnly || line is { Tie: Tie.DmaRunning or Tie.DmaDone, Way: DmaWay.Both };
        return SvgShapes.Group(
            Classes(line.Tie) + (isNew ? " new" : ""),
            SvgShapes.Data("pfn", line.To.Pfn),
            SvgShapes.Data("tie", line.Tie),
            Curve(x1 + (atStart ? way * HeadLength : 0), start, x2 - (readsOnly ? 0 : way * Short(line.Tie)), end),
            readsOnly ? null : SvgSigns.End(line.Tie, x2, end, toRight),
            atStart ? SvgSigns.Arrowhead(x1, start, toRight ? Direction.Left : Direction.Right, "head dma") : null);
    }

    /// <summary>The classes of a line, also of its sample in the legend.</summary>
    public static string Classes(Tie tie) => tie switch
    {
        Tie.Number => "line number",
        Tie.Pin => "line pin",
        Tie.DmaRunning => "line dma running",
        Tie.DmaDone => "line dma",
        _ => "line",
    };

    /// <summary>How much before the frame the line itself ends, to leave room for its end sign.</summary>
    public static int Short(Tie tie) => tie switch { Tie.Number => 5, Tie.Pin => 0, _ => HeadLength };

    public static XElement Curve(int x1, int y1, int x2, int y2)
    {
        var middle = (x1 + x2) / 2;
        return y1 == y2 ? SvgShapes.Path($"M{x1} {y1}H{x2}", "") : SvgShapes.Path($"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}", "");
    }
}
