namespace LinuxMm;

/// <summary>An array that holds either page pointers or frame numbers, with two flags that say which.</summary>
/// <remarks>
/// Both flags are kept, as in the kernel, because they are not opposites: the conversions change one and not the other.
/// Neither the slots nor the flags are initialised before the first use.
/// </remarks>
[LinuxSource("include/media/frame_vector.h", "struct frame_vector", Tag = "v5.17")]
public sealed partial class FrameVector : FrameHolder
{
    internal FrameVector(Machine machine, string name, int frames)
        : base(machine, name, frames)
    {
        Announce();
    }

    /// <summary>Whether <see cref="PutVaddrFrames"/> will release references; null before the first use.</summary>
    [LinuxSource("include/media/frame_vector.h", "frame_vector.got_ref", Tag = "v5.17")]
    public bool? GotRef { get; private set; }

    /// <summary>Whether the slots are numbers, not pointers; null before the first use.</summary>
    [LinuxSource("include/media/frame_vector.h", "frame_vector.is_pfns", Tag = "v5.17")]
    public bool? IsPfns { get; private set; }

    /// <summary>What the flags say together.</summary>
    [ModelOnly("The kernel has no names for the combinations.")]
    public FrameVectorState State => StateOf(FrameCount, GotRef, IsPfns);

    /// <summary>Frees an empty vector.</summary>
    /// <exception cref="KernelBugException">It still has frames.</exception>
    /// <exception cref="InvalidOperationException">It was destroyed before.</exception>
    [LinuxSource("drivers/media/common/videobuf2/frame_vector.c", "frame_vector_destroy", Tag = "v5.17")]
    public void Destroy()
    {
        RequireAlive();
        if (FrameCount > 0)
        {
            throw new KernelBugException("vec->nr_frames > 0 in frame_vector_destroy");
        }

        using var call = Machine.Enter("kernel");
        Withdraw();
        call.Returned("frame_vector_destroy", Name, "done");
    }

    /// <summary>Name and state.</summary>
    [ModelOnly("Text for people.")]
    public override string ToString() => $"{Name} ({State})";

    internal static FrameVectorState StateOf(int frames, bool? gotRef, bool? isPfns) => (frames, gotRef, isPfns) switch
    {
        (0, _, _) or (_, null, _) or (_, _, null) => FrameVectorState.Empty,
        (_, true, false) => FrameVectorState.PinnedPages,
        (_, false, true) => FrameVectorState.BarePfns,
        (_, false, false) => FrameVectorState.PagesWithoutReference,
        (_, true, true) => FrameVectorState.PfnsWithReference,
    };

    internal void SetFlags(bool? gotRef, bool? isPfns)
    {
        if (gotRef == GotRef && isPfns == IsPfns)
        {
            return;
        }

        if (Machine.IsTracing)
        {
            Machine.Record(new TraceEvent.FrameVectorFlagsChanged(Name, gotRef, isPfns));
        }

        GotRef = gotRef;
        IsPfns = isPfns;
    }

    internal override HolderSnapshot Snapshot() => new FrameVectorSnapshot
    {
        Name = Name,
        Kind = "frame_vector",
        FrameCount = FrameCount,
        Slots = SlotSnapshots(),
        GotRef = GotRef,
        IsPfns = IsPfns,
        State = State,
    };
}
