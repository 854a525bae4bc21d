namespace LinuxMm.Tests.UserPages;

/// <summary>Two who follow raw entries: KVM is told when they change, VFIO is not.</summary>
public sealed class Remapped
{
    [Theory]
    [InlineData("5.11", "read-only", "taken")]
    [InlineData("5.12", "read-only", "-EFAULT")]
    [InlineData("5.12", "window", "taken")]
    [InlineData("5.10", "memory", "-EFAULT")]
    [InlineData("7.3", "memory", "-EFAULT")]
    [InlineData("7.3", "heap", "taken")]
    [InlineData("7.3", "nothing", "-EFAULT")]
    public void VfioTakes(string release, string what, string expected)
    {
        var world = new World(release);
        var result = new VfioType1(world.App, world.Device).Map(world.At(what));
        Assert.Equal(expected, result.IsSuccess ? "taken" : $"{result}");
    }

    [Theory]
    [InlineData("5.11", "read-only", "taken")]
    [InlineData("5.12", "read-only", "-EFAULT")]
    [InlineData("6.12", "memory", "taken")]
    [InlineData("6.13", "heap", "taken")]
    [InlineData("7.3", "nothing", "-EFAULT")]
    public void KvmTakes(string release, string what, string expected)
    {
        var world = new World(release);
        var result = new Kvm(world.App, world.Device).Map(world.At(what));
        Assert.Equal(expected, result.IsSuccess ? "taken" : $"{result}");
    }

    /// <summary>The mapping goes away: KVM stops its guest, the device of VFIO writes into what is somebody else's by then.</summary>
    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public void WhenTheMappingGoes(bool hasNotifier, int hazards)
    {
        var world = new World("7.3");
        var at = world.At("window");
        var pfn = hasNotifier ? new Kvm(world.App, world.Device).Map(at) : new VfioType1(world.App, world.Device).Map(at);
        world.Device.StartDma([pfn.Value], "DMA");
        world.Gpu.UnmapMappingRange();
        world.Gpu.ReuseDeviceMemory(new PfnRange(pfn.Value, 1), "another buffer");
        if (world.Device.State == DeviceState.Running)
        {
            world.Device.CompleteDma();
        }

        Assert.Equal(hazards, world.Machine.Hazards.Count);
    }

    /// <summary>Ordinary memory is pinned by VFIO for as long as it likes, and released again.</summary>
    [Fact]
    public void VfioPinsPages()
    {
        var world = new World("7.3");
        var vfio = new VfioType1(world.App, world.Device);
        var page = world.Machine.Memory.PfnToPage(vfio.Map(world.At("heap")).Value);
        Assert.Equal(1, page.PinCount);
        vfio.Unmap();
        Assert.Equal(0, page.PinCount);
    }

    private sealed class World
    {
        public World(string release)
        {
            Machine = new Machine(KernelReleases.Find(release));
            Gpu = Machine.AddDriver("gpu");
            Device = Machine.AddDevice("device");
            App = Machine.CreateProcess("app");
        }

        public Machine Machine { get; }

        public Driver Gpu { get; }

        public Device Device { get; }

        public MemoryDescriptor App { get; }

        public VirtualAddress At(string what)
        {
            if (what == "nothing")
            {
                return new VirtualAddress(0x1000);
            }

            var isRaw = what != "heap";
            var vma = App.Mmap(1, what, isRaw ? Sharing.Shared : Sharing.Private, what == "read-only" ? Protection.Read : Protection.ReadWrite, isRaw ? Gpu : null);
            if (isRaw)
            {
                Gpu.RemapPfnRange(vma, what == "memory" ? Gpu.AllocPages(1) : Gpu.AddDeviceMemory(1));
            }
            else
            {
                App.Touch(vma);
            }

            return vma.Start;
        }
    }
}
