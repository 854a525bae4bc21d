namespace LinuxMm;

/// <summary>Before a pin for long, pages must leave memory that others want to have emptied.</summary>
[LinuxSource("mm/gup.c", "check_and_migrate_movable_pages", Tag = "v5.17", Since = "v5.13")]
internal static class LongtermPages
{
    public static bool IsAllowed(Page page, LongtermRule rule) =>
        page.IsZeroPage || !IsForbidden(page.Zone, rule);

    /// <summary>Whether the fast path looks as well: it does so for pins.</summary>
    [LinuxSource("mm/gup.c", "try_grab_compound_head", Commit = "df3a0a21b698")]
    public static bool IsAllowedFast(Page page, FollFlags flags, LongtermRule rule) =>
        rule == LongtermRule.LeaveCmaOnSlowPath || !flags.HasFlag(FollFlags.Pin) || IsAllowed(page, rule);

    public static bool IsForbidden(Zone zone, LongtermRule rule) =>
        zone == Zone.Cma || (zone == Zone.Movable && rule == LongtermRule.LeaveCmaAndMovable);

    /// <summary>Moves the forbidden pages away. After a move nothing is pinned any more: pin again.</summary>
    /// <returns>What happened, or ENOMEM where the new rule allows no page to stay.</returns>
    public static KernelResult<LongtermMove> LeaveForbidden(Machine machine, List<Page?> pages, int from, FollFlags flags)
    {
        var rule = machine.Era.UserPages.Longterm;
        var forbidden = pages.Skip(from).OfType<Page>().Where(page => !IsAllowed(page, rule)).Select(page => page.Head).Distinct().ToList();
        if (forbidden.Count == 0)
        {
            return LongtermMove.NotNeeded;
        }

        UnpinUserPages.ReleaseAll(pages, from, flags, "check_and_migrate_movable_pages");
        var stayed = forbidden.Count(page => MigratePages.Migrate(machine, page, Zone.Normal) is null);
        if (stayed == 0)
        {
            return LongtermMove.AllMoved;
        }

        return rule <= LongtermRule.LeaveCmaIfPossible ? LongtermMove.SomeStayed : Errno.ENOMEM;
    }
}
