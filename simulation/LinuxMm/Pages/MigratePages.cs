namespace LinuxMm;

/// <summary>Moves the contents of a frame to another one and repairs all page tables. Nobody else is told.</summary>
[LinuxSource("mm/migrate.c", "migrate_pages", Tag = "v5.17")]
internal static class MigratePages
{
    /// <summary>False: somebody holds a reference that is neither a page table entry nor the page cache, so the page stays.</summary>
    public static bool Migrate(Machine machine, Page page, Zone target)
    {
        var expected = page.MapCount + (page.Mapping is null ? 0 : 1);
        if (page.IsCompound || page.RefCount != expected || machine.Memory.Allocate(target, 1) is not { } copy)
        {
            return false;
        }

        copy.SetRefCount(page.RefCount, "migrate_pages");
        copy.Frame.SetOwner(page.Owner);
        copy.Frame.Clear();
        if (!page.Frame.Contents.IsClear)
        {
            copy.Frame.Write(0, page.Frame.Contents.ToArray());
        }

        copy.SetFlags(page.Flags);
        copy.SetMapCount(page.MapCount, "migrate_pages");
        page.Mapping?.Replace(page, copy);
        RepairPageTables(machine, page, copy);
        page.SetMapCount(0, "migrate_pages");
        machine.PutReferences(page, page.RefCount, "migrate_pages");
        return true;
    }

    private static void RepairPageTables(Machine machine, Page page, Page copy)
    {
        foreach (var process in machine.ProcessList)
        {
            foreach (var (address, entry) in process.PageTable.Entries.Where(pair => pair.Entry.Pfn == page.Pfn && !pair.Entry.IsSpecial).OrderBy(pair => pair.Address).ToList())
            {
                process.SetPte(address, entry with { Pfn = copy.Pfn }, "remove_migration_ptes");
            }
        }
    }
}
