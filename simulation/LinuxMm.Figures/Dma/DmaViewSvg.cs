using System.Globalization;
using System.Xml.Linq;

namespace LinuxMm.Figures;

/// <summary>Draws a scatter list and the device's view of it.</summary>
internal static class DmaViewSvg
{
    private const int Head = 9;

    public static IEnumerable<XElement?> Draw(DmaViewFacts facts) =>
    [
        SvgShapes.Group("heads", Column(DmaViewLayout.FrameX, "frames"), Column(DmaViewLayout.PieceX, "scatter list"), Column(DmaViewLayout.BusX, "what the device sees")),
        SvgShapes.Group("", facts.Pieces.Select(piece => Frames(facts, piece))),
        SvgShapes.Group("", facts.Pieces.Select(piece => Piece(facts, piece))),
        SvgShapes.Group("", facts.Ranges().Select(range => Bus(facts, range.First, range.Count))),
        facts.LeftOut == 0 ? null : SvgShapes.Text(DmaViewLayout.PieceX, DmaViewLayout.LeftOutBaseline(facts), DmaViewWords.LeftOut(facts), DmaViewLayout.PieceWidth, "small title"),
        Note(facts),
    ];

    private static XElement Column(int x, string text) => SvgShapes.Text(x, Metrics.HeaderBaseline, text, Metrics.Width, "small column");

    private static XElement Frames(DmaViewFacts facts, DmaPiece piece)
    {
        var middle = DmaViewLayout.Piece(facts, piece.Index);
        return SvgShapes.Group("", piece.Shown.SelectMany((pfn, i) =>
        {
            var box = DmaViewLayout.Frame(facts, piece.Index, i);
            var text = pfn is { } number ? $"pfn {FrameNumbers.Range(number, 1)}" : string.Create(CultureInfo.InvariantCulture, $"… {piece.Frames - 4} more");
            return new[]
            {
                SvgShapes.Group(pfn is null ? "event free" : "event anon", SvgShapes.Rectangle(box, ""), SvgShapes.Text(box.X + Metrics.Padding, box.Y + Metrics.FirstBaseline + 1, text, box.Width - (2 * Metrics.Padding))),
                SvgShapes.Group("line", SvgLines.Curve(box.Right, box.MiddleY, middle.X, middle.Spread(i, piece.Shown.Count()))),
            };
        }));
    }

    private static XElement Piece(DmaViewFacts facts, DmaPiece piece)
    {
        var box = DmaViewLayout.Piece(facts, piece.Index);
        return SvgShapes.Group(
            "event kernel",
            SvgShapes.Data("piece", piece.Index),
            SvgShapes.Rectangle(box, ""),
            SvgShapes.Text(box.X + Metrics.Padding, box.Y + Metrics.FirstBaseline, DmaViewWords.Piece(piece), box.Width - (2 * Metrics.Padding)),
            SvgShapes.Text(box.X + Metrics.Padding, box.Y + Metrics.SecondBaseline + 2, DmaViewWords.Bytes(piece), box.Width - (2 * Metrics.Padding), "small"));
    }

    private static XElement Bus(DmaViewFacts facts, int first, int count)
    {
        var box = DmaViewLayout.Bus(facts, first, count);
        var room = box.Width - (2 * Metrics.Padding);
        if (facts.Pieces[first].Address is null)
        {
            return SvgShapes.Group("event free", SvgShapes.Rectangle(box, ""), SvgShapes.Text(box.X + Metrics.Padding, box.Y + Metrics.FirstBaseline, DmaViewWords.NotMapped, room));
        }

        var lines = Enumerable.Range(first, count).Select(i => DmaViewLayout.Piece(facts, i)).Select(piece => SvgShapes.Group(
            "line", SvgShapes.Path($"M{piece.Right} {piece.MiddleY}H{box.X - Head}", ""), SvgSigns.Arrowhead(box.X, piece.MiddleY, Direction.Right, "head")));
        return SvgShapes.Group(
            "",
            [
                SvgShapes.Group(
                    "event io",
                    SvgShapes.Data("address", facts.Pieces[first].Address!.Value),
                    SvgShapes.Rectangle(box, ""),
                    SvgShapes.Text(box.X + Metrics.Padding, box.Y + Metrics.FirstBaseline, DmaViewWords.Addresses(facts, first, count), room),
                    SvgShapes.Text(box.X + Metrics.Padding, box.Y + Metrics.SecondBaseline + 2, DmaViewWords.Range(facts, first, count), room, "small")),
                .. lines,
            ]);
    }

    private static XElement Note(DmaViewFacts facts)
    {
        var isShort = facts.IsMapped && facts.Contiguous < facts.Size;
        var y = DmaViewLayout.NoteBaseline(facts);
        return SvgShapes.Group(
            "note",
            isShort ? SvgSigns.Cross(Metrics.Margin + 9, y - 4) : null,
            SvgShapes.Text(Metrics.Margin + (isShort ? NoticeBar.SignWidth : 0), y, DmaViewWords.Contiguity(facts), Metrics.Width - (2 * Metrics.Margin), "small"));
    }
}
