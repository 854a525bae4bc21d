namespace LinuxMm.Figures;

/// <summary>A rectangle in user units; whole numbers keep the bytes the same everywhere.</summary>
internal readonly record struct Box(int X, int Y, int Width, int Height)
{
    public int Right => X + Width;

    public int Bottom => Y + Height;

    public int MiddleY => Y + (Height / 2);

    /// <summary>The point that is number <paramref name="index"/> of <paramref name="count"/> evenly spread along a side.</summary>
    public int Spread(int index, int count) => Y + (Height * ((2 * index) + 1) / (2 * count));
}
