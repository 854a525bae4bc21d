namespace LinuxMm.Tests.RealKernels;

/// <summary>The scenarios of a process that may lock little memory: videobuf2 never asks, io_uring does.</summary>
public sealed partial class ScenariosObserved
{
    private static void NoLockedMemory(Observation row)
    {
        var world = new ScenarioWorld(row, Stock(row));
        world.App.MemlockLimitPages = 0;
        var vma = world.Anonymous();
        world.Returned("qbuf_vb2", world.Queue.Qbuf(0, world.App, vma.Start, world.SizeBytes));
        Assert.Equal(0, world.App.LockedVm);
        world.Returned("mlock", world.App.Mlock(vma.Start, world.Pages));
        world.Returned("io_uring_register_buffers", world.App.AccountLockedVm(world.Pages));
    }

    private static void LittleLockedMemory(Observation row)
    {
        var world = new ScenarioWorld(row, Stock(row));
        world.App.MemlockLimitPages = 16;
        var vma = world.App.Mmap(64);
        world.App.Touch(vma);
        world.Returned("qbuf_vb2_256k", world.Queue.Qbuf(0, world.App, vma.Start, 64 * VirtualAddress.PageSize));
        world.Returned("register_256k", world.App.AccountLockedVm(64));
        world.Returned("register_16k", world.App.AccountLockedVm(4));
        world.Number("VmPin_kB", world.App.LockedVm * 4);
    }
}
