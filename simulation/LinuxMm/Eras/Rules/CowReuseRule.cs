namespace LinuxMm;

/// <summary>When a write fault reuses an anonymous page instead of copying it.</summary>
[LinuxSource("mm/memory.c", "do_wp_page", Tag = "v5.10")]
public enum CowReuseRule
{
    /// <summary>When no other page table maps it.</summary>
    [LinuxSource("mm/memory.c", "do_wp_page", Tag = "v5.8")]
    [LinuxSource("mm/huge_memory.c", "do_huge_pmd_wp_page", Tag = "v5.10.262")]
    [Mainline("4.3", Until = "5.8", For = nameof(UserPagesRules.CowReuse))]
    [Mainline("4.3", Until = "5.17", For = nameof(UserPagesRules.HugeCowReuse))]
    MapCountOne,

    /// <summary>When nobody else holds a reference of any kind.</summary>
    [LinuxSource("mm/memory.c", "do_wp_page", Tag = "v5.10")]
    [Mainline("5.9", Until = "5.18", For = nameof(UserPagesRules.CowReuse))]
    [Mainline("5.18", Until = "5.18", For = nameof(UserPagesRules.HugeCowReuse))]
    RefCountOne,

    /// <summary>When it is marked exclusive, or nobody else holds a reference.</summary>
    [LinuxSource("mm/memory.c", "do_wp_page", Tag = "v5.19")]
    [Mainline("5.19", For = nameof(UserPagesRules.CowReuse))]
    [Mainline("5.19", For = nameof(UserPagesRules.HugeCowReuse))]
    ExclusiveMarker,
}
