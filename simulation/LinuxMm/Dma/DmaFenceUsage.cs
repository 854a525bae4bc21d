namespace LinuxMm;

/// <summary>What a fence in a reservation stands for: who wants to know of one kind wants to know of all before it.</summary>
[LinuxSource("include/linux/dma-resv.h", "enum dma_resv_usage", Tag = "v5.19", Since = "B2")]
public enum DmaFenceUsage
{
    /// <summary>The exporter's own moving and clearing: everybody waits for it.</summary>
    Kernel,

    /// <summary>Somebody writes.</summary>
    Write,

    /// <summary>Somebody reads.</summary>
    Read,

    /// <summary>Nobody waits for it but who moves the memory.</summary>
    Bookkeep,
}
