using CsCheck;

namespace LinuxMm.Tests.Laws;

/// <summary>What holds for any range in any kernel: kinds × protections × residency × geometry × consumers × eras. Invariants are checked after every call.</summary>
public sealed class RangeLaws
{
    private const int Iterations = 60;

    private static readonly IReadOnlyDictionary<string, KernelEra> Eras = KernelEras.All.Concat(KernelEras.Stable)
        .Concat(new[] { "5.8", "5.11", "5.12", "5.14", "5.18", "5.15.82", "6.6", "6.10", "6.12" }.Select(KernelReleases.Find))
        .ToDictionary(era => era.Name);

    public static TheoryData<string> Names() => [.. Eras.Keys];

    /// <summary>videobuf2 takes all of a buffer or nothing, and says of a part what it says of a bad address.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void AFrameVectorForVideobuf2IsWholeOrNothing(string name) => Check(name, (era, shape) =>
    {
        var one = RangeBuild.Of(era, shape);
        var other = RangeBuild.Of(era, shape);
        var got = one.App.GetVaddrFrames(one.Start.PageStart, shape.Count, one.Vector(), shape.IsWrite);
        var created = Vb2Memops.CreateFramevec(other.Request());
        return got.Errno is { } error ? created == error : got.Value < shape.Count ? created == Errno.EFAULT && other.HoldsNothing() : created.Value.FrameCount == shape.Count;
    });

    /// <summary>What could not be had whole is not held in part, and what was had is given back.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void NothingIsHeldAfterFailureOrRelease(string name) => Check(name, (era, shape) =>
    {
        foreach (var memops in new[] { Vb2Memops.DmaContig, Vb2Memops.DmaSg, Vb2Memops.Vmalloc })
        {
            var build = RangeBuild.Of(era, shape);
            if (TryGet(memops, build) is { IsSuccess: true } buffer)
            {
                memops.PutUserptr(buffer.Value);
            }

            if (!build.HoldsNothing() && build.Machine.Hazards.All(hazard => hazard.Kind != HazardKind.GarbageSlot))
            {
                return false;
            }
        }

        return true;
    });

    /// <summary>If the first part of a range can be had, it can be had alone.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void APartCanBeHadAlone(string name) => Check(name, (era, shape) =>
    {
        var build = RangeBuild.Of(era, shape);
        var whole = build.Get(build.Vector(), shape.Count);
        var alone = RangeBuild.Of(era, shape);
        return !whole.IsSuccess || alone.Get(alone.Vector(), whole.Value) == whole.Value;
    });

    /// <summary>After a success the two flags are opposites, the slots are of one kind, and pages are held.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void TheFlagsSayWhatTheSlotsHold(string name) => Check(name, (era, shape) =>
    {
        var build = RangeBuild.Of(era, shape);
        var vector = build.Vector();
        var result = build.Get(vector, shape.Count);
        if (!result.IsSuccess)
        {
            return vector.FrameCount == 0 && build.HoldsNothing();
        }

        var slots = Enumerable.Range(0, vector.FrameCount).Select(vector.Slot).ToList();
        var isOneKind = vector.State == FrameVectorState.PinnedPages
            ? slots.TrueForAll(slot => slot is { Kind: SlotKind.PagePointer, Promise: not Promise.None } or { Kind: SlotKind.Uninitialised })
            : vector.State == FrameVectorState.BarePfns && slots.TrueForAll(slot => slot is { Kind: SlotKind.Number, Promise: Promise.None });
        return isOneKind && vector.FrameCount == result && vector.GotRef != vector.IsPfns;
    });

    /// <summary>Three allocators, one frame vector: they differ in what they make of it and in how they say no.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void TheAllocatorsAgreeOnTheFrames(string name) => Check(name, (era, shape) =>
    {
        var builds = Enumerable.Range(0, 4).Select(_ => RangeBuild.Of(era, shape)).ToList();
        var created = Vb2Memops.CreateFramevec(builds[0].Request());
        var arePages = created.IsSuccess && created.Value.ToPages().IsSuccess;
        var isGarbage = created.IsSuccess && Enumerable.Range(0, created.Value.FrameCount).Any(i => created.Value.Slot(i).Kind == SlotKind.Uninitialised);
        if (isGarbage)
        {
            return true;
        }

        var (contig, sg, vmalloc) = (TryGet(Vb2Memops.DmaContig, builds[1]), TryGet(Vb2Memops.DmaSg, builds[2]), TryGet(Vb2Memops.Vmalloc, builds[3]));
        var sgIsRight = arePages ? sg.IsSuccess : sg == Errno.ENOMEM;
        var vmallocIsRight = created.Errno is { } error ? vmalloc == error : arePages ? vmalloc.IsSuccess : vmalloc.IsSuccess || vmalloc == Errno.ENOMEM;
        var contigIsRight = created.Errno is { } failed ? contig == failed : contig.IsSuccess || contig.Errno is Errno.EFAULT or Errno.EINVAL or Errno.ENOMEM;
        return sgIsRight && vmallocIsRight && contigIsRight;
    });

    /// <summary>The fast path leaves to the slow path what it does not like, so it never finds less.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void TheFastPathNeverFindsLess(string name) => Check(name, (era, shape) =>
    {
        const FollFlags Write = FollFlags.Write | FollFlags.Longterm;
        var flags = shape.IsWrite ? Write : FollFlags.Longterm;
        return Count(RangeBuild.Of(era, shape).Pin(flags, isFast: true)) >= Count(RangeBuild.Of(era, shape).Pin(flags, isFast: false));
    });

    /// <summary>
    /// Where a device may write it may read, but for mappings that the process itself may only write, and for private raw frames:
    /// a write makes a page of them, a read finds none.
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void WhoMayWriteMayRead(string name) => Check(name, (era, shape) =>
        shape.Pieces.Any(piece => piece is { Protection: Protection.Write } or { Kind: PieceKind.MixedWindow, Sharing: Sharing.Private })
        || Count(RangeBuild.Of(era, shape).Pin(FollFlags.None, isFast: false)) >= Count(RangeBuild.Of(era, shape).Pin(FollFlags.Write, isFast: false)));

    /// <summary>Anonymous and shmem memory that may be written is pinned by every kernel, whatever was done to it before.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void OrdinaryMemoryIsPinnedByEveryKernel(string name) => Check(name, (era, shape) =>
    {
        var ordinary = shape with
        {
            Pieces = [.. shape.Pieces.Select(piece => piece with { Kind = (int)piece.Kind % 2 == 0 ? PieceKind.Anonymous : PieceKind.Shmem, Protection = Protection.ReadWrite })],
            FirstPage = Math.Max(0, shape.FirstPage),
        };
        var build = RangeBuild.Of(era, ordinary);
        var available = ordinary.Pieces.Sum(piece => piece.Pages) - ordinary.FirstPage;
        var expected = Math.Min(ordinary.Count, available);
        return expected <= 0 ? !build.Get(build.Vector(), ordinary.Count).IsSuccess : build.Get(build.Vector(), ordinary.Count) == expected;
    });

    private static int Count(KernelResult<int> result) => result.IsSuccess ? result.Value : 0;

    /// <summary>Where a kernel uses a slot that was never written, the model stops; then there is no buffer either.</summary>
    private static KernelResult<Vb2Buffer> TryGet(Vb2Memops memops, RangeBuild build)
    {
        try
        {
            return memops.GetUserptr(build.Request());
        }
        catch (KernelBugException)
        {
            return Errno.EFAULT;
        }
    }

    private static void Check(string era, Func<KernelEra, RangeShape, bool> law) => RangeShape.Any.Sample(shape => law(Eras[era], shape), iter: Iterations);
}
