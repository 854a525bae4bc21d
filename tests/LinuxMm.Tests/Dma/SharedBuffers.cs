namespace LinuxMm.Tests.Dma;

/// <summary>A dma-buf: what the thread calls the proper way to share a buffer.</summary>
public sealed class SharedBuffers
{
    private readonly Machine _machine = new(KernelEras.C3);
    private readonly Driver _gpu;
    private readonly Device _camera;
    private readonly PfnRange _old;
    private readonly PfnRange _new;
    private readonly DmaBuf _buffer;

    public SharedBuffers()
    {
        _gpu = _machine.AddDriver("gpu");
        _camera = _machine.AddDevice("camera");
        _old = _gpu.AddDeviceMemory(2);
        _new = _gpu.AddDeviceMemory(2);
        _buffer = _gpu.ExportDmaBuf("frame", _old);
    }

    [Fact]
    public void AStaticImporterForbidsToMove()
    {
        var attachment = _buffer.Attach(_camera);
        Assert.Equal(0, _buffer.Move([_new[0], _new[1]]));
        Assert.True(attachment.Map().IsSuccess);
        Assert.Equal(Errno.EBUSY, _buffer.Move([_old[0], _old[1]]));
        Assert.Equal(Errno.EBUSY, _buffer.Revoke());
        attachment.Unmap();
        Assert.Equal(0, _buffer.Move([_old[0], _old[1]]));
    }

    [Fact]
    public void ADynamicImporterIsToldAndMapsAgain()
    {
        var told = 0;
        var attachment = _buffer.Attach(_camera, () => told++);
        Assert.Equal(_old.First, attachment.Map().Value.Entries[0].First);
        Assert.Equal(0, _buffer.Move([_new[0], _new[1]]));
        Assert.Equal((1, null), (told, attachment.Table));
        Assert.Equal(_new.First, attachment.Map().Value.Entries[0].First);
        Assert.Equal(0, _buffer.Revoke());
        Assert.Equal(Errno.EINVAL, attachment.Map().Errno);
        Assert.Equal(2, told);
    }

    [Fact]
    public void ADynamicImporterThatStopsInTimeIsSafe()
    {
        var attachment = _buffer.Attach(_camera, _camera.StopDma);
        attachment.Map();
        _camera.StartDma(_buffer, "IMG");
        _buffer.Move([_new[0], _new[1]]);
        _gpu.ReuseDeviceMemory(_old, "another buffer");
        Assert.Equal(DeviceState.Done, _camera.State);
        attachment.Map();
        _camera.StartDma(_buffer, "IMG");
        _camera.CompleteDma();
        Assert.Empty(_machine.Hazards);
        Assert.Equal("IMG", _machine.Memory.ContentsOf(_new[1]));
        Assert.Equal(_machine.Snapshot(), MachineSnapshot.FromTrace(_machine.Trace));
    }

    [Fact]
    public void AnIommuMakesScatteredPagesOneRange()
    {
        Pfn[] scattered = [new(3), new(9), new(10), new(4)];
        var plain = SgTable.FromPages(scattered, 0x10, (4 * VirtualAddress.PageSize) - 0x10);
        Assert.Equal([4080L, 8192, 4096], plain.Entries.Select(entry => entry.LengthBytes));
        _camera.MapSgTable(plain);
        Assert.Equal(4080, plain.ContiguousSizeBytes());
        var mapped = SgTable.FromPages(scattered, 0x10, (4 * VirtualAddress.PageSize) - 0x10);
        _machine.AddDevice("modern", new DeviceOptions { HasIommu = true }).MapSgTable(mapped);
        Assert.Equal(mapped.SizeBytes, mapped.ContiguousSizeBytes());
    }

    /// <summary>Raw frames lose the offset in the page that the user asked for; pages keep it.</summary>
    [Fact]
    public void TheOffsetInThePageIsLostForRawFrames()
    {
        var machine = new Machine(KernelEras.B2);
        var gpu = machine.AddDriver("gpu");
        var app = machine.CreateProcess("app");
        var camera = machine.AddDevice("camera");
        var vma = app.Mmap(2, "window", Sharing.Shared, of: gpu);
        gpu.RemapPfnRange(vma, gpu.AddDeviceMemory(2));
        var heap = app.Mmap(2, "heap");
        Assert.Equal("IMG", WriteAt(camera, app, vma));
        Assert.Equal("", WriteAt(camera, app, heap));
        Assert.Equal("IMG", app.Read(heap.Start + 0x10));
    }

    private static string WriteAt(Device camera, MemoryDescriptor app, VmArea vma)
    {
        var buffer = Vb2Memops.DmaContig.GetUserptr(new Vb2UserPointer(camera, app, vma.Start + 0x10, VirtualAddress.PageSize)).Value;
        camera.StartDma(buffer, "IMG");
        camera.CompleteDma();
        Vb2Memops.DmaContig.PutUserptr(buffer);
        return app.Read(vma.Start).Value;
    }
}
