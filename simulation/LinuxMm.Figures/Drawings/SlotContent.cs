namespace LinuxMm.Figures;

/// <summary>What a slot of a holder contains.</summary>
internal enum SlotContent
{
    /// <summary>Whatever was in memory before.</summary>
    Garbage,

    /// <summary>A frame number.</summary>
    Number,

    /// <summary>A pointer to a struct page.</summary>
    PagePointer,
}
