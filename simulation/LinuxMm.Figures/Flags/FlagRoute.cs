namespace LinuxMm.Figures;

/// <summary>How an arrow runs from one state to another.</summary>
/// <param name="Path">The path data.</param>
/// <param name="X">Where its head points.</param>
/// <param name="Y">Where its head points.</param>
/// <param name="Towards">The direction in which it arrives.</param>
internal sealed record FlagRoute(FormattableString Path, int X, int Y, Direction Towards)
{
    private const int Apart = 14;
    private const int Head = 9;
    private const int Detour = 40;

    public static FlagRoute Between(FrameVectorState from, FrameVectorState to)
    {
        var (a, b) = (FlagGrid.Box(from), FlagGrid.Box(to));
        if (from == FrameVectorState.Empty || to == FrameVectorState.Empty) return WithStart(a, b);
        if (a.Y == b.Y) return Across(a, b);
        return a.X == b.X ? Down(a, b) : Diagonal(a, b);
    }

    /// <summary>Both ways lie beside each other: to the right above, to the left below.</summary>
    private static FlagRoute Across(Box a, Box b)
    {
        var isRight = b.X > a.X;
        var y = a.MiddleY + (isRight ? -Apart : Apart);
        var (x1, x2) = isRight ? (a.Right, b.X) : (a.X, b.Right);
        return new($"M{x1} {y}H{x2 + (isRight ? -Head : Head)}", x2, y, isRight ? Direction.Right : Direction.Left);
    }

    private static FlagRoute Down(Box a, Box b)
    {
        var isDown = b.Y > a.Y;
        var x = a.X + (a.Width / 2) + (isDown ? Apart : -Apart);
        var (y1, y2) = isDown ? (a.Bottom, b.Y) : (a.Y, b.Bottom);
        return new($"M{x} {y1}V{y2 + (isDown ? -Head : Head)}", x, y2, isDown ? Direction.Down : Direction.Up);
    }

    private static FlagRoute Diagonal(Box a, Box b)
    {
        var isRight = b.X > a.X;
        var (x1, x2) = isRight ? (a.Right, b.X) : (a.X, b.Right);
        var (y1, y2) = b.Y > a.Y ? (a.Bottom - Apart, b.Y + Apart) : (a.Y + Apart, b.Bottom - Apart);
        var middle = (x1 + x2) / 2;
        return new($"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2 + (isRight ? -Head : Head)} {y2}", x2, y2, isRight ? Direction.Right : Direction.Left);
    }

    /// <summary>To and from the near states directly, to and from the far ones around the square.</summary>
    private static FlagRoute WithStart(Box a, Box b)
    {
        var isOut = b.X > a.X;
        var (start, end) = isOut ? (a, b) : (b, a);
        if (end.X - start.Right < end.Width) return Diagonal(a, b);
        var isAbove = end.Y < start.Y;
        var edge = isAbove ? end.Y : end.Bottom;
        var beyond = edge + (isAbove ? -Detour : Detour);
        var (startX, startY) = (start.X + (start.Width / 2) + (isOut ? -Apart : Apart), isAbove ? start.Y : start.Bottom);
        var endX = end.X + (end.Width / 2) + (isOut ? Apart : -Apart);
        var arrival = isAbove ? -Head : Head;
        return isOut
            ? new($"M{startX} {startY}C{startX} {beyond} {startX} {beyond} {startX + Detour} {beyond}H{endX - Detour}C{endX} {beyond} {endX} {beyond} {endX} {edge + arrival}", endX, edge, isAbove ? Direction.Down : Direction.Up)
            : new($"M{endX} {edge}C{endX} {beyond} {endX} {beyond} {endX - Detour} {beyond}H{startX + Detour}C{startX} {beyond} {startX} {beyond} {startX} {startY + arrival}", startX, startY, isAbove ? Direction.Down : Direction.Up);
    }
}
