namespace LinuxMm;

/// <summary>Before a pin for long, pages must leave memory that others want to have emptied.</summary>
[LinuxSource("mm/gup.c", "check_and_migrate_movable_pages", Tag = "v5.17", Since = "v5.13")]
internal static class LongtermPages
{
    public static bool IsAllowed(Page page, LongtermRule rule) =>
        page.IsZeroPage || !IsForbidden(page.Zone, rule);

    public static bool IsForbidden(Zone zone, LongtermRule rule) =>
        zone == Zone.Cma || (zone == Zone.Movable && rule == LongtermRule.LeaveCmaAndMovable);

    /// <summary>Moves the forbidden pages away. True: nothing is pinned any more, pin again. False: all may stay.</summary>
    public static KernelResult<bool> LeaveForbidden(Machine machine, List<Page?> pages, int from)
    {
        var rule = machine.Era.UserPages.Longterm;
        var forbidden = pages.Skip(from).OfType<Page>().Where(page => !IsAllowed(page, rule)).Select(page => page.Head).Distinct().ToList();
        if (forbidden.Count == 0)
        {
            return false;
        }

        var pinned = pages.Skip(from).ToList();
        UnpinUserPages.UnpinAll(pages, from, "check_and_migrate_movable_pages");
        var failed = forbidden.Where(page => MigratePages.Migrate(machine, page, Zone.Normal) is null).ToList();
        if (failed.Count == 0)
        {
            return true;
        }

        if (rule == LongtermRule.LeaveCmaAndMovable)
        {
            return Errno.ENOMEM;
        }

        // The old rule: a page that will not move is pinned where it is.
        foreach (var page in pinned)
        {
            if (page is not null)
            {
                _ = GrabPage.Grab(page, FollFlags.Pin);
            }
        }

        pages.AddRange(pinned);
        return false;
    }
}
