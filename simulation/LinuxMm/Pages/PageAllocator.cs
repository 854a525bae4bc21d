namespace LinuxMm;

/// <summary>Hands out frames of one zone: the one freed last first, and fresh ones in order. So freed frames really come back.</summary>
[LinuxSource("mm/page_alloc.c", "__alloc_pages, free_unref_page", Tag = "v5.17")]
internal sealed class PageAllocator(PhysicalMemory memory, Zone zone, PfnRange range)
{
    private readonly List<Pfn> _free = [];
    private readonly SortedSet<Pfn> _isFree = [];
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

    public bool IsAvailable(Pfn pfn) => _isFree.Contains(pfn) || _fresh.Exists(run => run.Contains(pfn));

    /// <summary>Takes these very frames; the caller knows that all of them are available.</summary>
    [LinuxSource("mm/compaction.c", "isolate_freepages_range", Tag = "v5.17")]
    public void Take(PfnRange range)
    {
        _free.RemoveAll(range.Contains);
        for (var i = 0; i < range.Count; i++)
        {
            if (!_isFree.Remove(range[i]))
            {
                Cut(_fresh.FindIndex(run => run.Contains(range[i])), range[i], 1);
            }

            memory.FrameAt(range[i]).SetFree(false);
        }
    }

    public void Free(Frame frame)
    {
        frame.SetFree(true);
        _free.Add(frame.Pfn);
        _isFree.Add(frame.Pfn);
    }

    private Pfn? TakeFreed(int frames, int alignment)
    {
        if (frames == 1 && _free.Count > 0)
        {
            var last = _free[^1];
            _free.RemoveAt(_free.Count - 1);
            _isFree.Remove(last);
            return last;
        }

        for (var i = _free.Count - 1; i >= 0; i--)
        {
            var first = _free[i];
            if (first.Number % (ulong)alignment == 0 && IsFreeRun(first, frames))
            {
                var run = new PfnRange(first, frames);
                _free.RemoveAll(run.Contains);
                _isFree.RemoveWhere(run.Contains);
                return first;
            }
        }

        return null;
    }

    private bool IsFreeRun(Pfn first, int frames)
    {
        for (var i = 0; i < frames; i++)
        {
            if (!_isFree.Contains(first + i))
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
            var first = run.First.AlignedUp(alignment);
            if (run.Contains(first) && run.Contains(first + (frames - 1)))
            {
                Cut(i, first, frames);
                return first;
            }
        }

        return null;
    }

    /// <summary>Takes frames out of a run that was never used; what lies before and behind them stays.</summary>
    private void Cut(int index, Pfn first, int frames)
    {
        var run = _fresh[index];
        var before = new PfnRange(run.First, (int)(first.Number - run.First.Number));
        var after = new PfnRange(first + frames, run.Count - before.Count - frames);
        _fresh.RemoveAt(index);
        if (after.Count > 0)
        {
            _fresh.Insert(index, after);
        }

        if (before.Count > 0)
        {
            _fresh.Insert(index, before);
        }
    }
}
