namespace LinuxMm.Figures;

/// <summary>Which way the bytes of a transfer go.</summary>
internal enum DmaWay
{
    /// <summary>The device writes memory: arrowhead at the frame.</summary>
    WritesMemory,

    /// <summary>The device reads memory: arrowhead at the device.</summary>
    ReadsMemory,

    /// <summary>Either: both arrowheads.</summary>
    Both,
}
