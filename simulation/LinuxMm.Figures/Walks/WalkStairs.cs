namespace LinuxMm.Figures;

/// <summary>Where the parts of a walk stand: the address on top, a table below each of its parts, each lower than the one before.</summary>
internal static class WalkStairs
{
    public const int Width = 800;
    public const int Height = FirstTableY + (4 * StepDown) + FrameHeight + 40;
    public const int AddressBaseline = 20;
    public const int BitsBaseline = 46;
    public const int EntryHeight = 30;
    private const int BarY = 54;
    private const int BarHeight = 30;
    private const int PartWidth = 147;
    private const int FirstTableY = 112;
    private const int StepDown = 50;
    private const int TableWidth = 124;
    private const int TableHeight = 88;
    private const int EntryY = 42;
    private const int FrameHeight = 58;

    /// <summary>A part of the address; number 4 is the offset.</summary>
    public static Box Part(int level) => new(Metrics.Margin + (level * PartWidth), BarY, level < 4 ? PartWidth : Width - (2 * Metrics.Margin) - (4 * PartWidth), BarHeight);

    public static Box Table(int level) => new(Part(level).X, FirstTableY + (level * StepDown), TableWidth, TableHeight);

    public static Box Entry(int level) => new(Table(level).X, Table(level).Y + EntryY, TableWidth, EntryHeight);

    public static Box Frame => new(Part(4).X, FirstTableY + (4 * StepDown) + 4, Part(4).Width, FrameHeight);
}
