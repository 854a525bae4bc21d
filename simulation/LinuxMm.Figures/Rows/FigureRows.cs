using System.Collections.Immutable;

namespace LinuxMm.Figures;

/// <summary>The pages of a process that share a row of the page table.</summary>
internal readonly record struct PageRow(string Process, ulong FirstPage, int Count);

/// <summary>The frames that share a box.</summary>
internal readonly record struct FrameRow(ulong Pfn, int Count)
{
    public bool Contains(ulong pfn) => pfn >= Pfn && pfn - Pfn < (ulong)Count;

    public bool Overlaps(ulong first, int count) => first < Pfn + (ulong)Count && Pfn < first + (ulong)count;
}

/// <summary>The slots of a holder that share a box.</summary>
internal readonly record struct SlotRow(string Holder, int Index, int Count);

/// <summary>The places of a figure, the same for all of its steps, so that nothing moves from one step to the next.</summary>
internal sealed record FigureRows
{
    /// <summary>So many single pages, frames or slots are drawn one by one; of more, runs of equal ones share a row.</summary>
    public const int ShownOneByOne = 8;

    private const int MostRows = 64;

    public required ImmutableArray<PageRow> Pages { get; init; }

    public required ImmutableArray<FrameRow> Frames { get; init; }

    public required ImmutableArray<SlotRow> Slots { get; init; }

    /// <summary>All processes that ever map something.</summary>
    public required ImmutableArray<string> Processes { get; init; }

    public required ImmutableArray<string> Holders { get; init; }

    public required ImmutableArray<string> Devices { get; init; }

    /// <summary>The boxes of frames that a run of frame numbers reaches, found by halving.</summary>
    public IEnumerable<FrameRow> FramesOf(ulong pfn, int count)
    {
        var (low, high) = (0, Frames.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Frames[middle].Pfn + (ulong)Frames[middle].Count <= pfn) low = middle + 1;
            else high = middle;
        }

        return Frames.Skip(low).TakeWhile(row => row.Overlaps(pfn, count));
    }

    /// <exception cref="InvalidOperationException">Even with equal neighbours folded, nobody could take it in.</exception>
    public static FigureRows Of(ImmutableArray<DrawingIndex> steps)
    {
        var pages = PageFolding.Rows(steps);
        var frames = FrameFolding.Rows(steps);
        var slots = SlotFolding.Rows(steps);
        RequireReadable(Math.Max(pages.Length, Math.Max(frames.Length, slots.Length)));
        return new()
        {
            Pages = pages,
            Frames = frames,
            Slots = slots,
            Processes = [.. pages.Select(row => row.Process).Distinct()],
            Holders = [.. steps.SelectMany(step => step.Drawing.Holders).Select(holder => holder.Name).Distinct()],
            Devices = [.. steps.SelectMany(step => step.Drawing.Devices).Select(device => device.Name).Distinct()],
        };
    }

    private static void RequireReadable(int rows)
    {
        if (rows > MostRows)
        {
            throw new InvalidOperationException(
                $"The figure would have {rows} rows although equal neighbours share one; at most {MostRows} can be read. Use fewer pages, or give neighbours the same contents.");
        }
    }
}
