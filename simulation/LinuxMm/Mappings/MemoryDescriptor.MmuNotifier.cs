namespace LinuxMm;

public sealed partial class MemoryDescriptor
{
    private readonly List<MmuNotifier> _notifiers = [];

    /// <summary>From now on the notifier is told before entries of this process go away.</summary>
    /// <param name="notifier">Who wants to know.</param>
    [LinuxSource("mm/mmu_notifier.c", "mmu_notifier_register", Tag = "v5.17")]
    public void Register(MmuNotifier notifier)
    {
        RequireRunning();
        ArgumentNullException.ThrowIfNull(notifier);
        _notifiers.Add(notifier);
    }

    internal void NotifyInvalidate(AddressRange range)
    {
        foreach (var notifier in _notifiers)
        {
            notifier.InvalidateRange?.Invoke(range);
        }
    }

    /// <summary>The same for whatever address maps a frame.</summary>
    internal void NotifyFrame(Pfn pfn)
    {
        if (_notifiers.Count == 0)
        {
            return;
        }

        foreach (var (address, _) in PageTable.Entries.Where(pair => pair.Entry.Pfn == pfn).OrderBy(pair => pair.Address).ToList())
        {
            NotifyInvalidate(new AddressRange(address, address.Page(1)));
        }
    }
}
