using CsCheck;

namespace LinuxMm.Tests.Laws;

public sealed class MachineLaws
{
    public static TheoryData<string> EraNames() => [.. KernelEras.All.Select(era => era.Name)];

    /// <summary>Folding the trace over an empty machine gives its snapshot. The invariants are checked after every call as well.</summary>
    [Theory]
    [MemberData(nameof(EraNames))]
    public void TheTraceIsComplete(string era) => CallSequence.Calls.Sample(calls =>
    {
        var machine = CallSequence.Run(Era(era), calls);
        return machine.Snapshot() == MachineSnapshot.FromTrace(machine.Trace);
    });

    /// <summary>The same scenario twice gives the same trace.</summary>
    [Theory]
    [MemberData(nameof(EraNames))]
    public void NothingDependsOnAnythingElse(string era) => CallSequence.Calls.Sample(
        calls => CallSequence.Run(Era(era), calls).Trace.SequenceEqual(CallSequence.Run(Era(era), calls).Trace), iter: 30);

    /// <summary>References are conserved: nobody holds what nobody took. Computed from the snapshot alone.</summary>
    [Theory]
    [MemberData(nameof(EraNames))]
    public void EveryReferenceHasAHolder(string era) => CallSequence.Calls.Sample(
        calls =>
        {
            var snapshot = CallSequence.Run(Era(era), calls).Snapshot();
            return snapshot.Frames.Where(frame => frame.HasStructPage && frame.Pfn.Number != 0).All(frame => frame.RefCount == References(snapshot, frame));
        },
        iter: 50);

    /// <summary>Pin and unpin of present, unshared, writable pages changes nothing but the stale pointers and has_pinned.</summary>
    [Theory]
    [MemberData(nameof(EraNames))]
    public void UnpinUndoesPin(string era) => Gen.Select(Gen.Int[1, 4], Gen.Bool).Sample((pages, isFast) =>
    {
        var machine = new Machine(Era(era));
        var app = machine.CreateProcess("app");
        var vma = app.Mmap(pages);
        app.Touch(vma);
        var array = machine.CreatePageArray("pages", pages);
        var before = machine.Snapshot();
        const FollFlags Flags = FollFlags.Write | FollFlags.Longterm;
        var pinned = isFast ? app.PinUserPagesFast(vma.Start, pages, Flags, array) : app.PinUserPages(vma.Start, pages, Flags, array);
        Assert.Equal(pages, pinned);
        Assert.All(machine.Snapshot().Frames.Where(frame => frame.Owner == "app"), frame => Assert.Equal((1025, 1), (frame.RefCount, frame.PinCount)));
        array.UnpinUserPages();
        var after = machine.Snapshot();
        Assert.Equal(before.Frames.Select(Clean), after.Frames.Select(Clean));
        Assert.Equal(before.Processes[0].VmAreas, after.Processes[0].VmAreas);
    });

    private static FrameSnapshot Clean(FrameSnapshot frame) => frame with { Flags = frame.Flags & ~PageFlags.Dirty };

    private static KernelEra Era(string name) => KernelEras.All.First(era => era.Name == name);

    /// <summary>A compound page counts at its first frame what is done with any of them.</summary>
    private static int References(MachineSnapshot snapshot, FrameSnapshot frame)
    {
        if (frame.Head != frame.Pfn)
        {
            return 0;
        }

        var frames = snapshot.Frames.Where(other => other.Head == frame.Pfn).Select(other => other.Pfn).ToHashSet();
        var entries = snapshot.Processes.SelectMany(process => process.VmAreas).SelectMany(vma => vma.Ptes).Count(pte => !pte.IsSpecial && frames.Contains(pte.Pfn));
        var drivers = snapshot.Drivers.Count(driver => driver.Frames.Contains(frame.Pfn));
        var slots = snapshot.Holders.Where(holder => holder.Kind != "dma-buf").SelectMany(holder => holder.Slots).Where(slot => slot.Pfn is { } pfn && frames.Contains(pfn)).ToList();
        var pins = slots.Count(slot => slot.Promise == Promise.Pin);
        var references = slots.Count(slot => slot.Promise == Promise.Reference);
        var isCached = (frame.Flags & PageFlags.Lru) != 0 && (frame.Flags & PageFlags.Anon) == 0 && frame.Owner.Length > 0;
        var isExact = (frame.Flags & PageFlags.Head) != 0 && frame.PinCount == pins && frame.RefCount < Page.PinBias;
        return entries + drivers + (pins * (isExact ? 1 : Page.PinBias)) + references + (isCached ? 1 : 0);
    }
}
