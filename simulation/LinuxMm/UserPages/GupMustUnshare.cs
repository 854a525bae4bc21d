namespace LinuxMm;

/// <summary>Whether a read-only pin must first get a page of its own.</summary>
[LinuxSource("include/linux/mm.h", "gup_must_unshare", Tag = "v6.2", Since = "v5.19")]
internal static class GupMustUnshare
{
    public static bool Check(Page page, bool isCowMapping, FollFlags flags, UserPagesRules rules)
    {
        if (rules.Unshare is UnshareRule.Never or UnshareRule.BreaksCopyOnWrite || (flags & (FollFlags.Pin | FollFlags.Write)) != FollFlags.Pin)
        {
            return false;
        }

        return page.Head.HasFlag(PageFlags.Anon)
            ? !page.HasFlag(PageFlags.AnonExclusive)
            : rules.Unshare == UnshareRule.EverythingPrivate && flags.HasFlag(FollFlags.Longterm) && isCowMapping;
    }
}
