namespace LinuxMm;

public sealed partial class FrameVector
{
    /// <summary>Turns frame numbers into page pointers. No reference is taken, and got_ref stays as it was.</summary>
    /// <remarks>
    /// Ensures: on success <see cref="IsPfns"/> is false. From <see cref="FrameVectorState.BarePfns"/> this makes
    /// <see cref="FrameVectorState.PagesWithoutReference"/>.
    /// Returns on failure: EINVAL when one frame has no struct page; then nothing was converted.
    /// </remarks>
    /// <returns>0 or EINVAL.</returns>
    [LinuxSource("drivers/media/common/videobuf2/frame_vector.c", "frame_vector_to_pages", Tag = "v5.17")]
    public KernelResult<int> ToPages()
    {
        RequireAlive();
        using var call = Machine.Enter("kernel");
        return call.Returned("frame_vector_to_pages", Name, ConvertToPages());
    }

    /// <summary>Turns page pointers into frame numbers. It cannot fail; what is held stays held.</summary>
    [LinuxSource("drivers/media/common/videobuf2/frame_vector.c", "frame_vector_to_pfns", Tag = "v5.17")]
    public void ToPfns()
    {
        RequireAlive();
        using var call = Machine.Enter("kernel");
        ConvertToPfns();
        call.Returned("frame_vector_to_pfns", Name, "done");
    }

    private KernelResult<int> ConvertToPages()
    {
        if (IsPfns != true)
        {
            return 0;
        }

        for (var i = 0; i < FrameCount; i++)
        {
            if (!Machine.Memory.PfnValid(Slot(i).Pfn!.Value))
            {
                return Errno.EINVAL;
            }
        }

        for (var i = 0; i < FrameCount; i++)
        {
            SetSlot(i, Slot(i) with { Kind = SlotKind.PagePointer });
        }

        SetFlags(GotRef, isPfns: false);
        return 0;
    }

    private void ConvertToPfns()
    {
        for (var i = 0; i < FrameCount; i++)
        {
            // page_to_pfn() of a slot that was never written is a number too, only not of a page.
            if (Slot(i).Kind == SlotKind.PagePointer)
            {
                SetSlot(i, Slot(i) with { Kind = SlotKind.Number });
            }
        }

        SetFlags(GotRef, isPfns: true);
    }
}
