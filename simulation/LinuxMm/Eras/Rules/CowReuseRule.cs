namespace LinuxMm;

/// <summary>When a write fault reuses an anonymous page instead of copying it.</summary>
[LinuxSource("mm/memory.c", "do_wp_page", Tag = "v5.10")]
public enum CowReuseRule
{
    /// <summary>When no other page table maps it.</summary>
    [LinuxSource("mm/memory.c", "do_wp_page", Tag = "v5.8")]
    [LinuxSource("mm/huge_memory.c", "do_huge_pmd_wp_page", Tag = "v5.10.262")]
    MapCountOne,

    /// <summary>When nobody else holds a reference of any kind.</summary>
    [LinuxSource("mm/memory.c", "do_wp_page", Tag = "v5.10")]
    RefCountOne,

    /// <summary>When it is marked exclusive, or nobody else holds a reference.</summary>
    [LinuxSource("mm/memory.c", "do_wp_page", Tag = "v5.19")]
    ExclusiveMarker,
}
