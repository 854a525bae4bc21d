namespace LinuxMm;

/// <summary>Which flags the callers of GUP may pass. Until 5.5 there are no pins at all.</summary>
[LinuxSource("mm/gup.c", "is_valid_gup_args", Tag = "v6.12", Since = "v6.3")]
public enum GupFlagsRule
{
    /// <summary>Only references, and they may be for long.</summary>
    [LinuxSource("mm/gup.c", "get_user_pages", Tag = "v5.4")]
    [Mainline("4.3", Until = "5.2")]
    ReferencesOnly,

    /// <summary>Only references, and the fast path refuses the force. 5.4.24 and 5.5.8 allow it again.</summary>
    [LinuxSource("mm/gup.c", "get_user_pages_fast", Commit = "817be129e6f2")]
    [Mainline("5.3", Until = "5.5")]
    ReferencesOnlyFastOnesUnforced,

    /// <summary>Pins as well; a reference may still be for long.</summary>
    [LinuxSource("mm/gup.c", "get_user_pages", Commit = "eddb1c228f79")]
    [Mainline("5.6", Until = "5.9")]
    PinsAndLongReferences,

    /// <summary>Who wants pages for long must pin them.</summary>
    [LinuxSource("mm/gup.c", "is_valid_gup_flags", Commit = "447f3e45c186")]
    [Mainline("5.10", Until = "6.2")]
    LongPins,

    /// <summary>What the fast path leaves to the slow one is touched, for long as well; and pin_user_pages() answers flags that it refuses with 0 pages.</summary>
    [LinuxSource("mm/gup.c", "internal_get_user_pages_fast", Tag = "v6.3")]
    [LinuxSource("mm/gup.c", "pin_user_pages", Tag = "v6.3")]
    [Mainline("6.3", Until = "6.6")]
    LongPinsTouched,

    /// <summary>FOLL_TOUCH is not the callers' either.</summary>
    [LinuxSource("mm/gup.c", "is_valid_gup_args", Commit = "0f20bba1688b", Since = "v6.3")]
    [Mainline("6.7")]
    LongPinsNoTouch,
}
