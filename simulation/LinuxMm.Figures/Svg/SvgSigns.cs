using System.Xml.Linq;

namespace LinuxMm.Figures;

/// <summary>The small signs: drawn, not written, since fonts differ.</summary>
internal static class SvgSigns
{
    /// <summary>The diamond of everything that changed, on the corner of its box.</summary>
    public static XElement? Changed(Box box, Change change) => change == Change.None ? null : Diamond(box.X + 1, box.Y + 1);

    public static XElement Diamond(int x, int y) => SvgShapes.Path($"M{x} {y - 7}l7 7-7 7-7-7z", "diamond");

    /// <summary>The cross of what is broken.</summary>
    public static XElement Cross(int x, int y) => SvgShapes.Group(
        "cross", SvgShapes.Circle(x, y, 9, ""), SvgShapes.Path($"M{x - 4} {y - 4}l8 8m0-8l-8 8", ""));

    /// <summary>The end of a line at a frame, at the given side of it.</summary>
    /// <param name="tie">What the line promises.</param>
    /// <param name="x">The edge of the frame.</param>
    /// <param name="y">Where the line arrives.</param>
    /// <param name="toRight">Whether the line comes from the left.</param>
    public static XElement? End(Tie tie, int x, int y, bool toRight) => tie switch
    {
        Tie.Number => SvgShapes.Circle(x, y, 5, "ring"),
        Tie.Pin => SvgShapes.Circle(x, y, 6, "disc"),
        _ => Arrowhead(x, y, toRight ? Direction.Right : Direction.Left, tie is Tie.DmaRunning or Tie.DmaDone ? "head dma" : "head"),
    };

    public static XElement Arrowhead(int x, int y, Direction towards, string classes) => towards switch
    {
        Direction.Right => SvgShapes.Path($"M{x} {y}l-10-5v10z", classes),
        Direction.Left => SvgShapes.Path($"M{x} {y}l10-5v10z", classes),
        Direction.Down => SvgShapes.Path($"M{x} {y}l-5-10h10z", classes),
        _ => SvgShapes.Path($"M{x} {y}l-5 10h10z", classes),
    };
}
