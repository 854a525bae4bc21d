namespace LinuxMm;

/// <summary>Whether pin_user_pages_locked() exists.</summary>
[LinuxSource("mm/gup.c", "pin_user_pages_locked", Tag = "v5.10")]
public enum LockedPinRule
{
    /// <summary>Not yet, or no longer.</summary>
    [LinuxSource("mm/gup.c", "pin_user_pages_locked", Commit = "ad6c441266dc")]
    DoesNotExist,

    /// <summary>It exists and refuses long-term pins.</summary>
    [LinuxSource("mm/gup.c", "pin_user_pages_locked", Commit = "420c2091b65a")]
    RefusesLongterm,
}
