namespace LinuxMm.Tests.Checking;

/// <summary>One buffer, three mappings of it and a camera: nearly every order of calls upon them is a race.</summary>
internal sealed class RacingCalls
{
    private readonly Driver _gpu;
    private readonly Device _camera;
    private readonly MemoryDescriptor _app;
    private readonly FrameVector _frames;
    private readonly VmArea _anonymous;
    private readonly VmArea _raw;
    private readonly PageCacheFile _file;
    private readonly VmArea _mapped;
    private readonly Cpu _cpu;
    private PfnRange? _buffer;
    private MmuGather? _gather;
    private int _children;

    public RacingCalls(Machine machine)
    {
        _gpu = machine.AddDriver("gpu");
        _camera = machine.AddDevice("camera");
        _app = machine.CreateProcess("app");
        _frames = machine.CreateFrameVector("frames", 1);
        _cpu = machine.AddCpu("cpu");
        _file = machine.CreateFile("film", MappedKind.Shmem, 1);
        _buffer = _gpu.AllocPages(1);
        _anonymous = _app.Mmap(1);
        _app.Touch(_anonymous);
        _mapped = _app.Mmap(1, sharing: Sharing.Shared, of: _file);
        _app.Touch(_mapped);
        _raw = _app.Mmap(1, "buffer", Sharing.Shared, of: _gpu);
        _gpu.RemapPfnRange(_raw, _buffer.Value);
        _cpu.Write(_app, _raw.Start, "A");
    }

    public void Do(int call)
    {
        switch (call)
        {
            case 0: Queue(_raw); break;
            case 1: Queue(_anonymous); break;
            case 2: Queue(_mapped); break;
            case 3 when _camera.State == DeviceState.Running: _camera.CompleteDma(); break;
            case 4 when _frames.FrameCount > 0: _frames.PutVaddrFrames(); break;
            case 5 when _buffer is { } buffer: _gpu.FreePages(buffer); _buffer = null; break;
            case 6: _gpu.UnmapMappingRange(); break;
            case 7 when _children < 2: _app.Fork($"child {++_children}"); break;
            case 8: _app.Write(_anonymous.Start, "W"); break;
            case 9 when _file.Pages > 0: _file.Truncate(0); break;
            case 10 when _app.VmAreas.Contains(_raw): _gather = _app.BeginMunmap(_raw); break;
            case 10 when _gather is { IsFinished: false } gather: gather.Finish(); break;
            case 11: _cpu.Write(_app, _raw.Start, "B"); break;
        }
    }

    private void Queue(VmArea vma)
    {
        if (_frames.FrameCount == 0 && _camera.State != DeviceState.Running && _app.GetVaddrFrames(vma.Start, 1, _frames).IsSuccess)
        {
            _frames.ToPages();
            _camera.StartDma(_frames, "IMG");
        }
    }
}
