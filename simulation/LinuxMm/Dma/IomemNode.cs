namespace LinuxMm;

/// <summary>A file that maps physical frames without asking a driver: /dev/mem, or a PCI device's resource.</summary>
[LinuxSource("drivers/char/mem.c", "mmap_mem", Tag = "v5.17")]
[LinuxSource("drivers/pci/mmap.c", "pci_mmap_resource_range", Tag = "v5.17")]
public sealed class IomemNode : MappedObject
{
    internal IomemNode(Machine machine, string name, PfnRange? window)
        : base(machine, name)
    {
        Window = window;
    }

    /// <inheritdoc/>
    [ModelOnly("The kernel tells kinds apart by vm_ops, vm_file and the file system.")]
    public override MappedKind Kind => MappedKind.Driver;

    /// <summary>The device's window that it maps, counted from its first frame; null for /dev/mem, which is counted from frame 0.</summary>
    [LinuxSource("include/linux/pci.h", "pci_dev.resource", Tag = "v5.17")]
    public PfnRange? Window { get; }

    internal override Page? PageAt(long index) => null;

    /// <summary>The frame at an offset of the file.</summary>
    internal Pfn FrameAt(long index) => new((Window?.First.Number ?? 0) + (ulong)index);

    /// <summary>Why a mapping is refused: it leaves the window, or a driver has claimed a part of it.</summary>
    internal Errno? Refusal(MmapRequest request)
    {
        if (Window is { } window && (request.PageOffset < 0 || request.PageOffset + request.Pages > window.Count))
        {
            return Errno.EINVAL;
        }

        var isClaimed = false;
        for (var i = 0; i < request.Pages; i++)
        {
            var frame = FrameAt(request.PageOffset + i);
            if (!Machine.Memory.Exists(frame))
            {
                return Errno.EINVAL;
            }

            isClaimed |= Machine.Memory.IsClaimed(frame);
        }

        return !isClaimed ? null : Window is null ? Errno.EPERM : Errno.EINVAL;
    }

    /// <summary>Fills a new mapping at once, as remap_pfn_range does: no entry is ever made by a fault.</summary>
    internal void Fill(VmArea vma)
    {
        vma.SetFlags(vma.Flags | VmFlags.Io | VmFlags.PfnMap | VmFlags.DontExpand | VmFlags.DontDump);
        for (var i = 0; i < vma.Range.Pages; i++)
        {
            var frame = Machine.Memory.FrameAt(FrameAt(vma.PageOffset + i));
            vma.Mm.SetPte(vma.Start.Page(i), new PageTableEntry(frame.Pfn, vma.IsWriteMapped, IsSpecial: true), "remap_pfn_range");
        }
    }

    /// <summary>Whether mappings of it go away when a driver claims what they map.</summary>
    internal bool IsRevocable => Machine.Era.UserPages.IomemRevoke switch
    {
        IomemRevokeRule.Never => false,
        IomemRevokeRule.DevMem => Window is null,
        _ => true,
    };
}
