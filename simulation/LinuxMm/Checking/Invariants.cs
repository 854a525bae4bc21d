namespace LinuxMm;

/// <summary>What must hold between calls, whatever the scenario did. A violation is a defect of the model, not of the kernel.</summary>
internal static class Invariants
{
    public static void Check(Machine machine)
    {
        var holds = CountHolds(machine);
        var frames = machine.Memory.UsedFrames;
        for (var i = 0; i < frames.Count; i++)
        {
            if (frames[i].Page is { } page && page.Head == page && !page.HasFlag(PageFlags.Reserved))
            {
                CheckCounts(page, holds.GetValueOrDefault(page.Pfn));
            }
        }
    }

    private static void CheckCounts(Page page, Holds holds)
    {
        if (page.RefCount != holds.References)
        {
            throw Contradiction($"{page} has {holds.References} references by its holders");
        }

        if (!page.IsCompound && page.MapCount != holds.Maps)
        {
            throw Contradiction($"{page} is mapped by {holds.Maps} entries");
        }

        if (page.IsFree && (page.RefCount != 0 || page.Owner.Length > 0))
        {
            throw Contradiction($"{page} is free");
        }
    }

    private static Dictionary<Pfn, Holds> CountHolds(Machine machine)
    {
        var holds = new Dictionary<Pfn, Holds>();
        foreach (var process in machine.ProcessList)
        {
            foreach (var entry in process.PageTable.Values)
            {
                if (entry.IsCounted)
                {
                    // One entry of a higher level holds one reference, whatever it maps.
                    var page = machine.Memory.PfnToPage(entry.Pfn);
                    Add(holds, page, entry.IsHuge && page.Head != page ? 0 : 1, 1);
                }
            }
        }

        foreach (var driver in machine.DriverList)
        {
            foreach (var pfn in driver.FrameSet)
            {
                Add(holds, machine.Memory.PfnToPage(pfn), driver.Counts(pfn) ? 1 : 0, 0);
            }
        }

        foreach (var file in machine.Files)
        {
            foreach (var cached in file.CachedPages)
            {
                Add(holds, cached, 1, 0);
            }
        }

        foreach (var gather in machine.Gathers)
        {
            foreach (var page in gather.Pages)
            {
                Add(holds, page, 1, 0);
            }
        }

        foreach (var holder in machine.Holders)
        {
            if (holder.CountsReferences)
            {
                AddSlots(holds, holder);
            }
        }

        return holds;
    }

    private static void AddSlots(Dictionary<Pfn, Holds> holds, FrameHolder holder)
    {
        for (var i = 0; i < holder.Capacity; i++)
        {
            var slot = holder.Slot(i);
            if (slot.Promise != Promise.None)
            {
                var page = holder.Machine.Memory.PfnToPage(slot.Pfn!.Value);
                Add(holds, page, slot.Promise == Promise.Pin && !GrabPage.CountsExactly(page) ? Page.PinBias : 1, 0);
            }
        }
    }

    private static void Add(Dictionary<Pfn, Holds> holds, Page page, int references, int maps)
    {
        var before = holds.GetValueOrDefault(page.Head.Pfn);
        holds[page.Head.Pfn] = new Holds(before.References + references, before.Maps + maps);
    }

    private static InvalidOperationException Contradiction(string what) => new($"The model contradicts itself: {what}.");

    private readonly record struct Holds(int References, int Maps);
}
