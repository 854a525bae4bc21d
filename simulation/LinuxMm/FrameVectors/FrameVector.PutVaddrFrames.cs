namespace LinuxMm;

public sealed partial class FrameVector
{
    /// <summary>Releases what <see cref="MemoryDescriptor.GetVaddrFrames"/> took: pins if there are any, otherwise nothing.</summary>
    /// <remarks>
    /// Ensures: <see cref="FrameHolder.FrameCount"/> is 0; the slots keep their stale contents. Nothing is marked dirty here.
    /// </remarks>
    [LinuxSource("drivers/media/common/videobuf2/frame_vector.c", "put_vaddr_frames", Tag = "v5.17")]
    public void PutVaddrFrames()
    {
        RequireAlive();
        using var call = Machine.Enter("kernel");
        if (GotRef == true)
        {
            _ = ConvertToPages();
            ReleaseSlots("put_vaddr_frames");
            SetFlags(gotRef: false, IsPfns);
        }

        SetFrameCount(0);
        call.Returned("put_vaddr_frames", Name, "done");
    }
}
