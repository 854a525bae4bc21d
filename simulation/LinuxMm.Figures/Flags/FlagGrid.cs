namespace LinuxMm.Figures;

/// <summary>Where the states stand: the start on the left, then a square of got_ref down and is_pfns across.</summary>
internal static class FlagGrid
{
    public const int Width = 800;
    public const int Height = FooterBaseline + 14;
    public const int HeaderBaseline = 20;
    public const int FooterBaseline = LowerY + BoxHeight + 62;
    private const int UpperY = 80;
    private const int LowerY = 220;
    private const int BoxWidth = 246;
    private const int BoxHeight = 84;
    private const int LeftX = 232;
    private const int RightX = Width - Metrics.Margin - BoxWidth;
    private const int StartWidth = 180;

    public static Box Box(FrameVectorState state) => state switch
    {
        FrameVectorState.Empty => new(Metrics.Margin, (UpperY + LowerY) / 2, StartWidth, BoxHeight),
        FrameVectorState.PinnedPages => new(LeftX, UpperY, BoxWidth, BoxHeight),
        FrameVectorState.PfnsWithReference => new(RightX, UpperY, BoxWidth, BoxHeight),
        FrameVectorState.PagesWithoutReference => new(LeftX, LowerY, BoxWidth, BoxHeight),
        FrameVectorState.BarePfns => new(RightX, LowerY, BoxWidth, BoxHeight),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
