namespace LinuxMm.Tests.Checking;

/// <summary>What an exploration says: counts, the shortest witness, and proofs by exhaustion.</summary>
public sealed class Interleavings
{
    public static TheoryData<string> EraNames() => [.. KernelEras.All.Select(era => era.Name)];

    /// <summary>Ordinary memory is pinned, so that nothing the process does can hurt.</summary>
    [Theory]
    [MemberData(nameof(EraNames))]
    public void OrdinaryMemoryIsSafe(string era)
    {
        var exploration = InterleavingExplorer.Explore(
            new Scenario(world =>
            {
                var app = world.Machine.CreateProcess("app");
                var other = world.Machine.CreateProcess("other");
                var camera = world.Machine.AddDevice("camera");
                var frames = world.Machine.CreateFrameVector("frames", 1);
                var vma = app.Mmap(1);
                world.Actor("camera driver", ("queue", () => Queue(app, vma, frames, camera)), ("finish", () => Finish(camera)), ("release", () => Release(frames)));
                world.Actor("process", ("unmap", () => app.Munmap(vma)), ("somebody maps", () => other.Touch(other.Mmap(1))));
            }),
            KernelEras.All.First(known => known.Name == era));
        Assert.Equal("safe in all 10 schedules", exploration.ToString());
        Assert.Equal(["safe: 10"], exploration.Classes.Select(outcome => $"{outcome}"));
    }

    [Fact]
    public void TheWitnessIsTheShortest()
    {
        var witness = KnownRaces.FreeAfterFollowPfn.Explore(KernelEras.B2).Witness!;
        Assert.Equal(["camera driver: queue", "gpu driver: zap", "gpu driver: free", "camera driver: finish"], witness.Steps.Select(step => $"{step}"));
        Assert.Equal("camera wrote into pfn 1, which belonged to gpu when the device was told, and is free now.", witness.Hazard.Sentence);
        Assert.Equal(witness.Machine.Snapshot(), MachineSnapshot.FromTrace(witness.Machine.Trace));
    }

    /// <summary>Each step knows its part of the trace; the parts follow one another and end where the trace ends.</summary>
    [Fact]
    public void StepsNameTheirPartOfTheTrace()
    {
        var witness = KnownRaces.FreeAfterFollowPfn.Explore(KernelEras.B2).Witness!;
        Assert.Equal(witness.Steps.Skip(1).Select(step => step.FirstEvent), witness.Steps.SkipLast(1).Select(step => step.EndEvent));
        Assert.Equal(witness.Machine.Trace.Count, witness.Steps[^1].EndEvent);
        Assert.Contains(witness.Machine.Trace.Take(witness.Steps[0].EndEvent).Skip(witness.Steps[0].FirstEvent), step => step is TraceEvent.DmaStarted);
    }

    [Theory]
    [InlineData(new[] { 8, 8 }, 12870)]
    [InlineData(new[] { 2, 2, 2 }, 90)]
    [InlineData(new[] { 3 }, 1)]
    [InlineData(new int[0], 1)]
    [InlineData(new[] { 0, 1 }, 1)]
    public void CountsSchedules(int[] lengths, long expected)
    {
        var scenario = new Scenario(world =>
        {
            for (var actor = 0; actor < lengths.Length; actor++)
            {
                world.Actor($"actor {actor}", [.. Enumerable.Repeat<(string, Action)>(("nothing", () => { }), lengths[actor])]);
            }
        });
        var each = InterleavingExplorer.Explore(scenario, KernelEras.A, new ExplorationOptions { MergesStates = false });
        Assert.Equal((expected, expected, 0L), (each.Schedules, each.Explored, each.Pruned));
        var merged = InterleavingExplorer.Explore(scenario, KernelEras.A);
        Assert.Equal((expected, expected), (merged.Schedules, merged.Classes.Single().Schedules));
        Assert.Equal(expected, merged.Explored + merged.Pruned);
    }

    private static void Queue(MemoryDescriptor app, VmArea vma, FrameVector frames, Device camera)
    {
        if (app.GetVaddrFrames(vma.Start, 1, frames).IsSuccess)
        {
            frames.ToPages();
            camera.StartDma(frames, "IMG");
        }
    }

    private static void Finish(Device camera)
    {
        if (camera.State == DeviceState.Running)
        {
            camera.CompleteDma();
        }
    }

    private static void Release(FrameVector frames)
    {
        if (frames.FrameCount > 0)
        {
            frames.PutVaddrFrames();
        }
    }
}
