namespace LinuxMm.Tests.Laws;

/// <summary>The calls upon mappings and files that came later than the others.</summary>
internal sealed partial class CallSequence
{
    private void DoWithMemory(int what, int detail, MemoryDescriptor process, VmArea? vma)
    {
        var page = detail % 3;
        switch (what)
        {
            case 0: process.TryMmap(new MmapRequest(3) { Of = _memory, Sharing = detail % 4 == 0 ? Sharing.Private : Sharing.Shared, IsReadOnlyDescriptor = detail % 5 == 0 }); break;
            case 1 when vma is not null: process.Mlock(vma.Start, 1 + page, onFault: detail % 2 == 0); break;
            case 2 when vma is not null: process.Munlock(vma.Start, vma.Range.Pages); break;
            case 3 when vma is not null: process.Madvise(vma.Start, vma.Range.Pages, detail % 3 == 0 ? Advice.Remove : Advice.PageOut); break;
            case 4: (detail % 2 == 0 ? _file : _memory).PunchHole(page, 1 + (detail % 2)); break;
            case 5: (detail % 2 == 0 ? _file : _memory).Truncate(detail / 2 % 5); break;
            case 6 when detail % 8 == 0: _memory.SealFutureWrite(); break;
            case 7: process.TryMmap(new MmapRequest(1) { At = new VirtualAddress(0x70000000), GrowsDown = true }); break;
            case 8: process.Touch(new VirtualAddress(0x70000000).Page(-page)); break;
            case 9 when _processes.Count > 2: ExitChild(); break;
        }
    }

    private void ExitChild()
    {
        _processes[^1].Exit();
        _processes.RemoveAt(_processes.Count - 1);
    }
}
