namespace LinuxMm;

public sealed partial class PageCacheFile
{
    /// <summary>Shortens the file: pages beyond its new end are unmapped everywhere and leave the page cache. A pinned page lives on as an orphan.</summary>
    /// <param name="pages">The new length, 0 to <see cref="Pages"/>.</param>
    [LinuxSource("mm/truncate.c", "truncate_pagecache", Tag = "v5.17")]
    public void Truncate(int pages)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pages);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pages, Pages);
        using var call = Machine.Enter("kernel");
        foreach (var process in Machine.ProcessList)
        {
            foreach (var vma in process.VmAreas.Where(vma => vma.Object == this))
            {
                UnmapTail(process, vma, pages);
            }
        }

        DropFrom(pages);
        call.Returned("truncate", (Name, pages), "done");
    }

    private static void UnmapTail(MemoryDescriptor process, VmArea vma, int pages)
    {
        var kept = Math.Clamp(pages - vma.PageOffset, 0, vma.Range.Pages);
        var tail = new AddressRange(vma.Start.Page((int)kept), vma.Range.End);
        process.NotifyInvalidate(tail);
        process.Zap(vma, tail, "truncate_pagecache");
    }

    private void DropFrom(int pages)
    {
        foreach (var index in _pages.Keys.Where(index => index >= pages).ToList())
        {
            var page = _pages[index];
            _pages.Remove(index);
            page.Mapping = null;
            page.Frame.SetOwner("");
            Machine.PutPage(page, "delete_from_page_cache");
        }

        Pages = pages;
    }
}
