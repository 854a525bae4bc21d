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
        Zone = machine.Options.UserZone;
    }

    /// <inheritdoc/>
    [LinuxSource("include/linux/shmem_fs.h", "shmem_mapping", Tag = "v5.17")]
    public override MappedKind Kind { get; }

    /// <summary>Its length in pages. An access beyond raises SIGBUS.</summary>
    [LinuxSource("include/linux/fs.h", "i_size_read", Tag = "v5.17")]
    public int Pages { get; private set; }

    /// <summary>From which zone its pages come.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It hands out no pages.</exception>
    [LinuxSource("include/linux/pagemap.h", "mapping_gfp_mask", Tag = "v5.17")]
    public Zone Zone
    {
        get;
        set
        {
            Machine.RequireZone(value, nameof(value));
            field = value;
        }
    }

    /// <summary>Whether new shared mappings may no longer become writable; those that exist stay as they are.</summary>
    [LinuxSource("include/uapi/linux/fcntl.h", "F_SEAL_FUTURE_WRITE", Tag = "v5.17")]
    public bool IsSealedForFutureWrite { get; private set; }

    /// <summary>Seals the file against future shared writable mappings.</summary>
    /// <exception cref="InvalidOperationException">Only memory files can be sealed.</exception>
    [LinuxSource("mm/memfd.c", "memfd_add_seals", Tag = "v5.17")]
    public void SealFutureWrite()
    {
        if (Kind != MappedKind.Shmem)
        {
            throw new InvalidOperationException($"{Name} is no memory file: {Kind} cannot be sealed.");
        }

        using var call = Machine.Enter("kernel");
        IsSealedForFutureWrite = true;
        call.Returned("memfd_add_seals", Name, "done");
    }

    /// <summary>Takes references to pages of the page cache, as a driver does that builds a buffer of them, such as udmabuf and vgem.</summary>
    /// <param name="first">The first page, 0 or more.</param>
    /// <param name="count">How many pages, at least 1.</param>
    /// <param name="pages">Where they go; it must hold nothing.</param>
    /// <returns>The number of pages; EINVAL, with nothing held, for pages beyond the end.</returns>
    [LinuxSource("mm/shmem.c", "shmem_read_mapping_page_gfp", Tag = "v5.17")]
    public KernelResult<int> ReadMappingPages(long first, int count, PageArray pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, pages.Capacity);
        pages.RequireEmpty();
        Machine.RequireOwn(pages);
        using var call = Machine.Enter("kernel");
        return call.Returned("shmem_read_mapping_page", (Name, first, count), first > Pages - count ? Errno.EINVAL : Hold(first, count, pages));
    }

    private KernelResult<int> Hold(long first, int count, PageArray pages)
    {
        var found = new List<Page?>(count);
        for (var index = first; index < first + count; index++)
        {
            var head = PageAt(Kind == MappedKind.HugeTlb ? index / HugePages.Frames * HugePages.Frames : index)!;
            head.AddReferences(1, "shmem_read_mapping_page");
            found.Add(Kind == MappedKind.HugeTlb ? Machine.Memory.PfnToPage(head.Pfn + (int)(index % HugePages.Frames)) : head);
        }

        pages.TakePages(found, Promise.Reference);
        return count;
    }

    internal IEnumerable<Page> CachedPages => _pages.Values;

    internal bool IsCached(long index) => _pages.ContainsKey(index);

    /// <summary>Shared anonymous memory has no name by which anybody could open it again.</summary>
    internal bool IsReachableByName { get; init; } = true;

    internal override void Closed(VmArea vma)
    {
        if (!IsReachableByName && !Machine.ProcessList.Any(process => process.VmAreas.Any(vma => vma.Object == this)))
        {
            Drop(0, Pages);
        }
    }

    internal void Replace(Page page, Page copy)
    {
        _pages[IndexOf(page)] = copy;
        copy.Mapping = this;
        page.Mapping = null;
    }

    private long IndexOf(Page page) => _pages.First(pair => pair.Value == page).Key;

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
