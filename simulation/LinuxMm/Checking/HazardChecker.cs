namespace LinuxMm;

/// <summary>Ghost data: how often each frame was freed, and what was true when somebody learned its number. No modelled code reads it.</summary>
internal sealed class HazardChecker(Machine machine)
{
    private readonly Dictionary<Pfn, int> _generations = [];
    private readonly SortedDictionary<Pfn, Naming> _numbers = [];

    public void Freed(Pfn pfn) => _generations[pfn] = GenerationOf(pfn) + 1;

    /// <summary>What is true of a frame at the moment when its number is handed to somebody.</summary>
    public Naming Name(Pfn pfn, bool isReadOnly = false) => new(GenerationOf(pfn), machine.Memory.OwnerOf(pfn), isReadOnly);

    /// <summary>A bare number leaves the kernel's own structures: whoever has it may use it long after it became old.</summary>
    public Pfn HandOut(Pfn pfn, bool isReadOnly = false) => HandOut(pfn, Name(pfn, isReadOnly));

    /// <summary>The same for a number that was read out of somewhere, where it may be old already.</summary>
    public Pfn HandOut(Pfn pfn, Naming then)
    {
        _numbers[pfn] = then;
        return pfn;
    }

    /// <summary>What was true when a bare number was handed out last; what is true now where nobody was seen to ask for it.</summary>
    public Naming NamingOf(Pfn pfn)
    {
        var now = Name(pfn);
        return _numbers.TryGetValue(pfn, out var then) ? then with { WasOld = (then.Generation, then.Owner) != (now.Generation, now.Owner) } : now;
    }

    /// <summary>A device writes into a frame that it was told of earlier; what held the frame for it may have been released meanwhile.</summary>
    public void DeviceWrites(string device, Pfn pfn, Naming then, bool wasReleased)
    {
        var now = machine.Memory.OwnerOf(pfn);
        if (KindOf(pfn, then, now, wasReleased) is { } kind)
        {
            machine.Report(new Hazard(kind, pfn, device, then.Owner, now) { WasOldNumber = then.WasOld });
        }

        if (then.IsReadOnly)
        {
            machine.Report(new Hazard(HazardKind.DmaThroughReadOnlyMapping, pfn, device, then.Owner, now));
        }
    }

    /// <summary>A processor writes by a translation that it remembered.</summary>
    public void CpuWrites(string cpu, Pfn pfn, Naming then)
    {
        if (then.Generation != GenerationOf(pfn))
        {
            machine.Report(new Hazard(HazardKind.WriteByStaleTranslation, pfn, cpu, then.Owner, machine.Memory.OwnerOf(pfn)));
        }
    }

    /// <summary>Somebody marks a page dirty that was named to it earlier.</summary>
    public void Dirties(string actor, Pfn pfn, Naming then)
    {
        if (then.Generation != GenerationOf(pfn))
        {
            machine.Report(new Hazard(HazardKind.DirtiedForeignPage, pfn, actor, then.Owner, machine.Memory.OwnerOf(pfn)));
        }
    }

    /// <summary>Somebody uses a slot that was never written as if it held a page.</summary>
    public void UsesGarbage(string actor) => machine.Report(new Hazard(HazardKind.GarbageSlot, null, actor, "", ""));

    private HazardKind? KindOf(Pfn pfn, Naming then, string now, bool wasReleased)
    {
        if (then.Generation != GenerationOf(pfn))
        {
            return HazardKind.DmaIntoFreedFrame;
        }

        if (then.Owner != now && now.Length > 0)
        {
            return HazardKind.DmaIntoForeignFrame;
        }

        var isOrphan = now.Length == 0 && machine.Files.Any(file => file.Name == then.Owner);
        return isOrphan ? HazardKind.DmaIntoTruncatedPage : wasReleased ? HazardKind.DmaAfterRelease : null;
    }

    private int GenerationOf(Pfn pfn) => _generations.GetValueOrDefault(pfn);

    internal readonly record struct Naming(int Generation, string Owner, bool IsReadOnly)
    {
        public bool WasOld { get; init; }
    }
}
