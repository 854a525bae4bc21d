namespace LinuxMm.Tests.Laws;

/// <summary>The calls upon drivers, shared buffers and queues.</summary>
internal sealed partial class CallSequence
{
    private DmaBuf? _shared;
    private DmaBufAttachment? _attachment;
    private int _exports;

    private void DoWithDevices(int what, int detail, MemoryDescriptor process, VmArea? vma)
    {
        switch (what)
        {
            case 0: MapReturnedPages(process, detail); break;
            case 1: process.TryMmap(new MmapRequest(2) { Of = _node, PageOffset = (long)_window.First.Number + (detail % 4), Sharing = Sharing.Shared }); break;
            case 2: Machine.Drivers[detail % Machine.Drivers.Count].RequestMemRegion(new PfnRange(_window[detail % 4], 1)); break;
            case 3: Export(detail); break;
            case 4 when _shared is not null: ImportOrRelease(detail); break;
            case 5: _queue.Reqbufs(detail % 2 == 0 ? Vb2Memory.UserPtr : Vb2Memory.Mmap, detail % 3); break;
            case 6 when vma is not null: _queue.Qbuf(detail % 2, process, vma.Start, VirtualAddress.PageSize * (1 + (detail % 3))); break;
            case 7: _queue.Qbuf(detail % 2); break;
            case 8 when _queue.Memory == Vb2Memory.Mmap && _queue.BufferCount > 0: _queue.Mmap(process, 0); break;
            case 9 when _queue.StreamOn().IsSuccess && Enumerable.Range(0, _queue.BufferCount).Any(i => _queue.StateOf(i) == Vb2BufferState.Queued): _queue.Complete("IMG"); break;
            case 10: _queue.Dqbuf(); break;
            case 11: _queue.Close(); break;
        }
    }

    /// <summary>Pages of a compound page, handed out by a fault handler that wants to know of writes.</summary>
    private void MapReturnedPages(MemoryDescriptor process, int detail)
    {
        var driver = Machine.AddDriver($"driver {Machine.Drivers.Count}");
        var block = driver.AllocCompound(1);
        driver.FaultHandler = (vma, at) => driver.FinishFault(vma, at, block[(int)(at.Value >> VirtualAddress.PageShift) % 2]).IsSuccess;
        driver.PageMkwrite = detail % 3 == 0 ? (_, at) => at.Value % 3 == 0 : null;
        process.Mmap(2, "returned", detail % 4 == 0 ? Sharing.Private : Sharing.Shared, of: driver);
    }

    private void Export(int detail)
    {
        if (_shared is not null || detail % 2 == 0 || _memory.Pages == 0)
        {
            return;
        }

        var pages = Machine.CreatePageArray($"exported {_exports++}", 1);
        _memory.ReadMappingPages(0, 1, pages);
        _shared = _gpu.ExportDmaBuf($"buffer {_exports}", pages);
        _attachment = _shared.Attach(_camera, detail % 3 == 0 ? () => { } : null);
    }

    private void ImportOrRelease(int detail)
    {
        if (_attachment!.Table is null)
        {
            _attachment.Map();
        }
        else if (_camera.State != DeviceState.Running && detail % 2 == 0)
        {
            _camera.StartDma(_attachment, "DMA");
        }
        else
        {
            _attachment.Detach();
            _shared!.Put();
            _shared = null;
        }
    }
}
