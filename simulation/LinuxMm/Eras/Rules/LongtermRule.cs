namespace LinuxMm;

/// <summary>Which memory a long-term pin must leave first.</summary>
[LinuxSource("mm/gup.c", "check_and_migrate_movable_pages", Tag = "v5.15", Since = "v5.13")]
public enum LongtermRule
{
    /// <summary>Contiguous-allocation memory only, if the slow path finds it; a page that cannot be moved is held where it is.</summary>
    [LinuxSource("mm/gup.c", "gup_pte_range", Tag = "v5.4")]
    [Mainline("4.3", Until = "5.6")]
    LeaveCmaOnSlowPath,

    /// <summary>Contiguous-allocation memory only; a page that cannot be moved is pinned where it is.</summary>
    [LinuxSource("mm/gup.c", "check_and_migrate_cma_pages", Tag = "v5.10", Until = "v5.12")]
    [Mainline("5.7", Until = "5.12")]
    LeaveCmaIfPossible,

    /// <summary>Contiguous-allocation memory only; a page that cannot be moved is an error. Three stable series took over this half.</summary>
    [LinuxSource("mm/gup.c", "check_and_migrate_cma_pages", Commit = "f0f4463837da", Until = "v5.12")]
    LeaveCma,

    /// <summary>Also the movable zone; failure to move is an error.</summary>
    [LinuxSource("mm/gup.c", "check_and_migrate_movable_pages", Commit = "d1e153fea2a8", Since = "v5.13")]
    [Mainline("5.13")]
    LeaveCmaAndMovable,
}
