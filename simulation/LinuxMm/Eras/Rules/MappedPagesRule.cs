namespace LinuxMm;

/// <summary>Whether fast GUP takes a page that belongs to no file and no process.</summary>
[LinuxSource("mm/gup.c", "folio_fast_pin_allowed", Tag = "v6.5", Since = "v6.5")]
public enum MappedPagesRule
{
    /// <summary>Yes: the fast path never looks at the VMA.</summary>
    [LinuxSource("mm/gup.c", "gup_pte_range", Tag = "v6.4")]
    [Mainline("4.3", Until = "6.4")]
    Pinned,

    /// <summary>Not for long and for writing: the slow path sees the flags of the VMA.</summary>
    [LinuxSource("mm/gup.c", "folio_fast_pin_allowed", Commit = "a6e79df92e4a", Since = "v6.5")]
    [LinuxSource("mm/gup.c", "gup_fast_folio_allowed", Tag = "v7.3", Since = "C3")]
    [Mainline("6.5", Until = "6.9")]
    [Mainline("7.3")]
    LongWritesLeftToSlowPath,

    /// <summary>No: a small page without a file might be secret memory, so the slow path decides.</summary>
    [LinuxSource("mm/gup.c", "gup_fast_folio_allowed", Tag = "v6.12", Since = "C3")]
    [Mainline("6.10", Until = "7.2")]
    LeftToSlowPath,
}
