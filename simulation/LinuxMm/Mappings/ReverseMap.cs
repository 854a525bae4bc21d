namespace LinuxMm;

/// <summary>Where each frame is mapped by counted entries of one process: what the kernel finds through anon_vma and i_mmap. It says nothing that the entries do not say.</summary>
/// <remarks>Most scenarios never ask; from the first question on it is kept.</remarks>
[LinuxSource("mm/rmap.c", "rmap_walk", Tag = "v5.17")]
internal sealed class ReverseMap(Dictionary<ulong, PageTableEntry> entries)
{
    private Dictionary<Pfn, SortedSet<ulong>>? _pages;

    public bool Contains(Pfn pfn) => Pages.ContainsKey(pfn);

    /// <summary>The addresses, in order.</summary>
    public List<VirtualAddress> AddressesOf(Pfn pfn) =>
        Pages.TryGetValue(pfn, out var pages) ? [.. pages.Select(page => new VirtualAddress(page << VirtualAddress.PageShift))] : [];

    /// <summary>To be called before the entry of a page becomes another one.</summary>
    public void Change(ulong page, PageTableEntry? to)
    {
        if (_pages is null)
        {
            return;
        }

        if (entries.TryGetValue(page, out var from) && _pages.TryGetValue(from.Pfn, out var pages) && pages.Remove(page) && pages.Count == 0)
        {
            _pages.Remove(from.Pfn);
        }

        Add(_pages, page, to);
    }

    private Dictionary<Pfn, SortedSet<ulong>> Pages
    {
        get
        {
            if (_pages is null)
            {
                _pages = [];
                foreach (var (page, entry) in entries)
                {
                    Add(_pages, page, entry);
                }
            }

            return _pages;
        }
    }

    private static void Add(Dictionary<Pfn, SortedSet<ulong>> to, ulong page, PageTableEntry? entry)
    {
        if (entry is not { IsCounted: true, Pfn: var pfn })
        {
            return;
        }

        if (!to.TryGetValue(pfn, out var pages))
        {
            to[pfn] = pages = [];
        }

        pages.Add(page);
    }
}
