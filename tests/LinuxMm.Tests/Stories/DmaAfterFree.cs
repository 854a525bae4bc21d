namespace LinuxMm.Tests.Stories;

public sealed class DmaAfterFree
{
    private readonly Machine _machine = new(KernelEras.B2);

    [Fact]
    public void ANumberIsNotAPromise()
    {
        var gpu = _machine.AddDriver("gpu");
        var camera = _machine.AddDevice("camera");
        var app = _machine.CreateProcess("app");
        var other = _machine.CreateProcess("other");
        var buffer = gpu.AllocPages(2);
        var vma = app.Mmap(2, "buffer", Sharing.Shared, of: gpu);
        gpu.RemapPfnRange(vma, buffer);
        var frames = _machine.CreateFrameVector("frames", 2);

        Assert.Equal(2, app.GetVaddrFrames(vma.Start, 2, frames));
        Assert.Equal(FrameVectorState.BarePfns, frames.State);
        Assert.Equal(0, frames.ToPages());
        Assert.Equal(FrameVectorState.PagesWithoutReference, frames.State);
        Assert.Equal(1, frames.PageAt(0).RefCount);
        camera.StartDma(frames, "IMG");
        Assert.Equal(0, app.Munmap(vma));
        gpu.FreePages(buffer);
        var secret = other.Mmap(1, "secret");
        Assert.Equal(6, other.Write(secret.Start, "secret"));
        Assert.Equal(buffer[0], other.PfnAt(secret.Start));
        camera.CompleteDma();

        Assert.Equal("IMGret", other.Read(secret.Start));
        Assert.Equal(
            [
                "camera wrote into pfn 1, which belonged to gpu when the device was told, and belongs to other now.",
                "camera wrote into pfn 2, which belonged to gpu when the device was told, and is free now.",
            ],
            _machine.Hazards.Select(hazard => hazard.Sentence));
        Assert.Equal(_machine.Snapshot(), MachineSnapshot.FromTrace(_machine.Trace));
    }

    [Fact]
    public void APinIsAPromise()
    {
        var camera = _machine.AddDevice("camera");
        var app = _machine.CreateProcess("app");
        var other = _machine.CreateProcess("other");
        var vma = app.Mmap(2, "buffer");
        var frames = _machine.CreateFrameVector("frames", 2);

        Assert.Equal(2, app.GetVaddrFrames(vma.Start, 2, frames));
        Assert.Equal(1025, frames.PageAt(0).RefCount);
        camera.StartDma(frames, "IMG");
        app.Munmap(vma);
        Assert.Equal(1024, frames.PageAt(0).RefCount);
        other.Touch(other.Mmap(2, "secret"));
        camera.CompleteDma();

        Assert.Empty(_machine.Hazards);
        frames.PutVaddrFrames();
        Assert.True(frames.PageAt(0).IsFree);
        Assert.Equal(_machine.Snapshot(), MachineSnapshot.FromTrace(_machine.Trace));
    }
}
