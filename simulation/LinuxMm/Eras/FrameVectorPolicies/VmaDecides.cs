namespace LinuxMm;

/// <summary>The VMA at the start decides for the whole range: ordinary memory is pinned, VM_IO and VM_PFNMAP become numbers.</summary>
[LinuxSource("mm/frame_vector.c", "get_vaddr_frames", Tag = "v5.10")]
[LinuxSource("mm/frame_vector.c", "get_vaddr_frames", Tag = "v5.10.262")]
[LinuxSource("mm/frame_vector.c", "get_vaddr_frames", Tag = "v5.4.291")]
internal sealed class VmaDecides(FrameVectorGrab grab, bool fallsBack, bool warns = false) : FrameVectorPolicy
{
    private const VmFlags Io = VmFlags.Io | VmFlags.PfnMap;

    public override string Name => "the first VMA decides" + (grab == FrameVectorGrab.Get ? ", pages get a reference" : "")
        + (fallsBack ? "" : ", no fallback") + (warns ? ", warning on failure" : "");

    internal override KernelResult<int> Fill(FrameVectorFill request)
    {
        if (request.Mm.FindVma(request.Start) is not { } vma)
        {
            return Errno.EFAULT;
        }

        // Only the first VMA is asked: a DAX mapping further on is pinned, because the pin is not said to be for long.
        if (vma.Kind == MappedKind.FsDax)
        {
            return Errno.EOPNOTSUPP;
        }

        if ((vma.Flags & Io) != 0 && fallsBack)
        {
            return Follow(request, vma);
        }

        var result = (vma.Flags & Io) == 0 ? Pin(request) : Errno.EFAULT;
        if (warns && !result.IsSuccess)
        {
            request.Mm.Machine.WarnOnce("get_vaddr_frames() cannot follow VM_IO mapping");
        }

        return result;
    }

    private KernelResult<int> Pin(FrameVectorFill request)
    {
        request.Vector.SetFlags(gotRef: true, isPfns: false);
        var flags = FollFlags.Write | FollFlags.Force | FollFlags.Touch | (grab == FrameVectorGrab.Get ? FollFlags.Get : FollFlags.Pin);
        var pages = new List<Page?>(request.FrameCount);
        var result = GetUserPages.RunWhole(request.Mm, flags, request.Start, request.FrameCount, pages);
        request.Vector.TakePages(pages, grab == FrameVectorGrab.Get ? Promise.Reference : Promise.Pin);
        return result;
    }

    private static KernelResult<int> Follow(FrameVectorFill request, VmArea first)
    {
        request.Vector.SetFlags(gotRef: false, isPfns: true);
        var walk = new FollowPfnWalk(request);

        // Behind the first mapping the kernel looks for VM_IO and VM_PFNMAP again, and follow_pfn() does anyway.
        for (VmArea? vma = first; vma is not null; vma = request.Mm.FindVma(vma.Range.End))
        {
            if (walk.Through(vma) is { } error)
            {
                return walk.Count > 0 ? walk.Finish() : error;
            }

            if (walk.IsComplete || walk.Address < vma.Range.End)
            {
                break;
            }
        }

        return walk.Count > 0 ? walk.Finish() : Errno.EFAULT;
    }
}
