namespace LinuxMm;

/// <summary>Whether writes through a mapping reach the mapped object or a private copy.</summary>
[LinuxSource("include/uapi/linux/mman.h", "MAP_SHARED, MAP_PRIVATE", Tag = "v5.17")]
public enum Sharing
{
    /// <summary>Copy on write.</summary>
    Private,

    /// <summary>Writes are seen by everybody who maps the object.</summary>
    Shared,
}
