namespace LinuxMm;

/// <summary>Empties a range of frames of the pages that can move.</summary>
/// <remarks>Simplified: clean pages of files are moved as well, where the kernel drops them from the cache.</remarks>
[LinuxSource("mm/page_alloc.c", "alloc_contig_range", Tag = "v5.17")]
internal static class ContiguousRange
{
    /// <summary>False: a page stayed. Those that moved before it are not moved back.</summary>
    public static bool TryVacate(Machine machine, PfnRange range)
    {
        for (var i = 0; i < range.Count; i++)
        {
            if (!machine.Memory.IsAvailable(range[i]) && MigratePages.Isolate(machine, range[i], Zone.Normal) is null)
            {
                return false;
            }
        }

        return true;
    }
}
