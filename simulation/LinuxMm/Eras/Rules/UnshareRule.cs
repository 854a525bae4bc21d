namespace LinuxMm;

/// <summary>When a read-only pin first breaks copy-on-write, so that device and process keep seeing the same page.</summary>
[LinuxSource("include/linux/mm.h", "gup_must_unshare", Tag = "v6.2", Since = "v5.19")]
public enum UnshareRule
{
    /// <summary>The page is pinned as it is mapped.</summary>
    [LinuxSource("mm/gup.c", "follow_page_pte", Tag = "v5.17")]
    [Mainline("4.3", Until = "5.7")]
    [Mainline("5.9", Until = "5.18")]
    Never,

    /// <summary>Whatever is asked for in a private mapping is asked for as for writing, plain references as well, so that nobody's write takes the page away.</summary>
    [LinuxSource("mm/gup.c", "should_force_cow_break", Commit = "17839856fd58", Since = "v5.8", Until = "v5.8")]
    [Mainline("5.8", Until = "5.8")]
    BreaksCopyOnWrite,

    /// <summary>An anonymous page that another process shares is copied first.</summary>
    [LinuxSource("include/linux/mm.h", "gup_must_unshare", Tag = "v5.19", Since = "v5.19")]
    [Mainline("5.19", Until = "6.1")]
    SharedAnonymous,

    /// <summary>Also page cache and zero pages in private mappings, for long-term pins.</summary>
    [LinuxSource("include/linux/mm.h", "gup_must_unshare", Tag = "v6.2", Since = "v5.19")]
    [Mainline("6.2")]
    EverythingPrivate,
}
