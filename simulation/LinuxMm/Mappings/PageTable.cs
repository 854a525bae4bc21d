namespace LinuxMm;

/// <summary>The present entries of one process. Changes go through <see cref="MemoryDescriptor"/>, which records them.</summary>
internal sealed class PageTable
{
    private readonly Dictionary<ulong, PageTableEntry> _entries = [];

    public PageTable() => Reverse = new ReverseMap(_entries);

    /// <summary>The same by frame, for counted entries.</summary>
    public ReverseMap Reverse { get; }

    public PageTableEntry? Find(VirtualAddress address) => _entries.TryGetValue(address.PageNumber, out var entry) ? entry : null;

    public void Set(VirtualAddress address, PageTableEntry? entry)
    {
        Reverse.Change(address.PageNumber, entry);
        if (entry is { } present)
        {
            _entries[address.PageNumber] = present;
        }
        else
        {
            _entries.Remove(address.PageNumber);
        }
    }

    /// <summary>The addresses with an entry inside a range, in order.</summary>
    public List<VirtualAddress> Present(AddressRange range)
    {
        var result = new List<VirtualAddress>();
        if (range.Pages <= _entries.Count)
        {
            for (var at = range.Start.PageStart; at < range.End; at += VirtualAddress.PageSize)
            {
                if (_entries.ContainsKey(at.PageNumber))
                {
                    result.Add(at);
                }
            }

            return result;
        }

        result.AddRange(_entries.Keys.Select(page => new VirtualAddress(page << VirtualAddress.PageShift)).Where(range.Contains));
        result.Sort();
        return result;
    }

    /// <summary>All present entries without their addresses, in no particular order.</summary>
    public Dictionary<ulong, PageTableEntry>.ValueCollection Values => _entries.Values;

    /// <summary>All present entries, in no particular order.</summary>
    public IEnumerable<(VirtualAddress Address, PageTableEntry Entry)> Entries =>
        _entries.Select(pair => (new VirtualAddress(pair.Key << VirtualAddress.PageShift), pair.Value));
}
