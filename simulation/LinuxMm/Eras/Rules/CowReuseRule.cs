namespace LinuxMm;

/// <summary>When a write fault reuses an anonymous page instead of copying it.</summary>
[LinuxSource("mm/memory.c", "do_wp_page", Tag = "v5.10")]
public enum CowReuseRule
{
    /// <summary>When no other page table maps it.</summary>
    [LinuxSource("mm/memory.c", "do_wp_page", Tag = "v5.8")]
    [Mainline("4.3", Until = "5.8")]
    MapCountOne,

    /// <summary>When nobody else holds a reference of any kind.</summary>
    [LinuxSource("mm/memory.c", "do_wp_page", Tag = "v5.10")]
    [Mainline("5.9", Until = "5.18")]
    RefCountOne,

    /// <summary>When it is marked exclusive, or nobody else holds a reference.</summary>
    [LinuxSource("mm/memory.c", "do_wp_page", Tag = "v5.19")]
    [Mainline("5.19")]
    ExclusiveMarker,
}
