using BenchmarkDotNet.Attributes;
using LinuxMm;

namespace Benchmarks;

/// <summary>A million resident pages, pinned and unpinned again, without a trace. An operation is a page, so that what is allocated is the garbage of one.</summary>
[MemoryDiagnoser]
public class Pins
{
    public const int PageCount = 1_000_000;

    private const int FourGibibytes = 0x100000;

    private static readonly MachineOptions Options = new() { NormalFrames = FourGibibytes, IsTracing = false, ChecksInvariants = false };

    private MemoryDescriptor _app = null!;
    private VmArea _vma = null!;
    private PageArray _pages = null!;
    private FrameVector _frames = null!;

    [GlobalSetup]
    public void Touch()
    {
        var machine = new Machine(KernelEras.C3, Options);
        _app = machine.CreateProcess("app");
        _vma = _app.Mmap(PageCount);
        _app.Touch(_vma);
        _pages = machine.CreatePageArray("pages", PageCount);
        _frames = machine.CreateFrameVector("frames", PageCount);
    }

    [Benchmark(OperationsPerInvoke = PageCount)]
    public void FastPath() => PinAndUnpin(_app.PinUserPagesFast(_vma.Start, PageCount, FollFlags.Write | FollFlags.Longterm, _pages));

    [Benchmark(OperationsPerInvoke = PageCount)]
    public void SlowPath() => PinAndUnpin(_app.PinUserPages(_vma.Start, PageCount, FollFlags.Write | FollFlags.Longterm, _pages));

    [Benchmark(OperationsPerInvoke = PageCount)]
    public void ByFrameVector()
    {
        _ = _app.GetVaddrFrames(_vma.Start, PageCount, _frames);
        _frames.PutVaddrFrames();
    }

    /// <summary>A machine of 4 GiB: frames cost nothing until they are used. Here an operation is a machine.</summary>
    [Benchmark]
    public Machine NewMachineOf4GiB() => new(KernelEras.C3, Options);

    private void PinAndUnpin(KernelResult<int> pinned)
    {
        if (pinned != PageCount)
        {
            throw new InvalidOperationException($"pinned {pinned}");
        }

        _pages.UnpinUserPages();
    }
}
