namespace LinuxMm;

/// <summary>Where a frame lies and what may be done there.</summary>
[LinuxSource("include/linux/mmzone.h", "enum zone_type, enum migratetype", Tag = "v5.17")]
public enum Zone
{
    /// <summary>Ordinary memory.</summary>
    Normal,

    /// <summary>Memory that 32-bit devices reach.</summary>
    Dma32,

    /// <summary>Only pages that can be moved: it may be unplugged.</summary>
    Movable,

    /// <summary>Lent to movable pages until a driver wants a contiguous buffer.</summary>
    Cma,

    /// <summary>Not memory of the page allocator: a device's window or firmware.</summary>
    Device,
}
