namespace LinuxMm;

/// <summary>The first thing that every function of GUP does: it warns of flags that its callers may not pass.</summary>
[LinuxSource("mm/gup.c", "is_valid_gup_args", Tag = "v6.12", Since = "v6.3")]
internal static class GupFlagsCheck
{
    /// <summary>What the log says, or null.</summary>
    public static string? Refusal(string function, FollFlags flags, GupFlagsRule rule)
    {
        var isPin = function.StartsWith("pin", StringComparison.Ordinal);
        var isFast = function.EndsWith("fast", StringComparison.Ordinal);
        if ((flags & (isPin ? FollFlags.Pin | FollFlags.Get : FollFlags.Pin)) != 0)
        {
            return "FOLL_PIN and FOLL_GET are not the caller's to set";
        }

        if (flags.HasFlag(FollFlags.Longterm) && !isPin && rule >= GupFlagsRule.LongPins)
        {
            return "FOLL_LONGTERM is for pins";
        }

        if (flags.HasFlag(FollFlags.Touch) && (isFast || rule == GupFlagsRule.LongPinsNoTouch))
        {
            return "FOLL_TOUCH is set by the slow path";
        }

        if (flags.HasFlag(FollFlags.Force) && isFast && rule == GupFlagsRule.ReferencesOnlyFastOnesUnforced)
        {
            return "FOLL_FORCE is for the slow path";
        }

        return flags.HasFlag(FollFlags.Longterm) && function == "pin_user_pages_locked" ? "FOLL_LONGTERM with a lock that may be dropped" : null;
    }
}
