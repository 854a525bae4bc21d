namespace LinuxMm.Figures;

/// <summary>What a frame or a mapping is, told by colour, edge, pattern and word.</summary>
internal enum MemoryKind
{
    /// <summary>Memory of the process that the picture is about.</summary>
    Anonymous,

    /// <summary>Memory of a file or of another process.</summary>
    OtherOwner,

    /// <summary>A frame that no struct page describes; hatched.</summary>
    NoStructPage,

    /// <summary>Memory of the kernel or of a driver.</summary>
    Kernel,

    /// <summary>Nobody's; dashed edge.</summary>
    Free,
}
