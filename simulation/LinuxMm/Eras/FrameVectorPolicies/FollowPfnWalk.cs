namespace LinuxMm;

/// <summary>The loop that both falling-back eras share: follow_pfn() page by page, as long as whole pages of the VMA are left.</summary>
[LinuxSource("mm/frame_vector.c", "get_vaddr_frames", Tag = "v5.10")]
internal sealed class FollowPfnWalk(FrameVectorFill request)
{
    private readonly List<FollowedPfn> _found = [];

    public VirtualAddress Address { get; private set; } = request.Start;

    public int Count => _found.Count;

    public bool IsComplete => Count >= request.FrameCount;

    /// <summary>Collects numbers from one VMA. The result is the error that ended it, or null.</summary>
    public Errno? Through(VmArea vma)
    {
        while (Count < request.FrameCount && Address + VirtualAddress.PageSize <= vma.Range.End)
        {
            var pfn = request.Mm.Machine.Era.FollowPfn.Follow(vma, Address);
            if (pfn.Errno is { } error)
            {
                return error;
            }

            _found.Add(new FollowedPfn(pfn.Value, IsReadOnly: !vma.IsWritable));
            Address += VirtualAddress.PageSize;
        }

        return null;
    }

    /// <summary>Stores what was collected; the result is the count.</summary>
    public KernelResult<int> Finish()
    {
        request.Vector.TakeNumbers(_found);
        return Count;
    }
}
