namespace LinuxMm;

public sealed partial class MemoryDescriptor
{
    /// <summary>Fills a frame vector from a range of user addresses, the way of the machine's era.</summary>
    /// <remarks>
    /// Requires: the vector holds nothing.
    /// Ensures: on success the vector's flags and slots say what was found.
    /// Returns on failure: EFAULT, EINVAL, EOPNOTSUPP, EEXIST or EOVERFLOW, depending on the era.
    /// A count below <paramref name="frameCount"/> is a success: only the first part of the range was usable.
    /// </remarks>
    /// <param name="start">Any address; this function does not align it.</param>
    /// <param name="frameCount">How many frames. More than the vector's room is a WARN and is cut off.</param>
    /// <param name="vector">Where the frames go.</param>
    /// <param name="write">Whether the device will write. Eras up to 6.1 have no such parameter and always ask for writing.</param>
    /// <returns>The number of frames, or an error.</returns>
    /// <exception cref="InvalidOperationException">The vector still holds frames, or was destroyed.</exception>
    [LinuxSource("drivers/media/common/videobuf2/frame_vector.c", "get_vaddr_frames", Tag = "v5.17")]
    [LinuxSource("mm/frame_vector.c", "get_vaddr_frames", Tag = "v5.10")]
    public KernelResult<int> GetVaddrFrames(VirtualAddress start, int frameCount, FrameVector vector, bool write = true)
    {
        ArgumentNullException.ThrowIfNull(vector);
        vector.RequireAlive();
        if (vector.FrameCount > 0)
        {
            throw new InvalidOperationException($"{vector.Name} still holds frames: call PutVaddrFrames first, or their references leak.");
        }

        Machine.RequireOwn(vector);
        ArgumentOutOfRangeException.ThrowIfNegative(frameCount);
        using var call = Machine.Enter(Name);
        return call.Returned("get_vaddr_frames", (start, frameCount, vector.Name), Fill(start, frameCount, vector, write));
    }

    private KernelResult<int> Fill(VirtualAddress start, int frameCount, FrameVector vector, bool write)
    {
        if (frameCount == 0)
        {
            return 0;
        }

        if (frameCount > vector.Capacity)
        {
            Machine.WarnOnce("nr_frames > vec->nr_allocated in get_vaddr_frames");
            frameCount = vector.Capacity;
        }

        return Machine.Era.FrameVectors.Fill(new FrameVectorFill(this, start, frameCount, write, vector));
    }
}
