namespace LinuxMm;

/// <summary>Pin or fail. The flags are set before the pin, so they say "pinned pages" even after a failure.</summary>
[LinuxSource("drivers/media/common/videobuf2/frame_vector.c", "get_vaddr_frames", Commit = "6647e76ab623b2b3fb2efe03a86e9c9046c52c33")]
[LinuxSource("drivers/media/common/videobuf2/frame_vector.c", "get_vaddr_frames", Tag = "v7.3")]
internal sealed class PinOnly(bool isForced, bool warns) : FrameVectorPolicy
{
    public override string Name => (isForced, warns) switch
    {
        (true, true) => "pin only, by force, warning on failure",
        (true, false) => "pin only, by force",
        (_, true) => "pin only, warning on failure",
        _ => "pin only",
    };

    internal override KernelResult<int> Fill(FrameVectorFill request)
    {
        var flags = FollFlags.Pin | FollFlags.Longterm | (isForced ? FollFlags.Force : FollFlags.None) | (isForced || request.Write ? FollFlags.Write : FollFlags.None);
        var pages = new List<Page?>(request.FrameCount);
        var pinned = new FastGetUserPages(request.Mm, flags).Run(request.Start, request.FrameCount, pages);
        request.Vector.SetFlags(gotRef: true, isPfns: false);
        if (pinned is { IsSuccess: true, Value: > 0 })
        {
            request.Vector.TakePages(pages, Promise.Pin);
            return pinned;
        }

        if (warns)
        {
            request.Mm.Machine.WarnOnce("get_vaddr_frames() cannot follow VM_IO mapping");
        }

        return pinned.IsSuccess ? Errno.EFAULT : pinned;
    }
}
