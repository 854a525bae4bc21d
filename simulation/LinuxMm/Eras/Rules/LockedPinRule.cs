namespace LinuxMm;

/// <summary>Whether pin_user_pages_locked() exists.</summary>
[LinuxSource("mm/gup.c", "pin_user_pages_locked", Tag = "v5.10", Since = "v5.8", Until = "v5.17")]
public enum LockedPinRule
{
    /// <summary>Not yet, or no longer.</summary>
    [LinuxSource("mm/gup.c", "pin_user_pages_locked", Commit = "ad6c441266dc", Since = "v5.8", Until = "v5.17")]
    [Mainline("4.3", Until = "5.7")]
    [Mainline("5.18")]
    DoesNotExist,

    /// <summary>It exists and refuses long-term pins.</summary>
    [LinuxSource("mm/gup.c", "pin_user_pages_locked", Commit = "420c2091b65a", Since = "v5.8", Until = "v5.17")]
    [Mainline("5.8", Until = "5.17")]
    RefusesLongterm,
}
