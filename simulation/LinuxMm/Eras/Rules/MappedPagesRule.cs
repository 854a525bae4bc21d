namespace LinuxMm;

/// <summary>Whether fast GUP pins a page that belongs to no file and no process, for long and for writing.</summary>
[LinuxSource("mm/gup.c", "folio_fast_pin_allowed", Tag = "v6.5")]
public enum MappedPagesRule
{
    /// <summary>Yes: the fast path never looks at the VMA.</summary>
    [LinuxSource("mm/gup.c", "gup_pte_range", Tag = "v6.4")]
    Pinned,

    /// <summary>No: the slow path sees the flags of the VMA.</summary>
    [LinuxSource("mm/gup.c", "folio_fast_pin_allowed", Commit = "a6e79df92e4a")]
    LeftToSlowPath,
}
