namespace LinuxMm;

/// <summary>Hands out frames of one zone: the one freed last first, and fresh ones in order. So freed frames really come back.</summary>
[LinuxSource("mm/page_alloc.c", "__alloc_pages, free_unref_page", Tag = "v5.17")]
internal sealed class PageAllocator(PhysicalMemory memory, Zone zone, PfnRange range)
{
    private readonly List<Pfn> _free = [];
    private readonly List<PfnRange> _fresh = [range];

    public Zone Zone { get; } = zone;

    public PfnRange Range { get; } = range;

    /// <summary>The first page of consecutive free frames, or null when there are none. Counters are still 0.</summary>
    public Page? Allocate(int frames, int alignment)
    {
        var first = TakeFreed(frames, alignment) ?? TakeFresh(frames, alignment);
        for (var i = 0; first is { } pfn && i < frames; i++)
        {
            memory.FrameAt(pfn + i).SetFree(false);
        }

        return first is { } found ? memory.FrameAt(found).Page : null;
    }

    public void Free(Frame frame)
    {
        frame.SetFree(true);
        _free.Add(frame.Pfn);
    }

    private Pfn? TakeFreed(int frames, int alignment)
    {
        if (frames == 1 && _free.Count > 0)
        {
            var last = _free[^1];
            _free.RemoveAt(_free.Count - 1);
            return last;
        }

        for (var i = _free.Count - 1; i >= 0; i--)
        {
            var first = _free[i];
            if (first.Number % (ulong)alignment == 0 && IsFreeRun(first, frames))
            {
                _free.RemoveAll(pfn => new PfnRange(first, frames).Contains(pfn));
                return first;
            }
        }

        return null;
    }

    private bool IsFreeRun(Pfn first, int frames)
    {
        for (var i = 0; i < frames; i++)
        {
            if (!_free.Contains(first + i))
            {
                return false;
            }
        }

        return true;
    }

    private Pfn? TakeFresh(int frames, int alignment)
    {
        for (var i = 0; i < _fresh.Count; i++)
        {
            var run = _fresh[i];
            var first = new Pfn((run.First.Number + (ulong)alignment - 1) / (ulong)alignment * (ulong)alignment);
            if (!run.Contains(first) || !run.Contains(first + (frames - 1)))
            {
                continue;
            }

            var before = (int)(first.Number - run.First.Number);
            var after = run.Count - before - frames;
            _fresh.RemoveAt(i);
            _fresh.InsertRange(i, new[] { new PfnRange(run.First, before), new PfnRange(first + frames, after) }.Where(rest => rest.Count > 0));
            return first;
        }

        return null;
    }
}
