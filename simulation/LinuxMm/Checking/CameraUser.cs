namespace LinuxMm;

/// <summary>A process with one page, and a camera that is told of it through a frame vector.</summary>
internal sealed class CameraUser
{
    private readonly Device _camera;
    private readonly FrameVector _frames;

    private CameraUser(ScenarioBuilder world, Func<MemoryDescriptor, VmArea> map)
    {
        App = world.Machine.CreateProcess("app");
        _camera = world.Machine.AddDevice("camera");
        _frames = world.Machine.CreateFrameVector("frames", 1);
        Vma = map(App);
    }

    public MemoryDescriptor App { get; }

    public VmArea Vma { get; }

    public static CameraUser OfMemory(ScenarioBuilder world) => new(world, app => app.Mmap(1, "buffer"));

    public static CameraUser OfObject(ScenarioBuilder world, MappedObject of) => new(world, app => app.Mmap(1, "buffer", Sharing.Shared, of: of));

    public static CameraUser OfDriver(ScenarioBuilder world, Driver driver, PfnRange frames, Protection protection = Protection.ReadWrite, Sharing sharing = Sharing.Shared)
    {
        var user = new CameraUser(world, app => app.Mmap(1, "buffer", sharing, protection, driver));
        driver.RemapPfnRange(user.Vma, frames);
        return user;
    }

    public void Queue()
    {
        if (App.GetVaddrFrames(Vma.Start, 1, _frames).IsSuccess)
        {
            _frames.ToPages();
            _camera.StartDma(_frames, "IMG");
        }
    }

    public void Finish()
    {
        if (_camera.State == DeviceState.Running)
        {
            _camera.CompleteDma();
        }
    }

    public void Release()
    {
        if (_frames.FrameCount > 0)
        {
            _frames.PutVaddrFrames();
        }
    }

    public void Unmap() => App.Munmap(Vma);

    public void Migrate()
    {
        if (App.PageAt(Vma.Start) is { } page)
        {
            App.Machine.MigratePage(page.Pfn);
        }
    }
}
