namespace LinuxMm;

public sealed partial class MemoryDescriptor
{
    /// <summary>Changes what the CPU may do; mappings are split where the range begins and ends.</summary>
    /// <param name="start">A page-aligned address.</param>
    /// <param name="pages">How many pages.</param>
    /// <param name="protection">What the CPU may do from now on.</param>
    /// <returns>0; EINVAL for an unaligned address; EACCES where the descriptor does not allow it; ENOMEM where nothing is mapped.</returns>
    [LinuxSource("mm/mprotect.c", "do_mprotect_pkey", Tag = "v5.17")]
    public KernelResult<int> Mprotect(VirtualAddress start, int pages, Protection protection)
    {
        RequireRunning();
        RequireUnlocked();
        using var call = Enter();
        var result = ForEachVma(start, pages, (vma, range) =>
        {
            if (!IsGrantable(vma, protection))
            {
                return Errno.EACCES;
            }

            Protect(Split(vma, range), protection);
            return null;
        });
        return call.Returned("mprotect", (start, pages, protection), result);
    }

    private static bool IsGrantable(VmArea vma, Protection protection)
    {
        var wanted = FlagsFor(protection);
        return ((int)wanted & ~((int)vma.Flags >> MayShift)) == 0;
    }

    /// <summary>VM_MAYREAD stands this many bits above VM_READ, and so on for the others.</summary>
    private const int MayShift = 4;

    private void Protect(VmArea vma, Protection protection)
    {
        const VmFlags Access = VmFlags.Read | VmFlags.Write | VmFlags.Exec;
        vma.Change(vma.State with { Protection = protection, Flags = (vma.Flags & ~Access) | FlagsFor(protection) }, vma.PageOffset);
        foreach (var at in PageTable.Present(vma.Range))
        {
            var entry = PageTable.Find(at)!.Value;
            var after = entry with
            {
                IsAccessible = protection != Protection.None,
                IsWritable = entry.IsWritable && (protection & Protection.Write) != 0,
            };
            if (after != entry)
            {
                SetPte(at, after, "change_protection");
            }
        }
    }
}
