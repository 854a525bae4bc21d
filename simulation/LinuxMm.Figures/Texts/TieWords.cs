namespace LinuxMm.Figures;

/// <summary>The lines of the picture as words and as drawn with characters.</summary>
internal static class TieWords
{
    /// <summary>The line in text, in the style of the drawn one.</summary>
    public static string Arrow(Tie tie, DmaWay way = DmaWay.WritesMemory) => (tie, way) switch
    {
        (Tie.Number, _) => "┄┄○",
        (Tie.Pin, _) => "━━●",
        (Tie.DmaRunning, DmaWay.ReadsMemory) => "◀╍╍",
        (Tie.DmaRunning, DmaWay.Both) => "◀╍▶",
        (Tie.DmaRunning, _) => "╍╍▶",
        (Tie.DmaDone, DmaWay.ReadsMemory) => "◀──",
        (Tie.DmaDone, DmaWay.Both) => "◀─▶",
        _ => "──▶",
    };

    /// <summary>What follows the arrow.</summary>
    public static string WithoutArrow(string text) => text.TrimStart([.. "┄━╍─▶◀○● "]);

    /// <summary>What the line stands for, in the legend.</summary>
    public static string Legend(Tie tie) => tie switch
    {
        Tie.Mapping => "mapping",
        Tie.Number => "only a number",
        Tie.Reference => "reference",
        Tie.Pin => "pin",
        Tie.DmaRunning => "DMA in flight",
        _ => "DMA done",
    };

    /// <summary>What a slot is good for.</summary>
    public static string Slot(SlotContent content, Tie? tie) => (content, tie) switch
    {
        (SlotContent.Garbage, _) => "never written",
        (_, null) => "not in use",
        (SlotContent.Number, Tie.Number) => "a number",
        (SlotContent.Number, Tie.Pin) => "a number, with a pin",
        (SlotContent.Number, _) => "a number, with a reference",
        (_, Tie.Number) => "a page pointer, no reference",
        (_, Tie.Pin) => "a page, pinned",
        _ => "a page, with a reference",
    };

    /// <summary>Which way a transfer goes.</summary>
    public static string Way(DmaWay way) => way switch
    {
        DmaWay.WritesMemory => "writes memory",
        DmaWay.ReadsMemory => "reads memory",
        _ => "reads and writes memory",
    };

    public static string Kind(MemoryKind kind) => kind switch
    {
        MemoryKind.Anonymous => "own memory",
        MemoryKind.OtherOwner => "file, other owner",
        MemoryKind.NoStructPage => "no struct page",
        MemoryKind.Kernel => "kernel, driver",
        _ => "free",
    };
}
