namespace LinuxMm.Figures;

/// <summary>Where a column begins and how wide it is.</summary>
internal readonly record struct Column(int X, int Width)
{
    public int Right => X + Width;
}

/// <summary>The four columns of the figure, as wide as what is ever written in them, so far as there is room.</summary>
/// <param name="Width">Of the whole figure, with its margins.</param>
/// <param name="Area">Address space.</param>
/// <param name="Entry">Page table.</param>
/// <param name="Frame">Physical frames.</param>
/// <param name="Holder">Who holds what.</param>
internal sealed record Columns(int Width, Column Area, Column Entry, Column Frame, Column Holder)
{
    private static readonly int[] Narrowest = [112, 116, 214, 140];
    private static readonly int[] Widest = [180, 180, 340, 204];
    private static readonly int[] Gaps = [10, 48, 70];

    public static Columns Of(ColumnTexts texts)
    {
        var rest = Gaps.Sum() + (2 * Metrics.Margin);
        var wanted = Clamped(texts.Widths(text => text));
        var needed = Clamped(texts.Widths(TextMetrics.WithoutPast));
        Shrink(wanted, needed, wanted.Sum() + rest - Metrics.Width);
        Shrink(wanted, Narrowest, wanted.Sum() + rest - Metrics.Width);
        return Placed(wanted, Math.Max(0, Metrics.NarrowestWidth - rest - wanted.Sum()));
    }

    private static int[] Clamped(int[] widths) => [.. widths.Select((width, i) => Math.Clamp(width, Narrowest[i], Widest[i]))];

    /// <summary>Takes the excess from the columns in the ratio of what they can spare.</summary>
    private static void Shrink(int[] widths, int[] narrowest, int excess)
    {
        var spare = widths.Zip(narrowest, (width, narrow) => width - narrow).ToList();
        var total = spare.Sum();
        if (excess <= 0 || total == 0) return;
        excess = Math.Min(excess, total);
        for (var i = 0; i < widths.Length; i++) widths[i] -= ((spare[i] * excess) + total - 1) / total;
    }

    private static Columns Placed(int[] widths, int extra)
    {
        var area = new Column(Metrics.Margin, widths[0]);
        var entry = new Column(area.Right + Gaps[0], widths[1]);
        var frame = new Column(entry.Right + Gaps[1] + (extra * 2 / 5), widths[2]);
        var holder = new Column(frame.Right + Gaps[2] + (extra * 3 / 5), widths[3]);
        return new(holder.Right + Metrics.Margin, area, entry, frame, holder);
    }
}
