namespace LinuxMm;

/// <summary>Which way the bytes go.</summary>
[LinuxSource("include/linux/dma-direction.h", "enum dma_data_direction", Tag = "v5.17")]
public enum DmaDirection
{
    /// <summary>Either way.</summary>
    Bidirectional = 0,

    /// <summary>The device reads memory: output.</summary>
    ToDevice = 1,

    /// <summary>The device writes memory: capture.</summary>
    FromDevice = 2,
}
