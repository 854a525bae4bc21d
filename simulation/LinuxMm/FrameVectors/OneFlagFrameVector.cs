namespace LinuxMm;

/// <summary>The frame vector that the mail has in mind: one flag, because the two are said to be opposites.</summary>
/// <remarks>It cannot express pages without references, nor numbers with references; the kernel's own can, and does.</remarks>
/// <param name="IsPinned">Whether the frames are pages that are held; otherwise they are numbers that nobody holds.</param>
/// <param name="Frames">The frames.</param>
[ModelOnly("Proposed in the mail, never written.")]
public sealed record OneFlagFrameVector(bool IsPinned, SnapshotList<Pfn> Frames)
{
    /// <summary>The same contents with one flag, or null for what one flag cannot say.</summary>
    /// <param name="vector">The kernel's frame vector.</param>
    public static OneFlagFrameVector? From(FrameVector vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        if (vector.State is not (FrameVectorState.PinnedPages or FrameVectorState.BarePfns))
        {
            return null;
        }

        var frames = Enumerable.Range(0, vector.FrameCount).Select(i => vector.Slot(i).Pfn).OfType<Pfn>().ToList();
        return frames.Count == vector.FrameCount ? new OneFlagFrameVector(vector.State == FrameVectorState.PinnedPages, [.. frames]) : null;
    }
}
