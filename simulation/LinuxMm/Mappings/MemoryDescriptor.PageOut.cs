namespace LinuxMm;

public sealed partial class MemoryDescriptor
{
    /// <summary>Reclaims the pages of a range that nobody else maps. There is no swap: anonymous pages stay.</summary>
    /// <remarks>
    /// A page of a file loses its entry before anybody looks whether it is pinned; then it stays in the page cache if it is,
    /// if it is dirty, or if the file has no other place for it. A page that <see cref="Advice.Free"/> gave up goes if it was not written to
    /// since and nobody holds it.
    /// </remarks>
    [LinuxSource("mm/vmscan.c", "reclaim_pages", Tag = "v5.17")]
    [LinuxSource("mm/vmscan.c", "shrink_page_list", Tag = "v5.17", Until = "B2")]
    private void PageOut(VmArea vma, AddressRange range)
    {
        foreach (var at in PageTable.Present(range))
        {
            if (PageTable.Find(at) is not { IsCounted: true, IsHuge: false } entry || vma.NormalPage(entry) is not { MapCount: 1 } page)
            {
                continue;
            }

            if (page.Mapping is { } file)
            {
                ZapEntry(vma, at, "try_to_unmap");
                file.Reclaim(page);
            }
            else if (IsFreedLazily(page, entry))
            {
                ZapEntry(vma, at, "try_to_unmap");
            }
        }
    }
    private static bool IsFreedLazily(Page page, PageTableEntry entry) =>
        page.HasFlag(PageFlags.Anon) && !page.HasFlag(PageFlags.SwapBacked | PageFlags.Dirty) && !entry.IsDirty && page.RefCount == 1;
}
