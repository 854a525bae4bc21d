namespace LinuxMm;

/// <summary>Moves the contents of a frame to another one and repairs all page tables. Nobody else is told.</summary>
[LinuxSource("mm/migrate.c", "migrate_pages", Tag = "v5.17")]
internal static class MigratePages
{
    /// <summary>Tells those with a notifier, then moves the page if it is of a kind that moves at all.</summary>
    [LinuxSource("mm/compaction.c", "isolate_migratepages_block", Tag = "v5.17")]
    public static Page? Isolate(Machine machine, Pfn pfn, Zone target)
    {
        foreach (var process in machine.ProcessList)
        {
            process.NotifyFrame(pfn);
        }

        var page = machine.Memory.PfnToPage(pfn);
        return page.HasFlag(PageFlags.Lru) ? Migrate(machine, page, target) : null;
    }

    /// <summary>Null: somebody holds a reference that is neither a page table entry nor the page cache, so the page stays.</summary>
    /// <remarks>hugetlb pages come from a reserve that the target zone does not have here, so they stay as well.</remarks>
    public static Page? Migrate(Machine machine, Page page, Zone target)
    {
        var head = page.Head;
        foreach (var process in machine.ProcessList.Where(process => process.LockedEntries > 0 && Maps(process, head)))
        {
            process.RequireUnlocked();
        }

        if (head.RefCount != Expected(machine, head) || head.IsHugeTlb || Allocate(machine, head, target) is not { } copy)
        {
            return null;
        }

        copy.SetRefCount(head.RefCount, "migrate_pages");
        for (var i = 0; i < head.CompoundPages; i++)
        {
            CopyFrame(machine.Memory.PfnToPage(head.Pfn + i), machine.Memory.PfnToPage(copy.Pfn + i));
        }

        head.Mapping?.Replace(head, copy);
        RepairPageTables(machine, head, copy);
        machine.PutReferences(head, head.RefCount, "migrate_pages");
        return copy;
    }

    private static bool Maps(MemoryDescriptor process, Page head) =>
        Enumerable.Range(0, head.CompoundPages).Any(i => process.PageTable.Reverse.Contains(head.Pfn + i));

    /// <summary>The references that migration knows how to move: entries and the page cache.</summary>
    private static int Expected(Machine machine, Page head) =>
        machine.ProcessList.Sum(process => ReferencesOf(process.PageTable, head)) + (head.Mapping is null ? 0 : 1);

    /// <summary>An entry of a higher level maps all frames and holds one reference.</summary>
    private static int ReferencesOf(PageTable table, Page head) => Enumerable.Range(0, head.CompoundPages)
        .Sum(i => table.Reverse.AddressesOf(head.Pfn + i).Count(address => i == 0 || !table.Find(address)!.Value.IsHuge));

    private static Page? Allocate(Machine machine, Page head, Zone target) =>
        head.IsCompound ? HugePages.Allocate(machine, head.Owner, target) : machine.Memory.Allocate(target, 1);

    private static void CopyFrame(Page from, Page to)
    {
        to.Frame.SetOwner(from.Owner);
        to.Frame.Clear();
        if (!from.Frame.Contents.IsClear)
        {
            to.Frame.Write(0, from.Frame.Contents.ToArray());
        }

        to.SetFlags(from.Flags);
        to.SetMapCount(from.MapCount, "migrate_pages");
        from.SetMapCount(0, "migrate_pages");
    }

    private static void RepairPageTables(Machine machine, Page head, Page copy)
    {
        foreach (var process in machine.ProcessList)
        {
            var addresses = Enumerable.Range(0, head.CompoundPages).SelectMany(i => process.PageTable.Reverse.AddressesOf(head.Pfn + i)).Order().ToList();
            foreach (var address in addresses)
            {
                var entry = process.PageTable.Find(address)!.Value;
                if (entry.IsDirty)
                {
                    copy.SetFlags(copy.Flags | PageFlags.Dirty);
                }

                process.SetPte(address, entry with { Pfn = copy.Pfn + (int)(entry.Pfn.Number - head.Pfn.Number) }, "remove_migration_ptes");
            }
        }
    }
}
