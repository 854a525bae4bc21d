namespace LinuxMm;

/// <summary>KVM, as far as it looks up its guest's frames: pages by GUP, raw entries by following them, and a notifier that makes it forget.</summary>
/// <remarks>Simplified: one mapping at a time; the guest is a device that writes to the frames that KVM told it.</remarks>
[LinuxSource("virt/kvm/kvm_main.c", "struct kvm", Tag = "v6.12")]
public sealed class Kvm
{
    private readonly MemoryDescriptor _mm;
    private readonly Device _guest;
    private readonly PageArray _referenced;

    /// <summary>A guest whose memory is a process's.</summary>
    /// <param name="mm">The process.</param>
    /// <param name="guest">What writes for the guest.</param>
    [LinuxSource("virt/kvm/kvm_main.c", "kvm_create_vm", Tag = "v6.12")]
    public Kvm(MemoryDescriptor mm, Device guest)
    {
        ArgumentNullException.ThrowIfNull(mm);
        mm.Machine.RequireOwn(guest);
        _mm = mm;
        _guest = guest;
        _referenced = mm.Machine.CreatePageArray(mm.Machine.FreshName($"{guest.Name} page"), 1);
        mm.Register(new MmuNotifier($"{guest.Name} kvm") { InvalidateRange = Invalidate });
    }

    /// <summary>The address whose frame the guest has, or null.</summary>
    [LinuxSource("arch/x86/kvm/mmu/spte.h", "is_shadow_present_pte", Tag = "v6.12")]
    public VirtualAddress? Mapped { get; private set; }

    /// <summary>Gives the guest the frame behind an address; what it has is good until the notifier says otherwise.</summary>
    /// <remarks>Returns on failure: EFAULT where nothing can be had, EINVAL for an empty entry and, from 6.13 on, for a raw one that is to be kept.</remarks>
    /// <param name="address">The address.</param>
    /// <param name="isWrite">Whether the guest will write.</param>
    /// <param name="isKept">Whether KVM itself wants to keep the frame, notifier or not.</param>
    /// <returns>The frame.</returns>
    [LinuxSource("virt/kvm/kvm_main.c", "hva_to_pfn", Tag = "v6.12")]
    public KernelResult<Pfn> Map(VirtualAddress address, bool isWrite = true, bool isKept = false)
    {
        using var call = _mm.Machine.Enter(_guest.Name);
        Unmap();
        var found = HvaToPfn(address, isWrite, isKept);
        if (found.IsSuccess)
        {
            Mapped = address;
        }

        return call.Returned("hva_to_pfn", (address, isWrite), found);
    }

    /// <summary>Takes the frame from the guest.</summary>
    [LinuxSource("virt/kvm/kvm_main.c", "kvm_release_pfn", Tag = "v6.12")]
    public void Unmap()
    {
        Mapped = null;
        if (_guest.State == DeviceState.Running)
        {
            _guest.StopDma();
        }
    }

    private KernelResult<Pfn> HvaToPfn(VirtualAddress address, bool isWrite, bool isKept)
    {
        // A reference is held only while the entry is made; after that the notifier is what keeps it true.
        var got = _mm.GetUserPages(address, 1, isWrite ? FollFlags.Write : FollFlags.None, _referenced);
        if (got.IsSuccess)
        {
            var page = _referenced[0].Pfn;
            _referenced.UnpinUserPages();
            return page;
        }

        return _mm.FindVma(address) is { } vma && (vma.Flags & (VmFlags.Io | VmFlags.PfnMap)) != 0 ? Remapped(address, isWrite, isKept) : Errno.EFAULT;
    }

    /// <summary>A raw entry: followed, by the rules of the era. The reference that old kernels take is dropped before the call returns.</summary>
    [LinuxSource("virt/kvm/kvm_main.c", "hva_to_pfn_remapped", Tag = "v5.12")]
    private KernelResult<Pfn> Remapped(VirtualAddress address, bool isWrite, bool isKept)
    {
        var rule = _mm.Machine.Era.UserPages.KvmPfn;
        if (_mm.PageTable.Find(address) is not { } entry || (isKept && rule == KvmPfnRule.NoReferences))
        {
            return Errno.EINVAL;
        }

        var isRefused = isWrite && rule != KvmPfnRule.AssumesWritable && !entry.IsWritable;
        return isRefused || (rule == KvmPfnRule.RefusesFreePages && IsFree(entry.Pfn)) ? Errno.EFAULT : entry.Pfn;
    }

    private bool IsFree(Pfn pfn) => _mm.Machine.Memory.PfnValid(pfn) && _mm.Machine.Memory.PfnToPage(pfn).RefCount == 0;

    private void Invalidate(AddressRange range)
    {
        if (Mapped is { } mapped && range.Contains(mapped))
        {
            Unmap();
        }
    }
}
