namespace LinuxMm;

/// <summary>The present entries of one process. Changes go through <see cref="MemoryDescriptor"/>, which records them.</summary>
internal sealed class PageTable
{
    private readonly Dictionary<ulong, PageTableEntry> _entries = [];

    // Where each frame is mapped, by entries that are counted. Most scenarios never ask; from the first question on it is kept.
    private Dictionary<Pfn, SortedSet<ulong>>? _pagesOf;

    public PageTableEntry? Find(VirtualAddress address) => _entries.TryGetValue(address.PageNumber, out var entry) ? entry : null;

    public void Set(VirtualAddress address, PageTableEntry? entry)
    {
        if (_pagesOf is not null)
        {
            Forget(address.PageNumber);
            Note(address.PageNumber, entry);
        }

        if (entry is { } present)
        {
            _entries[address.PageNumber] = present;
        }
        else
        {
            _entries.Remove(address.PageNumber);
        }
    }

    /// <summary>The addresses where a frame is mapped by a counted entry, in order.</summary>
    public List<VirtualAddress> AddressesOf(Pfn pfn) =>
        PagesOf.TryGetValue(pfn, out var pages) ? [.. pages.Select(page => new VirtualAddress(page << VirtualAddress.PageShift))] : [];

    /// <summary>Whether a counted entry maps the frame.</summary>
    public bool Maps(Pfn pfn) => PagesOf.ContainsKey(pfn);

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

    private Dictionary<Pfn, SortedSet<ulong>> PagesOf
    {
        get
        {
            if (_pagesOf is null)
            {
                _pagesOf = [];
                foreach (var (page, entry) in _entries)
                {
                    Note(page, entry);
                }
            }

            return _pagesOf;
        }
    }

    private void Note(ulong page, PageTableEntry? entry)
    {
        if (entry is not { IsCounted: true, Pfn: var pfn })
        {
            return;
        }

        if (!_pagesOf!.TryGetValue(pfn, out var pages))
        {
            _pagesOf[pfn] = pages = [];
        }

        pages.Add(page);
    }

    private void Forget(ulong page)
    {
        if (_entries.TryGetValue(page, out var entry) && _pagesOf!.TryGetValue(entry.Pfn, out var pages) && pages.Remove(page) && pages.Count == 0)
        {
            _pagesOf.Remove(entry.Pfn);
        }
    }
}
