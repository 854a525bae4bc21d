namespace LinuxMm;

public sealed partial class PageCacheFile
{
    /// <summary>Sets the length: pages beyond a nearer end are unmapped everywhere, private copies too, and leave the page cache. A pinned page lives on as an orphan.</summary>
    /// <param name="pages">The new length, 0 or more.</param>
    [LinuxSource("mm/truncate.c", "truncate_setsize", Tag = "v5.17")]
    public void Truncate(int pages)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pages);
        using var call = Machine.Enter("kernel");
        if (pages < Pages)
        {
            UnmapEverywhere(pages, Pages - pages, evenCopies: true, "truncate_pagecache");
            Drop(pages, Pages - pages);
        }

        Pages = pages;
        call.Returned("truncate", (Name, pages), "done");
    }

    /// <summary>Removes pages in the middle: they are unmapped everywhere, private copies stay, and leave the page cache. A pinned page lives on as an orphan.</summary>
    /// <param name="first">The first page, 0 or more.</param>
    /// <param name="pages">How many pages, at least 1.</param>
    [LinuxSource("mm/shmem.c", "shmem_fallocate", Tag = "v5.17")]
    [LinuxSource("mm/truncate.c", "truncate_pagecache_range", Tag = "v5.17")]
    public void PunchHole(long first, int pages)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfLessThan(pages, 1);
        using var call = Machine.Enter("kernel");
        UnmapEverywhere(first, pages, evenCopies: false, "truncate_pagecache_range");
        Drop(first, pages);
        call.Returned("fallocate", (Name, first, pages), "done");
    }

    /// <summary>What page-out does with a page that is no longer mapped: a clean one goes; one that somebody holds stays, and so does a dirty one, which only kswapd writes back.</summary>
    internal void Reclaim(Page page)
    {
        if (!page.HasFlag(PageFlags.SwapBacked | PageFlags.Dirty) && page.RefCount == 1)
        {
            Drop(IndexOf(page), 1);
        }
    }

    private void UnmapEverywhere(long first, int pages, bool evenCopies, string reason)
    {
        foreach (var process in Machine.ProcessList)
        {
            foreach (var vma in process.VmAreas.Where(vma => vma.Object == this))
            {
                var from = Math.Clamp(first - vma.PageOffset, 0, vma.Range.Pages);
                var to = Math.Clamp(first + pages - vma.PageOffset, 0, vma.Range.Pages);
                process.UnmapFilePages(vma, new AddressRange(vma.Start.Page((int)from), vma.Start.Page((int)to)), evenCopies, reason);
            }
        }
    }

    /// <summary>Only whole pages go: a hole in the middle of 2 MiB leaves them.</summary>
    private void Drop(long first, int pages)
    {
        foreach (var index in _pages.Keys.Where(index => first <= index && index + _pages[index].CompoundPages <= first + pages).ToList())
        {
            var page = _pages[index];
            _pages.Remove(index);
            page.Mapping = null;
            for (var i = 0; i < page.CompoundPages; i++)
            {
                Machine.Memory.PfnToPage(page.Pfn + i).Frame.SetOwner("");
            }

            Machine.PutPage(page, "delete_from_page_cache");
        }
    }
}
