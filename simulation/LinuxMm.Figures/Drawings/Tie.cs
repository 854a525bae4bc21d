namespace LinuxMm.Figures;

/// <summary>What a line promises. The style of the line says it: this is the idea that carries the whole picture.</summary>
internal enum Tie
{
    /// <summary>A page table entry: thin, solid, arrowhead.</summary>
    Mapping,

    /// <summary>A frame number or an unreferenced page pointer, which keeps nothing alive: dotted, hollow ring.</summary>
    Number,

    /// <summary>A reference: thin, solid, arrowhead.</summary>
    Reference,

    /// <summary>A pin: thick, solid, filled disc.</summary>
    Pin,

    /// <summary>A transfer that may move bytes at any moment: red, dashed.</summary>
    DmaRunning,

    /// <summary>A transfer that is over: red, thin, solid.</summary>
    DmaDone,
}
