namespace LinuxMm;

/// <summary>Something that names frames outside page tables, slot by slot.</summary>
[ModelOnly("In C these are arrays of pointers and of numbers.")]
public abstract class FrameHolder
{
    private readonly SlotSnapshot[] _slots;
    private readonly HazardChecker.Naming[] _namings;

    /// <summary>The kernel allocates no more pointers than this at once: INT_MAX bytes for two arrays.</summary>
    [LinuxSource("drivers/media/common/videobuf2/frame_vector.c", "frame_vector_create", Tag = "v5.17")]
    internal const int MostSlots = int.MaxValue / sizeof(ulong) / 2;

    private protected FrameHolder(Machine machine, string name, int slots)
    {
        Machine = machine;
        Name = name;
        _slots = new SlotSnapshot[slots];
        _namings = new HazardChecker.Naming[slots];
    }

    /// <summary>What the scenario calls it.</summary>
    public string Name { get; }

    /// <summary>How many slots are in use.</summary>
    public int FrameCount { get; private set; }

    /// <summary>How many slots there are.</summary>
    public int Capacity => _slots.Length;

    /// <summary>Whether it was freed; nothing else may be done with it then.</summary>
    public bool IsDestroyed { get; private set; }

    internal Machine Machine { get; }

    /// <summary>What a slot contains.</summary>
    /// <param name="index">0 to <see cref="Capacity"/> - 1.</param>
    public SlotSnapshot Slot(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, _slots.Length);
        return _slots[index];
    }

    /// <summary>The page that a slot points to.</summary>
    /// <param name="index">0 to <see cref="Capacity"/> - 1.</param>
    /// <exception cref="InvalidOperationException">The slot holds a bare number or nothing.</exception>
    public Page PageAt(int index) => Slot(index) is { Kind: SlotKind.PagePointer, Pfn: { } pfn }
        ? Machine.Memory.PfnToPage(Machine.Checker.HandOut(pfn, _namings[index]))
        : throw new InvalidOperationException($"{Name}[{index}] holds no page pointer: {_slots[index].Kind}.");

    /// <summary>Whether its promises are references of its own, and not those of whoever gave it the frames.</summary>
    internal virtual bool CountsReferences => true;

    internal abstract HolderSnapshot Snapshot();

    internal HazardChecker.Naming NamingOf(int index) => _namings[index];

    internal void RequireAlive()
    {
        if (IsDestroyed)
        {
            throw new InvalidOperationException($"{Name} was destroyed.");
        }
    }

    internal void SetFrameCount(int to)
    {
        if (to == FrameCount)
        {
            return;
        }

        if (Machine.IsTracing)
        {
            Machine.Record(new TraceEvent.FrameCountChanged(Name, FrameCount, to));
        }

        FrameCount = to;
    }

    /// <summary>Fills the first slots with pages; null leaves a slot as it was.</summary>
    internal void TakePages(IReadOnlyList<Page?> pages, Promise promise)
    {
        for (var i = 0; i < pages.Count; i++)
        {
            if (pages[i] is { } page)
            {
                SetSlot(i, new SlotSnapshot(SlotKind.PagePointer, page.Pfn, promise));
                _namings[i] = Machine.Checker.Name(page.Pfn);
            }
        }

        SetFrameCount(pages.Count);
    }

    internal void TakeNumbers(IReadOnlyList<FollowedPfn> numbers)
    {
        for (var i = 0; i < numbers.Count; i++)
        {
            SetSlot(i, new SlotSnapshot(SlotKind.Number, numbers[i].Pfn, Promise.None));
            _namings[i] = Machine.Checker.Name(numbers[i].Pfn, numbers[i].IsReadOnly);
        }

        SetFrameCount(numbers.Count);
    }

    /// <summary>Fills the slots with frames that somebody else holds for it.</summary>
    internal void TakeFrames(IReadOnlyList<Pfn> frames, Promise promise)
    {
        for (var i = 0; i < frames.Count; i++)
        {
            SetSlot(i, new SlotSnapshot(Machine.Memory.PfnValid(frames[i]) ? SlotKind.PagePointer : SlotKind.Number, frames[i], promise));
            _namings[i] = Machine.Checker.Name(frames[i]);
        }

        SetFrameCount(frames.Count);
    }

    internal void SetSlot(int index, SlotSnapshot to)
    {
        if (Machine.IsTracing)
        {
            Machine.Record(new TraceEvent.SlotChanged(Name, index, _slots[index], to));
        }

        _slots[index] = to;
    }

    /// <summary>Drops what the used slots hold. Their contents stay, as stale pointers do.</summary>
    internal void ReleaseSlots(string reason)
    {
        for (var i = 0; i < FrameCount; i++)
        {
            var slot = _slots[i];
            if (slot.Kind == SlotKind.Uninitialised)
            {
                Machine.Checker.UsesGarbage(reason);
                continue;
            }

            SetSlot(i, slot with { Promise = Promise.None });
            var page = Machine.Memory.PfnToPage(slot.Pfn!.Value);
            if (slot.Promise == Promise.Pin)
            {
                UnpinUserPages.Unpin(page, reason);
            }
            else if (slot.Promise == Promise.Reference)
            {
                Machine.PutPage(page, reason);
            }
        }
    }

    private protected void Announce()
    {
        Machine.Holders.Add(this);
        if (Machine.IsTracing)
        {
            Machine.Record(new TraceEvent.HolderCreated(Snapshot()));
        }
    }

    private protected void Withdraw()
    {
        IsDestroyed = true;
        Machine.Holders.Remove(this);
        Machine.ReleaseName(Name);
        if (Machine.IsTracing)
        {
            Machine.Record(new TraceEvent.HolderDestroyed(Name));
        }
    }

    private protected SnapshotList<SlotSnapshot> SlotSnapshots() => [.. _slots];
}
