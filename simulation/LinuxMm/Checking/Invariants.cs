namespace LinuxMm;

/// <summary>What must hold between calls, whatever the scenario did. A violation is a defect of the model, not of the kernel.</summary>
internal static class Invariants
{
    public static void Check(Machine machine)
    {
        var holds = CountHolds(machine);
        foreach (var frame in machine.Memory.UsedFrames)
        {
            if (frame.Page is { } page && page.Head == page && !page.HasFlag(PageFlags.Reserved))
            {
                CheckCounts(page, holds.GetValueOrDefault(page.Pfn));
            }
        }
    }

    private static void CheckCounts(Page page, Holds holds)
    {
        Require(page.RefCount == holds.References, $"{page} has {holds.References} references by its holders");
        Require(page.IsCompound || page.MapCount == holds.Maps, $"{page} is mapped by {holds.Maps} entries");
        Require(!page.IsFree || page.RefCount == 0, $"{page} is free");
        Require(!page.IsFree || page.Owner.Length == 0, $"{page} is free and has an owner");
    }

    private static Dictionary<Pfn, Holds> CountHolds(Machine machine)
    {
        var holds = new Dictionary<Pfn, Holds>();
        void Add(Page page, int references, int maps)
        {
            var before = holds.GetValueOrDefault(page.Head.Pfn);
            holds[page.Head.Pfn] = new Holds(before.References + references, before.Maps + maps);
        }

        foreach (var entry in machine.ProcessList.SelectMany(process => process.PageTable.Entries).Where(pair => pair.Entry.IsCounted))
        {
            // One entry of a higher level holds one reference, whatever it maps.
            var page = machine.Memory.PfnToPage(entry.Entry.Pfn);
            Add(page, entry.Entry.IsHuge && page.Head != page ? 0 : 1, 1);
        }

        foreach (var pfn in machine.DriverList.SelectMany(driver => driver.Frames.Where(driver.Counts)))
        {
            Add(machine.Memory.PfnToPage(pfn), 1, 0);
        }

        foreach (var cached in machine.Files.SelectMany(file => file.CachedPages))
        {
            Add(cached, 1, 0);
        }

        foreach (var (held, weight) in machine.Holders.Where(holder => holder.CountsReferences).SelectMany(HeldBy))
        {
            Add(held, weight, 0);
        }

        return holds;
    }

    private static IEnumerable<(Page Page, int Weight)> HeldBy(FrameHolder holder)
    {
        for (var i = 0; i < holder.Capacity; i++)
        {
            var slot = holder.Slot(i);
            if (slot.Promise != Promise.None)
            {
                var page = holder.Machine.Memory.PfnToPage(slot.Pfn!.Value);
                yield return (page, slot.Promise == Promise.Pin && !GrabPage.CountsExactly(page) ? Page.PinBias : 1);
            }
        }
    }

    private static void Require(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"The model contradicts itself: {what}.");
        }
    }

    private readonly record struct Holds(int References, int Maps);
}
