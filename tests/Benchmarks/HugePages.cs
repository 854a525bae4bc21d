using BenchmarkDotNet.Attributes;
using LinuxMm;

namespace Benchmarks;

/// <summary>
/// Pages of 2 MiB are written, forked, written by the child, unmapped there and pinned for long, which moves them; trace and invariants are on, as
/// by default. An operation is a page of 4 KiB: among many it must take as long as among few.
/// </summary>
[MemoryDiagnoser]
public class HugePages
{
    public const int Few = 2 * Frames;

    public const int Many = 16 * Few;

    private const int Frames = 512;

    private static readonly VirtualAddress Base = new(0x40000000);

    [Benchmark(OperationsPerInvoke = Few, Baseline = true)]
    public int AmongFew() => Run(Few);

    [Benchmark(OperationsPerInvoke = Many)]
    public int AmongMany() => Run(Many);

    private static int Run(int pages)
    {
        var machine = new Machine(KernelEras.C3, new MachineOptions { NormalFrames = 4 * Many, MovableFrames = 4 * Many, UserZone = Zone.Movable });
        var app = machine.CreateProcess("app");
        var area = app.Mmap(new MmapRequest(pages) { At = Base });
        app.Madvise(Base, pages, Advice.HugePage);
        app.Touch(area);
        var child = app.Fork("child");
        child.Touch(child.VmAreas[0]);
        child.Exit();
        var pinned = app.PinUserPagesFast(Base, pages, FollFlags.Write | FollFlags.Longterm, machine.CreatePageArray("pages", pages));
        return pinned == pages ? pages : throw new InvalidOperationException($"pinned {pinned}");
    }
}
