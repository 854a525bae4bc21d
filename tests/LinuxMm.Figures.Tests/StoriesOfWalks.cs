namespace LinuxMm.Figures.Tests;

/// <summary>Walks from addresses to frames.</summary>
internal static class StoriesOfWalks
{
    /// <summary>Stopping at the top, stopping at the bottom, arriving, and arriving at memory without struct page.</summary>
    public static AddressWalk ToAFrame()
    {
        var machine = new Machine(KernelEras.C3);
        var app = machine.CreateProcess("app");
        var gpu = machine.AddDriver("gpu");
        var buffer = app.Mmap(2, "buffer");
        var walk = new AddressWalk("How an address becomes memory", machine, app).Step(buffer.Start, "app: before the first touch", "Nothing is there, not even a table.");
        app.Write(buffer.Start.Page(1), "hello");
        walk.Step(buffer.Start, "app: the page beside the touched one").Step(buffer.Start.Page(1) + 3, "app: the touched page");
        var window = app.Mmap(1, "window", Sharing.Shared, of: gpu);
        gpu.RemapPfnRange(window, gpu.AddDeviceMemory(1));
        return walk.Step(window.Start, "app: a window of the device").Step(new VirtualAddress(0x7fff_dead_b000), "app: a wild pointer");
    }
}
