namespace LinuxMm.Tests.Dma;

/// <summary>A driver claims a device's window that an application has mapped by /dev/mem or by the PCI resource file.</summary>
public sealed class Revoking
{
    [Theory]
    [InlineData("5.7", "/dev/mem", "stays")]
    [InlineData("5.8", "/dev/mem", "goes")]
    [InlineData("5.11", "resource0", "stays")]
    [InlineData("5.12", "resource0", "goes")]
    [InlineData("7.3", "/dev/mem", "goes")]
    public void MappingsOfTheWindow(string release, string file, string expected)
    {
        var (machine, window, app) = Plug(release);
        var vma = Map(machine, app, file, window);
        Assert.True(app.Touch(vma).IsSuccess);
        Assert.Equal(0, machine.AddDriver("gpu").RequestMemRegion(window));
        Assert.Equal(expected, app.Touch(vma.Start).IsSuccess ? "stays" : "goes");
        Assert.Equal(machine.Snapshot(), MachineSnapshot.FromTrace(machine.Trace));
    }

    [Theory]
    [InlineData("/dev/mem", "-EPERM")]
    [InlineData("resource0", "-EINVAL")]
    public void NoNewMappings(string file, string expected)
    {
        var (machine, window, app) = Plug("7.3");
        var gpu = machine.AddDriver("gpu");
        Assert.Equal(0, gpu.RequestMemRegion(window));
        Assert.Equal(Errno.EBUSY, gpu.RequestMemRegion(new PfnRange(window[1], 1)));
        Assert.Equal(expected, $"{app.TryMmap(Request(machine, file, window))}");
    }

    /// <summary>Who copied the numbers before is told nothing: pinning cannot help, there is nothing to count.</summary>
    [Theory]
    [InlineData("5.10", true)]
    [InlineData("6.1", false)]
    public void ACameraThatHasTheNumbers(string release, bool writesIntoForeignMemory)
    {
        var (machine, window, app) = Plug(release);
        var vma = Map(machine, app, "/dev/mem", window);
        var camera = machine.AddDevice("camera");
        var frames = machine.CreateFrameVector("frames", 2);
        if (app.GetVaddrFrames(vma.Start, 2, frames).IsSuccess)
        {
            camera.StartDma(frames, "IMG");
            machine.AddDriver("gpu").RequestMemRegion(window);
            camera.CompleteDma();
        }

        Assert.Equal(writesIntoForeignMemory, machine.Hazards.Any(hazard => hazard.Kind == HazardKind.DmaIntoForeignFrame));
    }

    [Fact]
    public void OutsideTheWindowThereIsNothing()
    {
        var (machine, window, app) = Plug("7.3");
        Assert.Equal(Errno.EINVAL, app.TryMmap(Request(machine, "resource0", window) with { PageOffset = 1 }));
        Assert.Equal(Errno.EINVAL, app.TryMmap(Request(machine, "/dev/mem", window) with { PageOffset = 1L << 40 }));
    }

    private static (Machine Machine, PfnRange Window, MemoryDescriptor App) Plug(string release)
    {
        var machine = new Machine(KernelReleases.Find(release));
        return (machine, machine.AddDriver("pci").AddDeviceMemory(2), machine.CreateProcess("app"));
    }

    private static VmArea Map(Machine machine, MemoryDescriptor app, string file, PfnRange window) => app.Mmap(Request(machine, file, window));

    private static MmapRequest Request(Machine machine, string file, PfnRange window) => file == "/dev/mem"
        ? new MmapRequest(2) { Of = machine.OpenDevMem(), Sharing = Sharing.Shared, PageOffset = (long)window.First.Number }
        : new MmapRequest(2) { Of = machine.OpenPciResource(file, window), Sharing = Sharing.Shared };
}
