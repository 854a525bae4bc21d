namespace LinuxMm;

public sealed partial class Machine
{
    /// <summary>Starts a process with an empty address space.</summary>
    /// <param name="name">A name that nothing else on the machine has.</param>
    [LinuxSource("kernel/fork.c", "mm_alloc", Tag = "v5.17")]
    public MemoryDescriptor CreateProcess(string name)
    {
        using var call = Enter(TakeName(name));
        if (IsTracing)
        {
            Record(new TraceEvent.ProcessCreated(name));
        }

        ProcessList.Add(new MemoryDescriptor(this, name));
        return ProcessList[^1];
    }

    /// <summary>Loads a driver that can own frames and map them into processes.</summary>
    /// <param name="name">A name that nothing else on the machine has.</param>
    public Driver AddDriver(string name)
    {
        using var call = Enter(TakeName(name));
        if (IsTracing)
        {
            Record(new TraceEvent.DriverAdded(name));
        }

        DriverList.Add(new Driver(this, name));
        return DriverList[^1];
    }

    /// <summary>Opens /dev/zero, to map it.</summary>
    /// <param name="name">A name that nothing else on the machine has.</param>
    [LinuxSource("drivers/char/mem.c", "mmap_zero", Tag = "v5.17")]
    public DevZero OpenDevZero(string name = "/dev/zero")
    {
        using var call = Enter(_actor);
        return new DevZero(this, TakeName(name));
    }

    /// <summary>Opens /dev/mem: whatever is mapped of it shows physical frames, counted from 0 by <see cref="MmapRequest.PageOffset"/>.</summary>
    /// <param name="name">A name that nothing else on the machine has.</param>
    [LinuxSource("drivers/char/mem.c", "mmap_mem", Tag = "v5.17")]
    public IomemNode OpenDevMem(string name = "/dev/mem")
    {
        using var call = Enter(_actor);
        return new IomemNode(this, TakeName(name), null);
    }

    /// <summary>Opens the resource file of a PCI device: whatever is mapped of it shows the device's window, counted from its first frame.</summary>
    /// <param name="name">A name that nothing else on the machine has.</param>
    /// <param name="window">Frames that <see cref="Driver.AddDeviceMemory"/> returned.</param>
    [LinuxSource("drivers/pci/pci-sysfs.c", "pci_mmap_resource", Tag = "v5.17")]
    public IomemNode OpenPciResource(string name, PfnRange window)
    {
        using var call = Enter(_actor);
        return new IomemNode(this, TakeName(name), window);
    }

    /// <summary>Plugs in a device that can read and write memory by itself.</summary>
    /// <param name="name">A name that nothing else on the machine has.</param>
    /// <param name="options">What its bus and hardware can do; no IOMMU and no alignment by default.</param>
    public Device AddDevice(string name, DeviceOptions? options = null)
    {
        using var call = Enter(TakeName(name));
        if (IsTracing)
        {
            Record(new TraceEvent.DeviceAdded(name));
        }

        DeviceList.Add(new Device(this, name, options ?? new DeviceOptions()));
        return DeviceList[^1];
    }

    /// <summary>Adds a processor that remembers translations.</summary>
    /// <param name="name">A name that nothing else on the machine has.</param>
    [ModelOnly("Hardware.")]
    public Cpu AddCpu(string name)
    {
        using var call = Enter(TakeName(name));
        if (IsTracing)
        {
            Record(new TraceEvent.CpuAdded(name));
        }

        CpuList.Add(new Cpu(this, name));
        return CpuList[^1];
    }

    /// <summary>Makes a file whose pages can be mapped.</summary>
    /// <param name="name">A name that nothing else on the machine has.</param>
    /// <param name="kind">Its file system: <see cref="MappedKind.Shmem"/>, <see cref="MappedKind.File"/>, <see cref="MappedKind.FsDax"/>, <see cref="MappedKind.Secret"/> or <see cref="MappedKind.HugeTlb"/>.</param>
    /// <param name="pages">Its length in pages, at least 1.</param>
    /// <exception cref="InvalidOperationException">memfd_secret does not exist in this era.</exception>
    [LinuxSource("mm/memfd.c", "memfd_create", Tag = "v5.17")]
    public PageCacheFile CreateFile(string name, MappedKind kind, int pages)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pages, 1);
        if (kind is MappedKind.Anonymous or MappedKind.Driver)
        {
            throw new ArgumentException($"{kind} memory is not a file.", nameof(kind));
        }

        if (kind == MappedKind.Secret && Era.UserPages.SecretMemory == SecretMemoryRule.DoesNotExist)
        {
            throw new InvalidOperationException($"memfd_secret does not exist in era {Era}: it came with 5.14.");
        }

        using var call = Enter(_actor);
        Files.Add(new PageCacheFile(this, TakeName(name), kind, pages));
        return Files[^1];
    }

    /// <summary>Makes a frame vector with room for some frames. Its slots and flags are not initialised.</summary>
    /// <param name="name">A name that nothing else on the machine has.</param>
    /// <param name="frames">How many frames it has room for, at least 1.</param>
    [LinuxSource("drivers/media/common/videobuf2/frame_vector.c", "frame_vector_create", Tag = "v5.17")]
    public FrameVector CreateFrameVector(string name, int frames)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(frames, FrameHolder.MostSlots);
        using var call = Enter(_actor);
        return new FrameVector(this, TakeName(name), frames);
    }

    /// <summary>Makes an array of page pointers for <see cref="MemoryDescriptor.PinUserPages"/> to fill. Its slots are not initialised.</summary>
    /// <param name="name">A name that nothing else on the machine has.</param>
    /// <param name="pages">How many pages it has room for, at least 1.</param>
    [LinuxSource("include/linux/mm.h", "kvmalloc_array", Tag = "v5.17")]
    public PageArray CreatePageArray(string name, int pages)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pages, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pages, FrameHolder.MostSlots);
        using var call = Enter(_actor);
        return new PageArray(this, TakeName(name), pages);
    }

    /// <summary>Makes the queue of a video device. Its driver, which owns what it allocates, is called after it.</summary>
    /// <param name="device">The device.</param>
    /// <param name="options">The kind of queue.</param>
    [LinuxSource("drivers/media/common/videobuf2/videobuf2-core.c", "vb2_core_queue_init", Tag = "v5.17")]
    public Vb2Queue CreateQueue(Device device, Vb2QueueOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        RequireOwn(device);
        return new(device, AddDriver(FreshName($"{device.Name} driver")), options);
    }
}
