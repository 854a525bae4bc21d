namespace LinuxMm;

/// <summary>"Or the other way around", as the mail says: numbers first. Pages are pinned only when no number at all was found.</summary>
[ModelOnly("Considered in the mail, never written.")]
internal sealed class FollowThenPin : FrameVectorPolicy
{
    public override string Name => "follow first, fall back to the pin";

    internal override KernelResult<int> Fill(FrameVectorFill request)
    {
        var walk = new FollowPfnWalk(request);
        while (request.Mm.FindVma(walk.Address) is { } vma && walk.Through(vma) is null && !walk.IsComplete && walk.Address == vma.Range.End)
        {
            // The next mapping goes on where this one ended.
        }

        if (walk.Count > 0)
        {
            request.Vector.SetFlags(gotRef: false, isPfns: true);
            return walk.Finish();
        }

        var pages = new List<Page?>();
        var pinned = new FastGetUserPages(request.Mm, FollFlags.Pin | FollFlags.Force | FollFlags.Write | FollFlags.Longterm)
            .Run(request.Start, request.FrameCount, pages);
        request.Vector.SetFlags(gotRef: true, isPfns: false);
        request.Vector.TakePages(pages, Promise.Pin);
        return pinned is { IsSuccess: true, Value: 0 } ? Errno.EFAULT : pinned;
    }
}
