using BenchmarkDotNet.Attributes;
using LinuxMm;

namespace Benchmarks;

/// <summary>All schedules of two actors with eight calls each. The invariants of the model are checked after every step.</summary>
[Config(typeof(Schedules))]
[MemoryDiagnoser]
public class Explorations
{
    public const int ScheduleCount = 12870;

    private static readonly Scenario TwoTimesEight = new(SetUp);

    /// <summary>Each from a fresh machine, one after the other.</summary>
    [Benchmark(OperationsPerInvoke = ScheduleCount)]
    public long EachSchedule() => Explore(new ExplorationOptions { MergesStates = false });

    /// <summary>Each from a fresh machine, on two cores.</summary>
    [Benchmark(OperationsPerInvoke = ScheduleCount)]
    public long EachScheduleOnTwoCores() => Explore(new ExplorationOptions { MergesStates = false, Workers = 2 });

    /// <summary>Going on only once from each state: the schedules are counted, few of them are run.</summary>
    [Benchmark(OperationsPerInvoke = ScheduleCount)]
    public long EachState() => Explore(new ExplorationOptions());

    private static long Explore(ExplorationOptions options)
    {
        var exploration = InterleavingExplorer.Explore(TwoTimesEight, KernelEras.B2, options);
        return exploration is { Schedules: ScheduleCount, IsSafe: false } ? exploration.Explored : throw new InvalidOperationException($"{exploration}");
    }

    private static void SetUp(ScenarioBuilder world)
    {
        var gpu = world.Machine.AddDriver("gpu");
        var camera = world.Machine.AddDevice("camera");
        var frames = world.Machine.CreateFrameVector("frames", 1);
        var app = world.Machine.CreateProcess("app");
        var other = world.Machine.CreateProcess("other");
        PfnRange buffer = default;
        VmArea? mapped = null;
        VmArea? theirs = null;
        world.Actor(
            "camera driver",
            ("allocate", () => buffer = gpu.AllocPages(1)),
            ("mmap", () => mapped = app.Mmap(1, "buffer", Sharing.Shared, of: gpu)),
            ("remap", () => gpu.RemapPfnRange(mapped!, buffer)),
            ("queue", () => app.GetVaddrFrames(mapped!.Start, 1, frames)),
            ("start", () => camera.StartDma(frames, "IMG")),
            ("munmap", () => app.Munmap(mapped!)),
            ("free", () => gpu.FreePages(buffer)),
            ("finish", camera.CompleteDma));
        world.Actor(
            "other process",
            ("mmap", () => theirs = other.Mmap(2)),
            ("touch", () => other.Touch(theirs!.Start)),
            ("write", () => other.Write(theirs!.Start, "A")),
            ("touch the second", () => other.Touch(theirs!.Start.Page(1))),
            ("protect", () => other.Mprotect(theirs!.Start, 1, Protection.Read)),
            ("drop", () => other.Madvise(theirs!.Start, 2, Advice.DontNeed)),
            ("read", () => other.Read(theirs!.Start)),
            ("munmap", () => other.Munmap(theirs!)));
    }
}
