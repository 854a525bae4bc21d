namespace LinuxMm;

/// <summary>Pin first. Numbers come into play only when nothing at all could be pinned: a partial pin never falls back.</summary>
[LinuxSource("mm/frame_vector.c", "get_vaddr_frames", Commit = "04769cb1c45a919cd94b931e6494d2a9afc32914")]
[LinuxSource("drivers/media/common/videobuf2/frame_vector.c", "get_vaddr_frames", Commit = "89ab2d39643e5ce2b122baa1e76176d1bd984cec")]
internal sealed class PinThenFollow(bool keepsPinError) : FrameVectorPolicy
{
    public override string Name => keepsPinError ? "pin first, fall back, keep the error of the pin" : "pin first, fall back";

    internal override KernelResult<int> Fill(FrameVectorFill request)
    {
        var pages = new List<Page?>(request.FrameCount);
        var pinned = new FastGetUserPages(request.Mm, FollFlags.Pin | FollFlags.Force | FollFlags.Write | FollFlags.Longterm)
            .Run(request.Start, request.FrameCount, pages);
        if (pinned is { IsSuccess: true, Value: > 0 })
        {
            request.Vector.SetFlags(gotRef: true, isPfns: false);
            request.Vector.TakePages(pages, Promise.Pin);
            return pinned;
        }

        request.Vector.SetFlags(gotRef: false, isPfns: true);
        return Follow(request, pinned.Errno);
    }

    private KernelResult<int> Follow(FrameVectorFill request, Errno? pinError)
    {
        var walk = new FollowPfnWalk(request);
        for (var vma = request.Mm.FindVma(walk.Address); vma is not null; vma = request.Mm.FindVma(vma.Range.End))
        {
            if (walk.Through(vma) is { } error)
            {
                return walk.Count > 0 ? walk.Finish() : FirstError(error, pinError);
            }

            if (walk.Address < vma.Range.End || walk.IsComplete)
            {
                break;
            }
        }

        return walk.Count > 0 ? walk.Finish() : Errno.EFAULT;
    }

    private Errno FirstError(Errno followError, Errno? pinError) =>
        keepsPinError && followError == Errno.EINVAL ? pinError ?? followError : followError;
}
