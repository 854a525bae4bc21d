using System.Globalization;
using System.Xml.Linq;

namespace LinuxMm.Figures;

/// <summary>Draws a walk as a staircase of tables.</summary>
/// <param name="walk">The walk.</param>
/// <param name="changed">The subjects of the lines that the step before did not say.</param>
/// <param name="hatch">The id of the hatch pattern.</param>
internal sealed class WalkSvg(WalkFacts walk, IReadOnlySet<string> changed, string hatch)
{
    private const int LowestBits = 12;
    private const int BitsPerLevel = 9;
    private const int Head = 9;

    public IEnumerable<XElement?> Draw() =>
    [
        walk.Frame?.Kind == MemoryKind.NoStructPage ? SvgHatch.Pattern(hatch) : null,
        Said(WalkWords.AddressSubject, Metrics.Margin - 2, WalkStairs.AddressBaseline - 5, "", SvgShapes.Text(Metrics.Margin + 9, WalkStairs.AddressBaseline, $"{WalkWords.Hex(walk.Address)} {WalkWords.Area(walk)}", WalkStairs.Width - (2 * Metrics.Margin))),
        SvgShapes.Group("bits", walk.Levels.Select((level, i) => Part(i, $"bits {level.LowestBit + BitsPerLevel - 1}-{level.LowestBit}", Index(level))).Append(Part(walk.Levels.Length, $"bits {LowestBits - 1}-0", $"offset {WalkWords.Hex(walk.Offset)}"))),
        SvgShapes.Group("", walk.Levels.Select(Table)),
        SvgShapes.Group("", walk.Levels.Select(Arrow)),
        Frame(),
        SvgShapes.Group("legend", walk.Flags.Length == 0 ? null : SvgShapes.Text(WalkStairs.Table(3).X, WalkStairs.Height - 12, WalkWords.Letters(walk), WalkStairs.Width - WalkStairs.Table(3).X, "small")),
        Said(WalkWords.EndSubject, Metrics.Margin - 2, WalkStairs.Height - 16, "legend", SvgShapes.Text(Metrics.Margin + 9, WalkStairs.Height - 12, WalkWords.End(walk), WalkStairs.Width - (2 * Metrics.Margin), "small")),
    ];

    /// <summary>What one line of the text form says, marked where it is new.</summary>
    private XElement Said(string subject, int markX, int markY, string classes, params IEnumerable<XObject?> parts) => changed.Contains(subject)
        ? SvgShapes.Group($"{classes} new".Trim(), [.. parts, SvgShapes.Data("changed", "yes"), SvgSigns.Diamond(markX, markY)])
        : SvgShapes.Group(classes, parts);

    private static string Index(WalkLevel level) => string.Create(CultureInfo.InvariantCulture, $"{level.Name} {level.Index}");

    private static XElement Part(int level, string bits, string index)
    {
        var box = WalkStairs.Part(level);
        var below = level < 4 ? WalkStairs.Table(level) : WalkStairs.Frame;
        return SvgShapes.Group(
            "",
            SvgShapes.Text(box.X + Metrics.Padding, WalkStairs.BitsBaseline, bits, box.Width, "small title"),
            SvgShapes.Group("bit", SvgShapes.Rectangle(box, "", 0), SvgShapes.Text(box.X + Metrics.Padding, box.Y + 20, index, box.Width - Metrics.Padding)),
            SvgShapes.Path($"M{below.X + 26} {box.Bottom}V{below.Y}", "drop"));
    }

    private XElement Table(WalkLevel level, int at)
    {
        var (table, entry) = (WalkStairs.Table(at), WalkStairs.Entry(at));
        var isGhost = level.Entry == WalkEntry.NotReached;
        return Said(
            level.Place,
            table.X + 1,
            table.Y + 1,
            isGhost ? "table ghost" : "table kernel",
            SvgShapes.Data("level", level.Name),
            SvgShapes.Rectangle(table, ""),
            SvgShapes.Text(table.X + Metrics.Padding, table.Y + Metrics.FirstBaseline + 4, level.Name, table.Width - (2 * Metrics.Padding)),
            isGhost ? null : SvgShapes.Group(
                level.Entry == WalkEntry.None ? "pte absent" : "pte",
                SvgShapes.Rectangle(entry, "", 0),
                SvgShapes.Text(entry.X + Metrics.Padding, entry.Y + 20, $"[{level.Index.ToString(CultureInfo.InvariantCulture)}] {Short(level)}", entry.Width - (2 * Metrics.Padding) + 1, "small")),
            level.Entry == WalkEntry.None ? SvgSigns.Cross(entry.Right, entry.MiddleY) : null);
    }

    private string Short(WalkLevel level) => level.Entry switch
    {
        WalkEntry.Table => "table",
        WalkEntry.Frame => $"{FrameNumbers.Range(walk.Frame!.Pfn, 1)} {walk.Flags}",
        _ => "none",
    };

    private static XElement? Arrow(WalkLevel level, int at)
    {
        if (level.Entry is WalkEntry.None or WalkEntry.NotReached) return null;
        var entry = WalkStairs.Entry(at);
        var to = level.Entry == WalkEntry.Frame ? WalkStairs.Frame : WalkStairs.Table(at + 1);
        var y = level.Entry == WalkEntry.Frame ? to.MiddleY : to.Y + Metrics.FirstBaseline;
        return SvgShapes.Group("line", SvgLines.Curve(entry.Right, entry.MiddleY, to.X - Head, y), SvgSigns.Arrowhead(to.X, y, Direction.Right, "head"));
    }

    private XElement Frame()
    {
        var box = WalkStairs.Frame;
        if (walk.Frame is not { } frame) return SvgShapes.Group("frame ghost", SvgShapes.Rectangle(box, ""), SvgShapes.Text(box.X + Metrics.Padding, box.Y + Metrics.FirstBaseline + 4, "no frame", box.Width));
        var room = box.Width - (2 * Metrics.Padding);
        return Said(
            WalkWords.FrameSubject(frame),
            box.X + 1,
            box.Y + 1,
            $"frame {SvgBoxes.Kind(frame.Kind)}",
            SvgShapes.Data("pfn", frame.Pfn),
            SvgShapes.Rectangle(box, ""),
            frame.Kind == MemoryKind.NoStructPage ? SvgBoxes.Hatch(box, hatch) : null,
            SvgShapes.Text(box.X + Metrics.Padding, box.Y + Metrics.FirstBaseline + 4, $"pfn {FrameNumbers.Range(frame.Pfn, 1)} · {frame.Owner}", room),
            SvgShapes.Text(box.X + Metrics.Padding, box.Y + Metrics.SecondBaseline + 10, $"{WalkWords.Physical(walk)}{(frame.Contents.Length == 0 ? "" : $" \"{frame.Contents}\"")}", room, "small"));
    }
}
