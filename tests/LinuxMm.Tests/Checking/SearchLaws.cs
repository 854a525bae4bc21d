using CsCheck;
using LinuxMm.Tests.Laws;

namespace LinuxMm.Tests.Checking;

/// <summary>However schedules are tried, the answer is the same.</summary>
public sealed class SearchLaws
{
    private static readonly ExplorationOptions EachOne = new() { MergesStates = false };

    private static readonly Gen<int[][]> Actors = Gen.Int[0, 1 << 20].Array[1, 3].Array[2, 3];

    private static readonly Gen<int[][]> RacingActors = Gen.Int[0, 11].Array[1, 4].Array[2, 3];

    /// <summary>Any calls: merging states that are the same loses no outcome and no count.</summary>
    [Theory]
    [InlineData("A0")]
    [InlineData("B2")]
    [InlineData("C3")]
    public void MergingLosesNothing(string era) => Actors.Sample(
        actors => AssertSame(AnyCalls(actors), Era(era)), iter: 10);

    /// <summary>Calls that race for one buffer, so that most samples go wrong in some schedules and not in others.</summary>
    [Theory]
    [InlineData("A")]
    [InlineData("B2")]
    [InlineData("L-strict")]
    [InlineData("C3")]
    public void MergingLosesNoHazard(string era) => RacingActors.Sample(
        actors => AssertSame(RacingCalls(actors), Era(era)), iter: 25);

    /// <summary>On two cores the parts come back in the order of the schedules.</summary>
    [Fact]
    public void CoresDoNotMatter() => RacingActors.Sample(
        actors =>
        {
            var scenario = RacingCalls(actors);
            Assert.Equal(Summary(InterleavingExplorer.Explore(scenario, KernelEras.B2, EachOne)), Summary(InterleavingExplorer.Explore(scenario, KernelEras.B2, EachOne with { Workers = 3 })));
        },
        iter: 10);

    /// <summary>A variable that one actor sets and another reads is a part of the state, though no machine knows of it.</summary>
    [Fact]
    public void VariablesOfAScenarioAreState()
    {
        var scenario = new Scenario(world =>
        {
            var camera = world.Machine.AddDevice("camera");
            var gpu = world.Machine.AddDriver("gpu");
            var buffer = gpu.AllocPages(1);
            var isReady = false;
            var isFreed = false;
            world.Actor("one", ("ready", () => isReady = true));
            world.Actor("two", ("start", () => Do(isReady, () => camera.StartDma([buffer.First], "IMG"))), ("finish", () => Do(camera.State == DeviceState.Running, camera.CompleteDma)));
            world.Actor("three", ("free", () => Do(isReady && !isFreed, () => { gpu.FreePages(buffer); isFreed = true; })));
        });
        AssertSame(scenario, KernelEras.B2);
        Assert.Equal(2, InterleavingExplorer.Explore(scenario, KernelEras.B2).Wrong);

        static void Do(bool condition, Action then)
        {
            if (condition)
            {
                then();
            }
        }
    }

    [Fact]
    public void IndependentActorsShareTheirStates()
    {
        var exploration = InterleavingExplorer.Explore(TwoStrangers, KernelEras.B2);
        Assert.Equal((12870L, 81L), (exploration.Schedules, exploration.States));
        Assert.InRange(exploration.Explored, 1, 81);
        Assert.Equal(exploration.Schedules - exploration.Explored, exploration.Pruned);
    }

    [Fact]
    public void AKernelBugIsAnOutcome()
    {
        var scenario = new Scenario(world =>
        {
            var gpu = world.Machine.AddDriver("gpu");
            var app = world.Machine.CreateProcess("app");
            var vma = app.Mmap(1, "buffer", Sharing.Shared, of: gpu);
            world.Actor("driver", ("insert", () => gpu.VmfInsertPfn(vma, vma.Start, gpu.AllocPages(1).First)));
            world.Actor("driver's mmap", ("flags", () => gpu.SetVmFlags(vma, VmFlags.MixedMap)), ("later", () => { }));
        });
        AssertSame(scenario, KernelEras.B2);
        var exploration = InterleavingExplorer.Explore(scenario, KernelEras.B2);
        Assert.Equal(["safe: 2", "KernelBug: 1"], exploration.Classes.Select(outcome => $"{outcome}"));
        Assert.StartsWith("driver ran into a BUG, and the kernel stopped: ", exploration.Witness!.Hazard.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void MisuseNamesTheSchedule()
    {
        var scenario = new Scenario(world =>
        {
            var camera = world.Machine.AddDevice("camera");
            world.Actor("a", ("start", () => camera.StartDma([new Pfn(1)], "IMG")));
            world.Actor("b", ("finish", camera.CompleteDma));
        });
        var message = Assert.Throws<InvalidOperationException>(() => InterleavingExplorer.Explore(scenario, KernelEras.B2)).Message;
        Assert.StartsWith("'b: finish' may not be done at first: camera is not running", message, StringComparison.Ordinal);
    }

    [Fact]
    public void StatesAreNotMergedOnSeveralCores() =>
        Assert.Throws<ArgumentException>(() => InterleavingExplorer.Explore(TwoStrangers, KernelEras.B2, new ExplorationOptions { Workers = 2 }));

    private static Scenario TwoStrangers { get; } = new(world =>
    {
        var gpu = world.Machine.AddDriver("gpu");
        var camera = world.Machine.AddDevice("camera");
        var app = world.Machine.CreateProcess("app");
        var window = gpu.AddDeviceMemory(1);
        var vma = app.Mmap(1, "buffer", Sharing.Shared, of: gpu);
        var vector = world.Machine.CreateFrameVector("frames", 1);
        gpu.RemapPfnRange(vma, window);
        gpu.AllocPages(1);
        var first = new Pfn(1);
        world.Actor("camera", [.. Enumerable.Range(0, 4).SelectMany(_ => new (string, Action)[] { ("start", () => camera.StartDma([first], "IMG")), ("finish", camera.CompleteDma) })]);
        world.Actor("app", [.. Enumerable.Range(0, 4).SelectMany(_ => new (string, Action)[] { ("get", () => app.GetVaddrFrames(vma.Start, 1, vector)), ("put", vector.PutVaddrFrames) })]);
    });

    private static void AssertSame(Scenario scenario, KernelEra era) =>
        Assert.Equal(Summary(InterleavingExplorer.Explore(scenario, era, EachOne)), Summary(InterleavingExplorer.Explore(scenario, era)));

    private static string Summary(Exploration exploration) =>
        $"{exploration.Schedules} schedules: {string.Join(", ", exploration.Classes)}\n{string.Join('\n', exploration.Classes.Select(outcome => string.Join("; ", outcome.Example)))}\n{exploration.Witness}";

    private static Scenario AnyCalls(int[][] actors) => new(world =>
    {
        var calls = new CallSequence(world.Machine);
        for (var actor = 0; actor < actors.Length; actor++)
        {
            world.Actor($"actor {actor}", [.. actors[actor].Select((call, i) => ($"{i}: {call}", (Action)(() => calls.Do(call))))]);
        }
    });

    private static Scenario RacingCalls(int[][] actors) => new(world =>
    {
        var calls = new RacingCalls(world.Machine);
        for (var actor = 0; actor < actors.Length; actor++)
        {
            world.Actor($"actor {actor}", [.. actors[actor].Select((call, i) => ($"{i}: {call}", (Action)(() => calls.Do(call))))]);
        }
    });

    private static KernelEra Era(string name) => KernelEras.All.First(era => era.Name == name);
}
