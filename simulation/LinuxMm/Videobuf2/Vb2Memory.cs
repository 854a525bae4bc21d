namespace LinuxMm;

/// <summary>Where the memory of a queue's buffers comes from.</summary>
[LinuxSource("include/media/videobuf2-core.h", "enum vb2_memory", Tag = "v5.17")]
public enum Vb2Memory
{
    /// <summary>Not chosen yet.</summary>
    Unknown = 0,

    /// <summary>The driver allocates, the application maps.</summary>
    Mmap = 1,

    /// <summary>The application passes an address.</summary>
    UserPtr = 2,

    /// <summary>The application passes a dma-buf.</summary>
    DmaBuf = 4,
}
