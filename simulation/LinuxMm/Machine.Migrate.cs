namespace LinuxMm;

public sealed partial class Machine
{
    /// <summary>Tries to move one page elsewhere, as compaction and CMA do: its entries follow, numbers that somebody copied do not.</summary>
    /// <param name="pfn">A frame with a struct page that is in use.</param>
    /// <param name="target">Where to.</param>
    /// <returns>The new frame, or EAGAIN when somebody holds the page.</returns>
    [LinuxSource("mm/migrate.c", "migrate_pages", Tag = "v5.17")]
    public KernelResult<Pfn> MigratePage(Pfn pfn, Zone target = Zone.Normal)
    {
        RequireZone(target, nameof(target));
        var page = Memory.PfnToPage(pfn);
        if (page.IsFree)
        {
            throw new ArgumentException($"{pfn} is free: there is nothing to move.", nameof(pfn));
        }

        using var call = Enter("kernel");
        var copy = MigratePages.Isolate(this, pfn, target);
        return call.Returned<KernelResult<Pfn>>("migrate_pages", (pfn, target), copy is { } moved ? moved.Pfn : Errno.EAGAIN);
    }
}
