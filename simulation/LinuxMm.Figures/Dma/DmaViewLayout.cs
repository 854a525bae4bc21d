namespace LinuxMm.Figures;

/// <summary>Where frames, pieces and bus addresses stand, side by side.</summary>
internal static class DmaViewLayout
{
    public const int FrameX = Metrics.Margin;
    public const int PieceX = 250;
    public const int BusX = 600;
    public const int FrameWidth = 180;
    public const int PieceWidth = 290;
    public const int BusWidth = Metrics.Width - Metrics.Margin - BusX;
    public const int FrameHeight = 28;
    private const int FrameGap = 4;
    private const int PieceGap = 14;
    private const int LeastHeight = 46;

    public static int Height(DmaViewFacts facts) => NoteBaseline(facts) + 16;

    public static int NoteBaseline(DmaViewFacts facts) => (facts.Pieces.Length == 0 ? Metrics.Top : Piece(facts, facts.Pieces.Length - 1).Bottom) + (facts.LeftOut > 0 ? 48 : 26);

    public static int LeftOutBaseline(DmaViewFacts facts) => NoteBaseline(facts) - 24;

    public static Box Piece(DmaViewFacts facts, int index)
    {
        var y = Metrics.Top;
        for (var i = 0; i < index; i++) y += PieceHeight(facts.Pieces[i]) + PieceGap;
        return new(PieceX, y, PieceWidth, PieceHeight(facts.Pieces[index]));
    }

    public static Box Frame(DmaViewFacts facts, int piece, int index) => new(FrameX, Piece(facts, piece).Y + (index * (FrameHeight + FrameGap)), FrameWidth, FrameHeight);

    public static Box Bus(DmaViewFacts facts, int first, int count)
    {
        var (top, bottom) = (Piece(facts, first).Y, Piece(facts, first + count - 1).Bottom);
        return new(BusX, top, BusWidth, bottom - top);
    }

    private static int PieceHeight(DmaPiece piece) => Math.Max(LeastHeight, (piece.Shown.Count() * (FrameHeight + FrameGap)) - FrameGap);
}
