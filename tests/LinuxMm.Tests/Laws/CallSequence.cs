using CsCheck;

namespace LinuxMm.Tests.Laws;

/// <summary>A small world of two processes, a driver, a device, two vectors and an array, and calls upon it by number.</summary>
internal sealed partial class CallSequence
{
    public static readonly Gen<int[]> Calls = Gen.Int[0, 1 << 20].Array[0, 60];

    private const int Kinds = 42;
    private readonly Driver _gpu;
    private readonly Device _camera;
    private readonly List<MemoryDescriptor> _processes;
    private readonly FrameVector[] _vectors;
    private readonly PageArray _pages;
    private readonly PageCacheFile _file;
    private readonly PageCacheFile _memory;
    private readonly Vb2Queue _queue;
    private readonly IomemNode _node;
    private readonly PfnRange _window;
    private readonly List<PfnRange> _buffers = [];

    private static readonly Protection[] Protections = [Protection.ReadWrite, Protection.Read, Protection.None];

    public CallSequence(Machine machine)
    {
        Machine = machine;
        _gpu = Machine.AddDriver("gpu");
        _camera = Machine.AddDevice("camera");
        _processes = [Machine.CreateProcess("app"), Machine.CreateProcess("other")];
        _vectors = [Machine.CreateFrameVector("frames", 3), Machine.CreateFrameVector("more", 2)];
        _pages = Machine.CreatePageArray("pages", 3);
        _file = Machine.CreateFile("film", MappedKind.File, 3);
        _memory = Machine.CreateFile("memory", MappedKind.Shmem, 3);
        _queue = Machine.CreateQueue(Machine.AddDevice("video"), new Vb2QueueOptions(Vb2Memops.DmaSg, VirtualAddress.PageSize));
        _node = Machine.OpenDevMem();
        _window = _gpu.AddDeviceMemory(4);
    }

    public Machine Machine { get; }

    public static Machine Run(KernelEra era, IEnumerable<int> calls)
    {
        var world = new CallSequence(new Machine(era));
        foreach (var call in calls)
        {
            world.Do(call);
        }

        return world.Machine;
    }

    /// <summary>One call, chosen by number; where it would be misuse, nothing happens.</summary>
    public void Do(int call) => Do(call % Kinds, call / Kinds);

    private void Do(int what, int detail)
    {
        var process = _processes[detail % _processes.Count];
        var vma = process.VmAreas.Count > 0 ? process.VmAreas[detail / 2 % process.VmAreas.Count] : null;
        var vector = _vectors[detail / 2 % 2];
        switch (what)
        {
            case 0: process.Mmap(1 + (detail / 2 % 3), protection: detail % 5 == 0 ? Protection.Read : Protection.ReadWrite); break;
            case 1: process.Mmap(2, sharing: Sharing.Shared, protection: detail % 5 == 0 ? Protection.Read : Protection.ReadWrite); break;
            case 2: process.Mmap(3, sharing: detail % 3 == 0 ? Sharing.Private : Sharing.Shared, of: _file); break;
            case 3: MapBuffer(process, detail); break;
            case 4: MapWindow(process, detail); break;
            case 5 when vma is not null: process.Touch(vma); break;
            case 6 when vma is not null: process.Read(vma.Start.Page(detail % vma.Range.Pages)); break;
            case 7 when vma is not null: process.Write(vma.Start, "A"); break;
            case 8 when vma is not null: process.Munmap(vma.Start.Page(detail % vma.Range.Pages), 1); break;
            case 9 when vma is not null && vector.FrameCount == 0: process.GetVaddrFrames(vma.Start, vector.Capacity, vector, detail % 3 != 0); break;
            case 10 when vector.FrameCount > 0: Release(vector, detail); break;
            case 11 when vma is not null: PinOrUnpin(process, vma, detail); break;
            case 12: UseCamera(vector); break;
            case 13 when _buffers.Count > 0: _gpu.FreePages(_buffers[0]); _buffers.RemoveAt(0); break;
            case 14 when _processes.Count < 4: _processes.Add(process.Fork($"child {Machine.Processes.Count}")); break;
            case 15 when vma is not null: process.Mprotect(vma.Start.Page(detail % vma.Range.Pages), 1, Protections[detail / 4 % Protections.Length]); break;
            case 16 when vma is not null: process.Madvise(vma.Start, 1 + (detail % vma.Range.Pages), detail % 3 == 0 ? Advice.DontFork : Advice.DontNeed); break;
            case 17 when vma is not null: process.Mremap(vma, 1 + (detail / 4 % 3), mustMove: detail % 5 == 0); break;
            case 18 when vma is not null: Migrate(process, vma, detail); break;
            case 19: _gpu.UnmapMappingRange(); break;
            case >= 30: DoWithDevices(what - 30, detail, process, vma); break;
            default: DoWithMemory(what - 20, detail, process, vma); break;
        }
    }

    private void Migrate(MemoryDescriptor process, VmArea vma, int detail)
    {
        if (process.PageAt(vma.Start) is { } page)
        {
            Machine.MigratePage(page.Pfn, detail % 3 == 0 ? Zone.Movable : Zone.Normal);
        }
    }

    private void MapBuffer(MemoryDescriptor process, int detail)
    {
        _buffers.Add(_gpu.AllocPages(2));
        _gpu.RemapPfnRange(process.Mmap(2, "buffer", detail % 3 == 0 ? Sharing.Private : Sharing.Shared, of: _gpu), _buffers[^1]);
    }

    private void MapWindow(MemoryDescriptor process, int detail) =>
        _gpu.RemapPfnRange(process.Mmap(2, "window", detail % 3 == 0 ? Sharing.Private : Sharing.Shared, of: _gpu), _gpu.AddDeviceMemory(2));

    private static void Release(FrameVector vector, int detail)
    {
        if (detail % 3 == 0)
        {
            vector.ToPages();
        }
        else if (detail % 3 == 1)
        {
            vector.ToPfns();
        }

        if (detail % 2 == 0)
        {
            vector.PutVaddrFrames();
        }
    }

    private void PinOrUnpin(MemoryDescriptor process, VmArea vma, int detail)
    {
        if (_pages.FrameCount > 0)
        {
            _pages.UnpinUserPagesDirtyLock(detail % 2 == 0);
            return;
        }

        FollFlags[] flags = [FollFlags.None, FollFlags.Write, FollFlags.Write | FollFlags.Force, FollFlags.Write | FollFlags.Longterm, FollFlags.Longterm];
        _ = detail % 4 < 2
            ? process.PinUserPagesFast(vma.Start, 3, flags[detail / 4 % flags.Length], _pages)
            : process.GetUserPages(vma.Start, 3, flags[detail / 4 % 3], _pages);
    }

    private void UseCamera(FrameVector vector)
    {
        if (_camera.State == DeviceState.Running)
        {
            _camera.CompleteDma();
        }
        else if (vector.FrameCount > 0)
        {
            _camera.StartDma(vector, "IMG");
        }
    }
}
