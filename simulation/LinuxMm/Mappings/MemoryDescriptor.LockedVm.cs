namespace LinuxMm;

public sealed partial class MemoryDescriptor
{
    /// <summary>How many pages the process may keep resident: RLIMIT_MEMLOCK. Null, the default, is a process that may do as it likes.</summary>
    /// <remarks>videobuf2 never asks; io_uring, VFIO and others charge what they pin by <see cref="AccountLockedVm"/>.</remarks>
    [LinuxSource("include/uapi/asm-generic/resource.h", "RLIMIT_MEMLOCK", Tag = "v5.17")]
    public int? MemlockLimitPages { get; set; }

    /// <summary>Pages that are charged: those of locked mappings and those of <see cref="AccountLockedVm"/>.</summary>
    [LinuxSource("include/linux/mm_types.h", "mm_struct.locked_vm", Tag = "v5.17")]
    public int LockedVm => _vmAreas.Where(vma => (vma.Flags & VmFlags.Locked) != 0).Sum(vma => vma.Range.Pages) + AccountedPages;

    internal int AccountedPages { get; private set; }

    /// <summary>Charges pages to the process, as drivers do that pin for users.</summary>
    /// <param name="pages">How many; negative gives a charge back.</param>
    /// <returns>0; ENOMEM, with nothing charged, beyond the limit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">More is given back than was charged.</exception>
    [LinuxSource("mm/util.c", "account_locked_vm", Tag = "v5.17")]
    public KernelResult<int> AccountLockedVm(int pages)
    {
        RequireRunning();
        ArgumentOutOfRangeException.ThrowIfLessThan(pages, -AccountedPages);
        using var call = Enter();
        if (pages > 0 && IsBeyondMemlockLimit(pages))
        {
            return call.Returned<KernelResult<int>>("account_locked_vm", pages, Errno.ENOMEM);
        }

        if (Machine.IsTracing)
        {
            Machine.Record(new TraceEvent.AccountedPagesChanged(Name, AccountedPages, AccountedPages + pages));
        }

        AccountedPages += pages;
        return call.Returned<KernelResult<int>>("account_locked_vm", pages, 0);
    }

    private bool IsBeyondMemlockLimit(int pages) => MemlockLimitPages is { } limit && LockedVm + pages > limit;
}
