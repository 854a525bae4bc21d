namespace LinuxMm.Figures;

/// <summary>The measures of the memory-state figure in user units.</summary>
internal static class Metrics
{
    /// <summary>The widest a figure becomes. A smaller one is drawn larger on the same page.</summary>
    public const int Width = 880;
    public const int NarrowestWidth = 720;
    public const int Margin = 10;

    /// <summary>Names and numbers.</summary>
    public const int Large = 13;

    /// <summary>Everything that is said about them.</summary>
    public const int Small = 12;

    public const int HeaderBaseline = 20;
    public const int HeaderRule = 32;
    public const int Top = 42;

    /// <summary>A line of text above a group: the name of a process or a holder.</summary>
    public const int Heading = 22;

    public const int Row = 42;
    public const int RowGap = 7;
    public const int GroupGap = 12;

    /// <summary>What is left out between two addresses or two frame numbers.</summary>
    public const int Break = 20;

    public const int Slot = 27;
    public const int SlotGap = 4;
    public const int Flags = 25;
    public const int ChipHeight = 18;
    public const int ChipGap = 6;
    public const int Padding = 9;
    public const int FirstBaseline = 18;
    public const int SecondBaseline = 34;
    public const int SlotBaseline = 18;

    /// <summary>Room at the right end of a frame for what it contains.</summary>
    public const int TileGap = 8;

    public const int BarLine = 18;
    public const int BarPadding = 7;
    public const int LegendLine = 22;
}
