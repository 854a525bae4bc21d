namespace LinuxMm;

/// <summary>A file whose pages live in the page cache: shmem at first, and what else memory can be mapped from.</summary>
[LinuxSource("include/linux/fs.h", "struct address_space", Tag = "v5.17")]
public sealed partial class PageCacheFile : MappedObject
{
    private readonly SortedDictionary<long, Page> _pages = [];

    internal PageCacheFile(Machine machine, string name, MappedKind kind, int pages)
        : base(machine, name)
    {
        Kind = kind;
        Pages = pages;
    }

    /// <inheritdoc/>
    [LinuxSource("include/linux/shmem_fs.h", "shmem_mapping", Tag = "v5.17")]
    public override MappedKind Kind { get; }

    /// <summary>Its length in pages. An access beyond raises SIGBUS.</summary>
    [LinuxSource("include/linux/fs.h", "i_size_read", Tag = "v5.17")]
    public int Pages { get; private set; }

    /// <summary>From which zone its pages come.</summary>
    [LinuxSource("include/linux/pagemap.h", "mapping_gfp_mask", Tag = "v5.17")]
    public Zone Zone { get; set; }

    internal IEnumerable<Page> CachedPages => _pages.Values;

    /// <summary>Shared anonymous memory has no name by which anybody could open it again.</summary>
    internal bool IsReachableByName { get; init; } = true;

    internal override void Closed(VmArea vma)
    {
        if (!IsReachableByName && !Machine.ProcessList.Any(process => process.VmAreas.Any(vma => vma.Object == this)))
        {
            DropFrom(0);
        }
    }

    internal void Replace(Page page, Page copy)
    {
        var index = _pages.First(pair => pair.Value == page).Key;
        _pages[index] = copy;
        copy.Mapping = this;
        page.Mapping = null;
    }

    internal override Page? PageAt(long index)
    {
        if (index < 0 || index >= Pages)
        {
            return null;
        }

        if (!_pages.TryGetValue(index, out var page))
        {
            page = Kind == MappedKind.HugeTlb ? HugePages.AllocateReserved(Machine, Name, Zone) : Machine.AllocateUserPage(Name, "filemap_add_folio", Zone);
            if (page is null)
            {
                return null;
            }

            page.SetFlags(page.Flags | PageFlags.Lru | (Kind == MappedKind.Shmem ? PageFlags.SwapBacked : PageFlags.None));
            page.Mapping = this;
            _pages.Add(index, page);
        }

        return page;
    }
}
